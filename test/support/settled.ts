import { setTimeout as sleep } from 'node:timers/promises';
import { sql } from 'kysely';
import type { Database } from '../../src/db/connect.ts';

const PATIENCE_MS = 60_000;
const GLANCE_MS = 50;

/** Looks into the database until there is something to see; rejects with `describe`'s words. */
export async function untilRow<T>(
  look: () => Promise<T | undefined | false>,
  describe: () => Promise<string> | string,
  patienceMs = PATIENCE_MS,
): Promise<T> {
  const until = performance.now() + patienceMs;
  for (;;) {
    const found = await look();
    if (found !== undefined && found !== false) return found;
    if (performance.now() > until) throw new Error(`waited in vain: ${await describe()}`);
    await sleep(GLANCE_MS);
  }
}

/** Resolves when no round owes anything, by the bot's clock: the database's where left out. */
export async function untilRoundsRest(db: Database, now?: () => Date): Promise<void> {
  await untilRow(
    async () => (await restless(db, now?.())).length === 0,
    async () => JSON.stringify([await restless(db, now?.()), await jobs(db)], undefined, 1),
  );
}

/** Resolves when no round owes anything and no job is left, those of killed processes included. */
export async function untilAllRests(db: Database, now?: () => Date): Promise<void> {
  await untilRow(
    async () => (await restless(db, now?.())).length + (await jobs(db)).length === 0,
    async () => JSON.stringify([await restless(db, now?.()), await jobs(db)], undefined, 1),
  );
}

async function restless(db: Database, at?: Date): Promise<readonly object[]> {
  const now = at ? sql`${at}::timestamptz` : sql`clock_timestamp()`;
  const { rows } = await sql<object>`
    select r.id, r.status, r.thread from rounds r join tracks t on t.id = r.track_id
    where t.status in ('active', 'paused') and (
      r.status in ('claimed', 'closed')
      or r.status = 'open' and (r.thread is null or r.closes_at <= ${now}))
    union all
    select id, 'due', null from tracks where status = 'active' and next_due_at <= ${now}
  `.execute(db);
  return rows;
}

interface LeftJob {
  readonly name: string;
  readonly state: string;
  readonly data: object;
  readonly output: object | null;
}

/** Jobs of the bot's that are not done; none where the queue was never there. */
export async function jobs(db: Database): Promise<readonly LeftJob[]> {
  const { rows } = await sql<LeftJob>`
    select name, state, data, output from whetstone_jobs.job
    where state not in ('completed', 'cancelled') and name not like '\\_\\_%'
  `.execute(db);
  return rows;
}
