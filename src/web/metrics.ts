import { Hono } from 'hono';
import { collectDefaultMetrics, Counter, Histogram, Registry } from 'prom-client';
import type { MeasuredCall } from '../chat/measured-platform.ts';

export type Metrics = ReturnType<typeof createMetrics>;

/** A post takes some tenths of a second; Discord and Slack are given up on after ten or more. */
const CALL_BUCKETS_SECONDS = [0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30];

/**
 * What Whetstone counts, in Prometheus' words, and what Node.js tells about the process. Each call
 * makes a registry of its own.
 */
export function createMetrics() {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry });
  const count = countingIn(registry);
  const counters = createCounters(count);
  const calls = createCallHistogram(registry);
  const refusals = count('platform_refusals_total', 'Outbound calls that failed.', [
    'platform',
    'code',
  ]);
  return {
    ...counters,
    /** Takes what a measured platform tells. */
    observeCall: ({ platform, call, outcome, seconds }: MeasuredCall): void => {
      calls.observe({ platform, call, outcome }, seconds);
      if (outcome !== 'ok') refusals.inc({ platform, code: outcome });
    },
    text: () => registry.metrics(),
  };
}

function createCounters(count: Count) {
  return {
    roundsDue: count('rounds_due_total', 'Rounds claimed because their time had come.'),
    roundsLate: count('rounds_late_total', 'Rounds claimed long after their due time.'),
    roundsPosted: count('rounds_posted_total', 'Rounds whose question was posted.'),
    answers: count('answers_total', 'Answers taken.', ['source', 'late']),
    ratings: count('ratings_total', 'Questions that members rated.', ['grade']),
    reminders: count('reminders_total', 'Members reminded of their reviews.'),
    feedback: count('feedback_total', 'Answers whose authors read what they cover.', ['on']),
    graded: count('graded_total', 'Answers for the language model to read.', ['outcome']),
    contests: count('contests_total', 'Key points that members say are in their answers.'),
    jobsFailed: count('jobs_failed_total', 'Attempts at a job that failed.', ['job']),
  };
}

type Count = ReturnType<typeof countingIn>;

/** Makes counters in a registry. */
function countingIn(registry: Registry) {
  return <Label extends string = never>(
    name: string,
    help: string,
    labelNames: readonly Label[] = [],
  ): Counter<Label> =>
    new Counter({
      name: `whetstone_${name}`,
      help,
      labelNames: [...labelNames],
      registers: [registry],
    });
}

function createCallHistogram(registry: Registry) {
  return new Histogram({
    name: 'whetstone_platform_request_seconds',
    help: 'How long outbound calls to a platform took.',
    labelNames: ['platform', 'call', 'outcome'],
    buckets: CALL_BUCKETS_SECONDS,
    registers: [registry],
  });
}

/** `/metrics` in the text format that Prometheus reads. */
export function metricsRoutes(text: () => Promise<string>): Hono {
  return new Hono().get('/metrics', async (context) =>
    context.body(await text(), 200, { 'content-type': Registry.PROMETHEUS_CONTENT_TYPE }),
  );
}
