import { sql } from 'kysely';
import { expect, it } from 'vitest';
import { connect, type Database } from '../../src/db/connect.ts';
import { migrateDown, migrateToLatest } from '../../src/db/migrate.ts';
import { testDatabase } from '../support/database.ts';

it('calls tracks suspended that an earlier version stored as parked, and takes that back', async () => {
  const database = await testDatabase();
  const { url } = database;
  const { db, close } = connect(url, { onError: () => undefined, max: 1 });
  try {
    await takeBack(url);
    await storeAsBefore(db);
    const before = await stored(db);
    await migrateToLatest(url);
    expect(await stored(db)).toMatchObject([
      { status: 'active', suspendedReason: null, suspendedDetail: null, suspendedFrom: null },
      {
        status: 'suspended',
        ...{ suspendedReason: 'rejected', suspendedDetail: 'no', suspendedFrom: 'paused' },
      },
      { status: 'removed' },
    ]);
    await expect(setStatus(db, 'parked')).rejects.toThrow('tracks_status_check');
    await takeBack(url);
    expect(await stored(db)).toEqual(before);
    await expect(setStatus(db, 'suspended')).rejects.toThrow('tracks_status_check');
  } finally {
    await close();
    await database.drop();
  }
});

/** Takes migrations back, the renaming the last of them. */
async function takeBack(url: string): Promise<void> {
  const taken = await migrateDown(url);
  if (!taken.includes('20261127T0504_suspended')) await takeBack(url);
}

async function storeAsBefore(db: Database): Promise<void> {
  await sql`insert into workspaces (platform, external_id) values ('slack', 'T1')`.execute(db);
  await sql`
    insert into tracks (workspace_id, channel, deck_ids, cron, timezone, language, status,
      parked_reason, parked_detail, parked_from)
    select id, 'C1', '{}', '0 10 * * *', 'UTC', 'en', was.*
    from workspaces, (values
      ('active', null, null, null),
      ('parked', 'rejected', 'no', 'paused'),
      ('removed', null, null, null)
    ) as was
  `.execute(db);
}

async function stored(db: Database): Promise<readonly unknown[]> {
  return (await sql`select * from tracks order by id`.execute(db)).rows;
}

async function setStatus(db: Database, status: string): Promise<void> {
  await sql`update tracks set status = ${status}`.execute(db);
}
