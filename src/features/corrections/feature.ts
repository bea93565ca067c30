import { cutInput } from '../../chat/cut.ts';
import type { Response } from '../../chat/event.ts';
import { isRowId } from '../../db/row-id.ts';
import type { Context } from '../../delivery/context.ts';
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
  countLateAnswer,
  makeRoundVoid,
  type NewCorrection,
  takeBackCorrection,
  tellCorrectionJob,
} from './correct-round.ts';
import { ROUND_COMMAND } from './definition.ts';
import { correctionsData, deleteWorkspaceCorrections } from './stored-data.ts';
import { tellCorrection } from './tell-correction.ts';
import { correctionWords } from './words/index.ts';

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
      actions: {
        void: correctingAction(makeRoundVoid, 'madeVoid'),
        count: correctingAction(countLateAnswer, 'counted'),
        undo: correctingAction(takeBackCorrection, 'takenBack'),
      },
    },
  ],
};

interface Correcting {
  readonly correct: (context: Context, correction: NewCorrection) => Promise<Corrected>;
  /** The word that says what was done. */
  readonly done: 'madeVoid' | 'counted' | 'takenBack';
}

function correctingAction(correct: Correcting['correct'], done: Correcting['done']): CommandAction {
  return {
    complete: completeTrack,
    run: (request, options) => run(request, options, { correct, done }),
  };
}

async function run(
  request: Request,
  options: Options,
  { correct, done }: Correcting,
): Promise<Response> {
  const { context, workspace, language } = request;
  const words = correctionWords(language);
  const { round: given = '', reason = '', member: typed } = options;
  const round = Number(/^#?(\d{1,9})$/.exec(given.trim())?.[1]);
  if (!isRowId(round)) return warn(words.notANumber(cutInput(given)));
  const picked = await pickTrack(request, options['track']);
  if (picked.type === 'unclear') return picked.response;
  const found =
    typed === undefined ? undefined : await memberTyped(context.db, workspace.id, typed);
  if (found && found.type !== 'found') return warn(unclearMember(language, found));
  const corrected = await correct(context, {
    ...{ trackId: picked.track.id, round, reason },
    ...{ by: request.member.id, memberId: found?.member.id ?? null },
  });
  if (corrected.type === 'corrected') {
    return { type: 'reply', message: noteCard(words[done](round), 'success') };
  }
  if (corrected.fault !== 'track-gone') return warn(words.faults[corrected.fault](round));
  return warn(words.trackGone(trackCommandSpan(language, 'list')));
}
