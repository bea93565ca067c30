import { sql } from 'kysely';
import { Client } from 'pg';
import { appliedMigrations } from './backup/stored-tables.ts';
import type { Db } from './connect.ts';

/** Whether the bot, of whatever version, has made its tables there. */
export async function hasTables(db: Db): Promise<boolean> {
  const { rows } = await sql<{ readonly there: boolean }>`
    select to_regclass('decks') is not null as there
  `.execute(db);
  return rows[0]?.there === true;
}

/** A session that looks at a database and changes nothing in it. */
export interface Inspection {
  /** The migrations that were made there, the oldest first; none on an empty database. */
  migrations(): Promise<readonly string[]>;
  /** The database's clock. */
  now(): Promise<Date>;
  close(): Promise<void>;
}

export async function openInspection(url: string): Promise<Inspection> {
  const client = new Client({ connectionString: url, application_name: 'whetstone-check' });
  // A connection that breaks between two queries tells its next query.
  client.on('error', () => undefined);
  await client.connect();
  return {
    async migrations() {
      const there = await valueOf<boolean>(
        client,
        `select to_regclass('kysely_migration') is not null as value`,
      );
      return there === true ? appliedMigrations(client) : [];
    },
    async now() {
      const value = await valueOf<Date>(client, 'select clock_timestamp() as value');
      return value ?? new Date(NaN);
    },
    close: () => client.end(),
  };
}

async function valueOf<T>(client: Client, statement: string): Promise<T | undefined> {
  const { rows } = await client.query<{ readonly value: T }>(statement);
  return rows[0]?.value;
}
