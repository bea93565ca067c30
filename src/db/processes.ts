import type { Expression } from 'kysely';
import type { PlatformName } from '../chat/place.ts';
import type { Db } from './connect.ts';

/** A bot that runs, as it said itself. */
export interface SeenProcess {
  readonly platforms: readonly PlatformName[];
  readonly seenAt: Date;
}

/** Makes a process known; its id. Those not seen since `before` are forgotten. */
export async function insertProcess(
  db: Db,
  { platforms, seenAt }: SeenProcess,
  before: Date,
): Promise<number> {
  await db.deleteFrom('processes').where('seenAt', '<', before).execute();
  const { id } = await db
    .insertInto('processes')
    .values({ platforms: [...platforms], seenAt })
    .returning('id')
    .executeTakeFirstOrThrow();
  return id;
}

/** False where the process is not known any more. */
export async function updateProcess(
  db: Db,
  id: number,
  seenAt: Expression<Date>,
): Promise<boolean> {
  const query = db.updateTable('processes').set({ seenAt }).where('id', '=', id);
  return (await query.executeTakeFirst()).numUpdatedRows > 0n;
}

export async function deleteProcess(db: Db, id: number): Promise<void> {
  await db.deleteFrom('processes').where('id', '=', id).execute();
}

export async function processesSince(db: Db, since: Date): Promise<readonly SeenProcess[]> {
  return db
    .selectFrom('processes')
    .select(['platforms', 'seenAt'])
    .where('seenAt', '>=', since)
    .orderBy('id')
    .execute();
}
