import { defineJob } from '../../../jobs/job.ts';

/** Asks a member how an interview went. */
export const askOutcomeJob = defineJob<{ readonly outcomeId: number }>('ask-interview-outcome');
