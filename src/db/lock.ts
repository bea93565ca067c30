import { sql } from 'kysely';
import type { Database } from './connect.ts';

/**
 * Runs `work` while no other process runs it under the same key; answers `busy` at once where one
 * does. The lock hangs on a database session, so it falls with the process that holds it.
 */
export async function withLock<T>(
  locks: Database,
  key: string,
  work: () => Promise<T>,
): Promise<{ readonly busy: true } | { readonly busy: false; readonly result: T }> {
  return locks.connection().execute(async (session) => {
    const id = sql`hashtextextended(${key}, 0)`;
    const { rows } = await sql<{
      locked: boolean;
    }>`select pg_try_advisory_lock(${id}) as locked`.execute(session);
    if (!rows[0]?.locked) return { busy: true };
    try {
      return { busy: false, result: await work() };
    } finally {
      await sql`select pg_advisory_unlock(${id})`.execute(session);
    }
  });
}
