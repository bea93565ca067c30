import type { Db } from './connect.ts';

/** What the addresses of calendar feeds are signed with; the database made it up. */
export async function feedSecret(db: Db): Promise<string> {
  const row = await db.selectFrom('installation').select('feedSecret').executeTakeFirstOrThrow();
  return row.feedSecret;
}

/** The id of the installation on this database: the one that was stored first, or else `proposed`. */
export async function installationId(db: Db, proposed: string): Promise<string> {
  await db
    .insertInto('installation')
    .values({ id: proposed })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
  return (await db.selectFrom('installation').select('id').executeTakeFirstOrThrow()).id;
}
