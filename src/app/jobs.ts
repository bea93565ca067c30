import type { Queue } from '../jobs/queue.ts';
import { acknowledgeAnswer } from '../study/answers/acknowledge-answer.ts';
import { alertManagers } from '../study/tracks/alert-managers.ts';
import { askRound } from '../study/rounds/ask-round.ts';
import { catchUpRound } from '../study/rounds/catch-up.ts';
import { mendTracks } from '../study/tracks/mend-tracks.ts';
import { redactReveal } from '../study/rounds/redact-reveal.ts';
import { refuseThreadAnswer } from '../study/answers/refuse-thread-answer.ts';
import { revealRound } from '../study/rounds/reveal-round.ts';
import { tellProposer } from '../study/proposals/tell-proposer.ts';
import type { Context, Jobs } from '../study/context.ts';

export const JOB_NAMES = [
  'ask',
  'reveal',
  'catch-up',
  'acknowledge',
  'refuse',
  'tell-proposer',
  'redact',
  'mend',
  'alert',
] as const;

/** Gives each job its verb. */
export async function workJobs(context: Context, queue: Queue<Jobs>): Promise<void> {
  await queue.work('ask', ({ roundId }) => askRound(context, roundId));
  await queue.work('reveal', ({ roundId }) => revealRound(context, roundId));
  await queue.work('catch-up', ({ roundId }) => catchUpRound(context, roundId));
  await queue.work('acknowledge', ({ answerId }) => acknowledgeAnswer(context, answerId));
  await queue.work('refuse', (refused) => refuseThreadAnswer(context, refused));
  await queue.work('tell-proposer', ({ proposalId }) => tellProposer(context, proposalId));
  await queue.work('redact', (redaction) => redactReveal(context, redaction));
  await queue.work('mend', () => mendTracks(context));
  await queue.work('alert', ({ trackId, parking }) => alertManagers(context, trackId, parking));
}
