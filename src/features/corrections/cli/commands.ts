import { Command, InvalidArgumentError } from 'commander';
import { findMember } from '../../../db/members.ts';
import { isRowId } from '../../../db/row-id.ts';
import { trackById } from '../../../db/tracks.ts';
import type { Context } from '../../../delivery/context.ts';
import { action, type Operator, type OperatorCommands } from '../../shared/cli/operator.ts';
import { OperatorError } from '../../shared/cli/output.ts';
import { noTrack } from '../../track-admin/cli/track-faults.ts';
import {
  type Corrected,
  countLateAnswer,
  makeRoundVoid,
  type NewCorrection,
  takeBackCorrection,
} from '../correct-round.ts';
import { correctionWords } from '../words/index.ts';

interface Given {
  readonly reason: string;
  /** The person's id on the platform. */
  readonly member?: string;
}

type Correct = (context: Context, correction: NewCorrection) => Promise<Corrected>;

/** `round …`: the same corrections that `/round` makes in chat. */
export const correctionCommands: OperatorCommands = (operator) => {
  const round = new Command('round').description('correct a closed round of a track');
  const sub = (name: string, description: string, correct: Correct) =>
    round
      .command(name)
      .description(description)
      .argument('<track>', 'its number', numberOf)
      .argument('<round>', 'its number in the track', numberOf)
      .requiredOption('--reason <text>', 'the members concerned read it')
      .action(
        action(operator, (at, ...[trackId, number, given]: Typed) =>
          run(at, correct, { trackId, round: number, ...given }),
        ),
      );
  sub('void', 'make it count for nobody', makeRoundVoid);
  sub('count', 'count a member’s late answer', countLateAnswer).requiredOption(
    '--member <id>',
    'the person’s id on the platform',
  );
  sub('undo', 'take a correction back', takeBackCorrection).option(
    '--member <id>',
    'whose late answer counts no more; left out: the round is void no more',
  );
  return [round];
};

type Typed = readonly [trackId: number, round: number, given: Given];

interface TypedCorrection extends Given {
  readonly trackId: number;
  readonly round: number;
}

async function run(
  operator: Operator,
  correct: Correct,
  { trackId, round, reason, member }: TypedCorrection,
): Promise<void> {
  const corrected = await operator.run(async ({ context }) => {
    const memberId = member === undefined ? null : await memberIn(context, trackId, member);
    return correct(context, { trackId, round, reason, by: null, memberId });
  });
  if (corrected.type === 'corrected')
    return operator.print(`track ${trackId}: round ${round} is corrected`);
  if (corrected.fault === 'track-gone') throw noTrack(trackId);
  throw new OperatorError(correctionWords('en').faults[corrected.fault](round));
}

async function memberIn({ db }: Context, trackId: number, externalId: string): Promise<number> {
  const track = await trackById(db, trackId);
  if (!track) throw noTrack(trackId);
  const member = await findMember(db, track.workspaceId, externalId);
  if (member) return member.id;
  throw new OperatorError(
    `Nothing is known of ${externalId} there. Give the id that the platform has for the person, not their name.`,
  );
}

/** The number of a track or a round, as it is typed. */
function numberOf(written: string): number {
  const value = Number(written);
  if (isRowId(value)) return value;
  throw new InvalidArgumentError('Tracks and rounds are named by their numbers; see: track list');
}
