import type { Db } from './connect.ts';

/** The id of the installation on this database: the one that was stored first, or else `proposed`. */
export async function installationId(db: Db, proposed: string): Promise<string> {
  await db
    .insertInto('installation')
    .values({ id: proposed })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
  return (await db.selectFrom('installation').select('id').executeTakeFirstOrThrow()).id;
}
