import { randomUUID } from 'node:crypto';
import { Client } from 'pg';
import { inject } from 'vitest';

export interface TestDatabase {
  readonly name: string;
  readonly url: string;
  /** Closes whatever is still connected to it. */
  drop(): Promise<void>;
}

/** A new database with the newest schema, the queue's included, and nothing in it. */
export async function testDatabase(): Promise<TestDatabase> {
  const { server, template } = inject('postgres');
  return createDatabase(server, template);
}

/** The same with the deck in it that Whetstone ships with. */
export async function testDatabaseWithDeck(): Promise<TestDatabase> {
  const { server, templateWithDeck } = inject('postgres');
  return createDatabase(server, templateWithDeck);
}

export async function createDatabase(server: string, template?: string): Promise<TestDatabase> {
  const name = `whetstone_test_${randomUUID().replaceAll('-', '')}`;
  // Copying files is quicker than writing each page to the log as well, which is PostgreSQL's default.
  const copied = template ? `template ${template} strategy file_copy` : '';
  await run(server, `create database ${name} ${copied}`);
  const url = new URL(server);
  url.pathname = `/${name}`;
  return { name, url: url.href, drop: () => run(server, `drop database ${name} with (force)`) };
}

async function run(server: string, statement: string): Promise<void> {
  const client = new Client({ connectionString: server });
  await client.connect();
  try {
    await client.query(statement);
  } finally {
    await client.end();
  }
}
