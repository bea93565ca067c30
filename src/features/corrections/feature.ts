import { cut } from '../../chat/cut.ts';
import type { Response } from '../../chat/event.ts';
import { isRowId } from '../../db/row-id.ts';
import type { Member } from '../../db/tables.ts';
import { noteCard } from '../../delivery/note-card.ts';
import {
  type CommandAction,
  type Feature,
  handleJob,
  type Options,
  type Request,
} from '../shared/feature.ts';
import { warn } from '../shared/reply.ts';
import { memberTyped, unclearMember } from '../streaks/member-typed.ts';
import { completeTrack } from '../track-admin/complete.ts';
import { pickTrack } from '../track-admin/pick.ts';
import { trackCommandSpan } from '../tracks/track-command.ts';
import {
  type Corrected,
  type Correcting,
  countLateAnswer,
  makeRoundVoid,
  takeBackCorrection,
  tellCorrectionJob,
} from './correct-round.ts';
import { ROUND_COMMAND } from './definition.ts';
import { correctionsData, deleteWorkspaceCorrections } from './stored-data.ts';
import { tellCorrection } from './tell-correction.ts';
import { correctionWords } from './words/index.ts';

/** Does what a subcommand says to a round that was named; `member` is undefined where none was. */
type Correct = (
  request: Request,
  correcting: Correcting,
  member: Member | undefined,
) => Promise<{
  readonly corrected: Corrected;
  readonly done: 'madeVoid' | 'counted' | 'takenBack';
}>;

const makeVoid: Correct = async ({ context }, correcting) => ({
  corrected: await makeRoundVoid(context, correcting),
  done: 'madeVoid',
});

const count: Correct = async ({ context }, correcting, member) => ({
  corrected: await countLateAnswer(context, { ...correcting, memberId: member?.id ?? -1 }),
  done: 'counted',
});

const undo: Correct = async ({ context }, correcting, member) => ({
  corrected: await takeBackCorrection(context, { ...correcting, memberId: member?.id ?? null }),
  done: 'takenBack',
});

/** `/round`: corrections of closed rounds by people who manage. */
export const correctionsFeature: Feature = {
  name: 'corrections',
  words: correctionWords,
  personalData: correctionsData,
  deleteWorkspace: deleteWorkspaceCorrections,
  cli: async () => (await import('./cli/commands.ts')).correctionCommands,
  jobs: [
    handleJob(tellCorrectionJob, (context, { correctionId }) =>
      tellCorrection(context, correctionId),
    ),
  ],
  commands: [
    {
      definition: ROUND_COMMAND,
      actions: { void: acting(makeVoid), count: acting(count), undo: acting(undo) },
    },
  ],
};

function acting(correct: Correct): CommandAction {
  return { complete: completeTrack, run: (request, options) => run(request, options, correct) };
}

/** What was written in place of a number is shown no longer than this. */
const GIVEN_LENGTH = 60;

async function run(request: Request, options: Options, correct: Correct): Promise<Response> {
  const { context, workspace, language } = request;
  const words = correctionWords(language);
  const { round: given = '', reason = '', member: typed } = options;
  const round = Number(/^#?(\d{1,9})$/.exec(given.trim())?.[1]);
  if (!isRowId(round)) return warn(words.notANumber(cut(given, GIVEN_LENGTH)));
  const picked = await pickTrack(request, options['track']);
  if (picked.type === 'unclear') return picked.response;
  const found =
    typed === undefined ? undefined : await memberTyped(context.db, workspace.id, typed);
  if (found && found.type !== 'found') return warn(unclearMember(language, found));
  const correcting = { trackId: picked.track.id, round, reason, by: request.member.id };
  const { corrected, done } = await correct(request, correcting, found?.member);
  if (corrected.type === 'corrected') {
    return { type: 'reply', message: noteCard(words[done](round), 'success') };
  }
  if (corrected.fault !== 'track-gone') return warn(words.faults[corrected.fault](round));
  return warn(words.trackGone(trackCommandSpan(language, 'list')));
}
