import { Command, InvalidArgumentError } from 'commander';
import { findMember } from '../../../db/members.ts';
import { isRowId } from '../../../db/row-id.ts';
import { trackById } from '../../../db/tracks.ts';
import type { Context } from '../../../delivery/context.ts';
import { action, type Operator, type OperatorCommands } from '../../shared/cli/operator.ts';
import { OperatorError } from '../../shared/cli/output.ts';
import {
  type Corrected,
  type Correcting,
  countLateAnswer,
  makeRoundVoid,
  takeBackCorrection,
} from '../correct-round.ts';
import { correctionWords } from '../words/index.ts';

interface Given {
  readonly reason: string;
  /** The person's id on the platform. */
  readonly member?: string;
}

type Correct = (
  context: Context,
  correcting: Correcting,
  memberId: number | null,
) => Promise<Corrected>;

/** `round …`: the same corrections that `/round` makes in chat. */
export const correctionCommands: OperatorCommands = (operator) => {
  const round = new Command('round').description('correct a closed round of a track');
  const sub = (name: string, description: string, correct: Correct) =>
    round
      .command(name)
      .description(description)
      .argument('<track>', 'its number', number)
      .argument('<round>', 'its number in the track', number)
      .requiredOption('--reason <text>', 'the members concerned read it')
      .action(action(operator, (at, ...typed: Typed) => run(at, correct, ...typed)));
  sub('void', 'make it count for nobody', makeRoundVoid);
  sub('count', 'count a member’s late answer', (context, correcting, memberId) =>
    countLateAnswer(context, { ...correcting, memberId: memberId ?? -1 }),
  ).requiredOption('--member <id>', 'the person’s id on the platform');
  sub('undo', 'take a correction back', (context, correcting, memberId) =>
    takeBackCorrection(context, { ...correcting, memberId }),
  ).option(
    '--member <id>',
    'whose late answer counts no more; left out: the round is void no more',
  );
  return [round];
};

type Typed = readonly [track: number, round: number, given: Given];

async function run(operator: Operator, correct: Correct, ...typed: Typed): Promise<void> {
  const [trackId, round, { reason, member }] = typed;
  const corrected = await operator.run(async ({ context }) => {
    const memberId = member === undefined ? null : await memberIn(context, trackId, member);
    return correct(context, { trackId, round, reason, by: null }, memberId);
  });
  if (corrected.type === 'corrected')
    return operator.print(`track ${trackId}: round ${round} is corrected`);
  if (corrected.fault === 'track-gone') {
    throw new OperatorError(`There is no track ${trackId}. See: track list`);
  }
  throw new OperatorError(correctionWords('en').faults[corrected.fault](round));
}

async function memberIn({ db }: Context, trackId: number, externalId: string): Promise<number> {
  const track = await trackById(db, trackId);
  const member = track && (await findMember(db, track.workspaceId, externalId));
  if (!member) throw new OperatorError(`Nothing is known of ${externalId} there.`);
  return member.id;
}

function number(written: string): number {
  const value = Number(written);
  if (isRowId(value)) return value;
  throw new InvalidArgumentError('Tracks and rounds are named by their numbers.');
}
