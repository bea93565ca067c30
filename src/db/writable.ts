import { sql } from 'kysely';
import { DatabaseError } from 'pg';
import { type Db, READ_ONLY } from './connect.ts';

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
