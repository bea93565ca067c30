import { sql } from 'kysely';
import { DatabaseError } from 'pg';
import type { Db } from './connect.ts';

/** SQLSTATE of whatever would write in a read-only transaction or on a standby. */
export const READ_ONLY = '25006';

/** Why the database takes no writes just now; undefined where it does. Nothing is written to find out. */
export async function findReadOnly(db: Db): Promise<string | undefined> {
  try {
    // To lock rows counts as a write, also where there are none.
    await sql`select from tracks where false for update`.execute(db);
    return undefined;
  } catch (error) {
    if (!(error instanceof DatabaseError) || error.code !== READ_ONLY) throw error;
    return 'the database is read-only; make room on its disk if that is full, and let it be written again';
  }
}
