import type { PgBoss } from 'pg-boss';
import { keyOf } from './enqueue.ts';
import { QUEUE_SCHEMA } from './schema.ts';

/**
 * What a backup keeps of the jobs that are not done: what is to be done, and when. How is the queue's matter. A
 * job in hand is to be done again: whoever restores the backup cannot know how far it came.
 */
export const WAITING_JOBS = {
  table: { name: 'waiting_jobs', columns: ['name', 'data', 'start_after', 'group_id'] },
  from: `${QUEUE_SCHEMA}.job`,
  select: `
    select name, data, start_after, group_id from ${QUEUE_SCHEMA}.job
    where state in ('created', 'retry', 'active') order by created_on, id`,
};

interface WaitingJob {
  readonly name: string;
  readonly data: string;
  readonly start_after: string;
  readonly group_id: string | null;
}

/** Runs statements in the transaction that restores a backup. */
export interface RestoringSession {
  query(text: string, values?: unknown[]): Promise<{ readonly rows: unknown[] }>;
}

/** Adds the jobs that stand in the transaction's temporary table. Of jobs that are alike, one is enough. */
export async function storeWaitingJobs(
  boss: PgBoss,
  names: readonly string[],
  session: RestoringSession,
): Promise<void> {
  const { rows } = await session.query(`select * from ${WAITING_JOBS.table.name}`);
  const byName = Map.groupBy(rows as readonly WaitingJob[], ({ name }) => name);
  const db = {
    executeSql: (text: string, values?: unknown[]) => session.query(text, values),
  };
  for (const [name, jobs] of byName) {
    // A feature that is gone has no jobs any more.
    if (names.includes(name)) await boss.insert(name, jobs.map(insertOf), { db });
  }
}

function insertOf({ data, start_after, group_id }: WaitingJob) {
  const parsed = JSON.parse(data) as object;
  return {
    data: parsed,
    singletonKey: keyOf(parsed),
    startAfter: new Date(start_after),
    ...(group_id !== null && { group: { id: group_id } }),
  };
}
