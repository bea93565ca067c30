import { connect } from '../../../src/db/connect.ts';
import { migrateDown } from '../../../src/db/migrate.ts';
import { testDatabaseWithDeck } from '../../support/database.ts';
import { hasPgBouncer, openPgBouncer } from '../../support/pgbouncer.ts';
import type { House, Scene } from './house.ts';

type Undo = Parameters<Scene['plant']>[1];

/** An address that is refused for a reason. */
const refused = (
  scene: string,
  says: RegExp,
  address: (house: House, after: Undo) => string | Promise<string>,
): Scene => ({
  scene,
  plant: async (house, after) => ({ DATABASE_URL: await address(house, after) }),
  named: [['fault', 'database', says]],
});

const changed = (url: string, change: Partial<Pick<URL, 'pathname' | 'username'>>): string =>
  Object.assign(new URL(url), change).href;

/** A role to which a function of the server lies: it is looked up in a schema of its own first. */
async function deceived({ roles }: House, lie: string): Promise<string> {
  const { role, url } = await roles.make();
  await roles.query(`create schema of_${role}; grant usage on schema of_${role} to ${role}`);
  await roles.query(`create function of_${role}.${lie}`);
  await roles.query(`alter role ${role} set search_path to of_${role}, pg_catalog, public`);
  return url;
}

/** A role that may create what a bot needs. */
async function allowed({ roles }: House, rights?: string) {
  const made = await roles.make(rights);
  await roles.allow(made.role);
  return made;
}

const REFUSED: readonly Scene[] = [
  refused(
    'a server that is not there',
    /b at 127\.0\.0\.1:1: nothing listens.*Fix: check/,
    () => 'postgres://a@127.0.0.1:1/b',
  ),
  refused('a database that is not there', /"nowhere" does not exist.*Fix: check/, ({ empty }) =>
    changed(empty.url, { pathname: '/nowhere' }),
  ),
  refused('a user who is not there', /"nobody".*Fix: check DATABASE_URL/, ({ empty }) =>
    changed(empty.url, { username: 'nobody' }),
  ),
  refused('a version that is too old', /PostgreSQL 14\.11,.*15 or newer\. Fix: upgrade/, (house) =>
    deceived(
      house,
      `current_setting(text) returns text language sql as $$
        select case $1 when 'server_version_num' then '140011' when 'server_version' then '14.11'
          else pg_catalog.current_setting($1) end $$`,
    ),
  ),
  refused('a standby', /is a standby.*Fix: name the primary/, (house) =>
    deceived(house, `pg_is_in_recovery() returns boolean language sql as $$ select true $$`),
  ),
  refused(
    'a user who may create nothing',
    /Fix: grant create on database "\w+" to "\w+"; grant create on schema "public" to "\w+";$/,
    async ({ roles }) => (await roles.make()).url,
  ),
  refused(
    'a user who may not create tables',
    /Fix: grant create on schema "public" to "\w+";$/,
    async ({ roles, empty }) => {
      const { role, url } = await roles.make();
      await roles.query(`grant create on database ${empty.name} to ${role}`);
      return url;
    },
  ),
  refused(
    'too few connections',
    /allows this user 5 connections.*Fix: raise the connection limit/,
    async (house) => (await allowed(house, 'connection limit 5')).url,
  ),
  refused('a user who may only read', /read-only.*Fix: make room on its disk/, async (house) => {
    const { role, url } = await allowed(house);
    await house.roles.query(`alter role ${role} set default_transaction_read_only to on`);
    return url;
  }),
  refused('another encoding', /LATIN1.*Fix: create a database with/, async (house, after) => {
    const name = `${house.empty.name}_latin`;
    const options = `template template0 encoding 'LATIN1' locale_provider libc locale 'C'`;
    await house.roles.query(`create database ${name} ${options}`);
    after(() => house.roles.query(`drop database ${name} with (force)`));
    return changed(house.empty.url, { pathname: `/${name}` });
  }),
];

const POOLED: readonly Scene[] = (['transaction', 'statement'] as const).map((mode) =>
  refused(
    `a pooler in the mode “${mode}”`,
    /PgBouncer.*Fix: set pool_mode = session/,
    async ({ empty }, after) => {
      const pooler = await openPgBouncer(empty.url, mode);
      after(() => pooler.close());
      return pooler.through(empty.url);
    },
  ),
);

const STORED: readonly Scene[] = [
  {
    scene: 'a database of an older version',
    async plant(_, after) {
      const older = await testDatabaseWithDeck();
      after(() => older.drop());
      await migrateDown(older.url);
      return { DATABASE_URL: older.url };
    },
    named: [
      ['warning', 'schema', /^1 migration to be made\. Fix: start the bot, or “migrate”/],
      ['skipped', 'tracks', /once the schema/],
    ],
  },
  {
    scene: 'a database that a newer version has changed',
    async plant(_, after) {
      const newer = await testDatabaseWithDeck();
      after(() => newer.drop());
      const { db, close } = connect(newer.url, { onError: () => undefined, max: 1 });
      await db
        .insertInto('kysely_migration' as never)
        .values({ name: '20990101T0000_later', timestamp: '' })
        .execute();
      await close();
      return { DATABASE_URL: newer.url };
    },
    named: [['fault', 'schema', /newer version.*20990101T0000_later.*Fix: start that version/]],
  },
];

export const DATABASES: readonly Scene[] = [
  ...REFUSED,
  ...(hasPgBouncer() ? POOLED : []),
  ...STORED,
];
