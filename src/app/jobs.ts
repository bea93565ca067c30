import type { Queue } from '../jobs/queue.ts';
import { acknowledgeAnswer } from '../features/answers/acknowledge-answer.ts';
import { alertManagers } from '../features/suspension/alert-managers.ts';
import { askRound } from '../features/rounds/ask-round.ts';
import { catchUpRound } from '../features/answers/catch-up.ts';
import { resumeSuspendedTracks } from '../features/suspension/resume-suspended-tracks.ts';
import { redactReveal } from '../features/reveals/redact-reveal.ts';
import { refuseThreadAnswer } from '../features/answers/refuse-thread-answer.ts';
import { revealRound } from '../features/reveals/reveal-round.ts';
import { tellFailure } from '../features/rounds/tell-failure.ts';
import { tellProposer } from '../features/suggestions/tell-proposer.ts';
import type { Context, Jobs } from '../delivery/context.ts';

/** What a job of this name does. A job is listed here or does not compile, and is worked because it is. */
type Verbs = {
  readonly [Name in keyof Jobs]: (context: Context, data: Jobs[Name]) => Promise<void>;
};

const VERBS: Verbs = {
  ask: (context, { roundId }) => askRound(context, roundId),
  reveal: (context, { roundId }) => revealRound(context, roundId),
  'catch-up': (context, { roundId }) => catchUpRound(context, roundId),
  acknowledge: (context, { answerId }) => acknowledgeAnswer(context, answerId),
  refuse: refuseThreadAnswer,
  'tell-proposer': (context, { proposalId }) => tellProposer(context, proposalId),
  redact: redactReveal,
  mend: resumeSuspendedTracks,
  'tell-failure': tellFailure,
  alert: (context, { trackId, parking }) => alertManagers(context, trackId, parking),
};

export const JOB_NAMES = Object.keys(VERBS) as readonly (keyof Jobs)[];

/**
 * How many of a job are done at a time. They wait for platforms most of their time: a channel that does
 * not answer keeps one of them for as long as a request may take, and a deadline is no time to wait.
 */
const WORKERS: Partial<Record<keyof Jobs, number>> = { ask: 32, reveal: 32 };
const OTHERS = 8;

/** Gives each job its verb. */
export async function workJobs(context: Context, queue: Queue<Jobs>): Promise<void> {
  for (const name of JOB_NAMES) await workJob(context, queue, name);
}

async function workJob<Name extends keyof Jobs>(
  context: Context,
  queue: Queue<Jobs>,
  name: Name,
): Promise<void> {
  const verb: Verbs[Name] = VERBS[name];
  await queue.work(name, WORKERS[name] ?? OTHERS, (data) => verb(context, data));
}
