/** The queue's tables, apart from what other applications in the database keep with pg-boss. */
export const QUEUE_SCHEMA = 'whetstone_jobs';
