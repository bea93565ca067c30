import { Client } from 'pg';
import { afterAll, beforeAll, describe, expect, inject, it, onTestFinished } from 'vitest';
import { migrateToLatest } from '../../src/db/migrate.ts';
import { createQueue } from '../../src/jobs/queue.ts';
import { reachDatabase } from '../../src/postgres/reach.ts';
import { createDatabase, type TestDatabase } from '../support/database.ts';
import { type DatabaseRoles, openDatabaseRoles } from '../support/database-roles.ts';
import { startNode } from '../support/node-process.ts';
import { hasPgBouncer, openPgBouncer } from '../support/pgbouncer.ts';

// What is refused, and in which words, is planted in `cli/doctor/`.
let database: TestDatabase;
let roles: DatabaseRoles;
beforeAll(async () => {
  database = await createDatabase(inject('postgres').server);
  roles = await openDatabaseRoles(database);
});
afterAll(async () => {
  await roles.close();
  await database.drop();
});

describe('a user with few rights', () => {
  it('is let in where all that needs the others is there already', async () => {
    const { role, url } = await roles.make();
    await roles.allow(role);
    await migrateToLatest(url);
    const onError = (error: Error) => expect.fail(error.message);
    const queue = createQueue({ url, names: ['sweep'], onError, onFailure: () => undefined });
    await queue.start();
    await queue.stop(1000);
    await roles.query(`revoke create on database ${database.name} from ${role}`);
    await roles.query(`revoke create on schema public from ${role}`);
    await reachDatabase(url);
  });

  it('is refused at the start in words, and not with a stack or a password', async () => {
    const { role, url } = await roles.make('connection limit 5');
    await roles.allow(role);
    const { code, stdout, stderr } = await startNode(['src/main.ts'], { DATABASE_URL: url }).ended;
    expect({ code, stdout }).toEqual({ code: 1, stdout: '' });
    expect(stderr).toMatch(/^Cannot use the PostgreSQL database .* Fix: .*\n$/);
    expect(stderr).not.toContain('sesame');
  });
});

describe.skipIf(!hasPgBouncer())('behind PgBouncer', () => {
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
    await expect(reachDatabase(url)).rejects.toMatchObject({
      code: 'postgres-unusable',
      message: expect.stringContaining('Fix: set pool_mode = session') as string,
    });
    for (const client of others) await client.end();
  });

  it('pool_mode = session is taken', async () => {
    const pooler = await openPgBouncer(database.url, 'session');
    onTestFinished(() => pooler.close());
    await reachDatabase(pooler.through(database.url));
  });
});
