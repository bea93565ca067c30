import { QUEUE_SCHEMA } from './schema.ts';

export interface TroubledJob {
  readonly name: string;
  readonly data: object;
  readonly state: 'retry' | 'failed';
  readonly attempts: number;
  readonly reason: string;
  readonly since: Date;
}

/** Asked in SQL: pg-boss lists a queue's oldest thousand jobs, most of which went well. */
const TROUBLED = `
  select name, data, state, retry_count + 1 as attempts, created_on as since,
    coalesce(output ->> 'message', 'unknown') as reason
  from ${QUEUE_SCHEMA}.job
  where name = any($1) and state in ('retry', 'failed')
  order by created_on, id`;

/** Runs a statement on the database of the queue. */
type Execute = (text: string, values?: unknown[]) => Promise<{ readonly rows: unknown[] }>;

/** Jobs that failed at least once and are not done, oldest first; none where the queue was never there. */
export async function findTroubled(
  execute: Execute,
  names: readonly string[],
): Promise<readonly TroubledJob[]> {
  const { rows: found } = await execute(
    `select where to_regclass('${QUEUE_SCHEMA}.job') is not null`,
  );
  if (found.length === 0) return [];
  const { rows } = await execute(TROUBLED, [names]);
  return rows as readonly TroubledJob[];
}
