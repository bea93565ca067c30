import { randomUUID } from 'node:crypto';
import { Client } from 'pg';
import { afterAll, beforeAll, describe, expect, inject, it, onTestFinished } from 'vitest';
import { migrateToLatest } from '../../src/db/migrate.ts';
import { createQueue } from '../../src/jobs/queue.ts';
import { reachDatabase } from '../../src/postgres/reach.ts';
import { type ServerFacts, serverFault } from '../../src/postgres/server-check.ts';
import { createDatabase, type TestDatabase } from '../support/database.ts';
import { startNode } from '../support/node-process.ts';
import { hasPgBouncer, openPgBouncer } from '../support/pgbouncer.ts';

let database: TestDatabase;
let admin: Client;
beforeAll(async () => {
  database = await createDatabase(inject('postgres').server);
  admin = new Client({ connectionString: database.url });
  await admin.connect();
});
afterAll(async () => {
  await admin.end();
  await database.drop();
});

/** A role of its own on the database, and its address. */
async function makeRole(rights: string): Promise<{ readonly role: string; readonly url: string }> {
  const role = `whetstone_role_${randomUUID().replaceAll('-', '')}`;
  await admin.query(`create role ${role} login password 'sesame' ${rights}`);
  onTestFinished(async () => {
    await admin.query(`drop owned by ${role} cascade`);
    await admin.query(`drop role ${role}`);
  });
  const url = new URL(database.url);
  url.username = role;
  url.password = 'sesame';
  return { role, url: url.href };
}

const allow = async (role: string): Promise<void> => {
  await admin.query(`grant create on database ${database.name} to ${role}`);
  await admin.query(`grant create on schema public to ${role}`);
};

const refusalOf = async (url: string): Promise<string> => {
  const error = await reachDatabase(url).then(
    () => new Error('it was taken'),
    (thrown: unknown) => thrown as Error & { readonly code?: string },
  );
  expect(error).toMatchObject({ code: 'postgres-unusable' });
  expect(error.message).not.toContain('sesame');
  return error.message;
};

describe('at the start, a server is refused', () => {
  it('whose version is too old', () => {
    const facts: ServerFacts = {
      ...{ version: 140_011, versionName: '14.11', encoding: 'UTF8', role: 'a', database: 'b' },
      ...{ schema: 'public', isStandby: false, isReadOnly: false, connections: 100 },
      ...{ mayCreateSchemas: true, mayCreateTables: true },
    };
    expect(serverFault(facts)).toMatch(/it is PostgreSQL 14\.11, .* needs 15 or newer\. Fix: /);
    expect(serverFault({ ...facts, version: 150_000 })).toBeUndefined();
    expect(serverFault({ ...facts, version: 150_000, isStandby: true })).toMatch(/standby/);
  });

  it('on which the user may not create a schema, or tables', async () => {
    const { role, url } = await makeRole('');
    expect(await refusalOf(url)).toContain(
      `Fix: grant create on database "${database.name}" to "${role}";`,
    );
    await admin.query(`grant create on database ${database.name} to ${role}`);
    expect(await refusalOf(url)).toContain(`Fix: grant create on schema "public" to "${role}";`);
    await allow(role);
    await reachDatabase(url);
  });

  it('but not where all that needs those rights is there already', async () => {
    const { role, url } = await makeRole('');
    await allow(role);
    await migrateToLatest(url);
    const onError = (error: Error) => expect.fail(error.message);
    const queue = createQueue({ url, names: ['sweep'], onError, onFailure: () => undefined });
    await queue.start();
    await queue.stop(1000);
    await admin.query(`revoke create on database ${database.name} from ${role}`);
    await admin.query(`revoke create on schema public from ${role}`);
    await reachDatabase(url);
  });

  it('that allows too few connections', async () => {
    const { role, url } = await makeRole('connection limit 5');
    await allow(role);
    expect(await refusalOf(url)).toMatch(/allows this user 5 connections.* Fix: /);
  });

  it('that takes no writes', async () => {
    const { role, url } = await makeRole('');
    await allow(role);
    await admin.query(`alter role ${role} set default_transaction_read_only to on`);
    expect(await refusalOf(url)).toMatch(/is read-only for this user\. Fix: /);
  });

  it('whose encoding cannot keep every language', async () => {
    const name = `${database.name}_latin`;
    const options = `template template0 encoding 'LATIN1' locale_provider libc locale 'C'`;
    await admin.query(`create database ${name} ${options}`);
    onTestFinished(async () => void (await admin.query(`drop database ${name} with (force)`)));
    const url = new URL(database.url);
    url.pathname = `/${name}`;
    expect(await refusalOf(url.href)).toMatch(/its encoding is LATIN1.* Fix: /);
  });

  it('in words, and not with a stack', async () => {
    const { role, url } = await makeRole('connection limit 5');
    await allow(role);
    const { code, stdout, stderr } = await startNode(['src/main.ts'], { DATABASE_URL: url }).ended;
    expect({ code, stdout }).toEqual({ code: 1, stdout: '' });
    expect(stderr).toMatch(/^Cannot use the PostgreSQL database .* Fix: .*\n$/);
  });
});

describe.skipIf(!hasPgBouncer())('behind PgBouncer', () => {
  it.each(['transaction', 'statement'] as const)('pool_mode = %s is refused', async (mode) => {
    const pooler = await openPgBouncer(database.url, mode);
    onTestFinished(() => pooler.close());
    const refusal = await refusalOf(pooler.through(database.url));
    expect(refusal).toContain('Fix: set pool_mode = session');
  });

  it('pool_mode = transaction is refused though others use it, too', async () => {
    const pooler = await openPgBouncer(database.url, 'transaction');
    onTestFinished(() => pooler.close());
    const url = pooler.through(database.url);
    const others = await Promise.all(
      Array.from({ length: 4 }, async () => {
        const client = new Client({ connectionString: url });
        await client.connect();
        await client.query('begin');
        await client.query('select 1');
        return client;
      }),
    );
    for (const client of others) await client.query('rollback');
    expect(await refusalOf(url)).toContain('Fix: set pool_mode = session');
    for (const client of others) await client.end();
  });

  it('pool_mode = session is taken', async () => {
    const pooler = await openPgBouncer(database.url, 'session');
    onTestFinished(() => pooler.close());
    await reachDatabase(pooler.through(database.url));
  });
});
