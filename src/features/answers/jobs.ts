import { defineJob } from '../../jobs/job.ts';

/** Lets the author of a thread answer see that it was taken. */
export const acknowledgeJob = defineJob<{ readonly answerId: number }>('acknowledge');

/** Lets the authors of thread answers that were taken together see that they were. */
export const acknowledgeAllJob = defineJob<{ readonly answerIds: readonly number[] }>(
  'acknowledge-all',
);
