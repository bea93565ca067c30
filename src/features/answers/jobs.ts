import { defineJob } from '../../jobs/job.ts';

/** Lets the author of a thread answer see that it was taken. */
export const acknowledgeJob = defineJob<{ readonly answerId: number }>('acknowledge');

/** The same for answers that were taken together. */
export const acknowledgeAllJob = defineJob<{ readonly answerIds: readonly number[] }>(
  'acknowledge-all',
);
