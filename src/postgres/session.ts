import { Client } from 'pg';
import { USER } from './create-cluster.ts';

/** Ten seconds, in ms: more than a loaded machine needs on loopback. */
const CONNECT_TIMEOUT_MS = 10_000;

/** Where a server listens, and what it takes to get in. */
export interface Access {
  readonly port: number;
  readonly password: string;
}

export function databaseUrl({ password, port }: Access, database: string): string {
  return `postgres://${USER}:${password}@127.0.0.1:${port}/${database}`;
}

/**
 * A session for keeping the server. It is on the `postgres` database, so that its locks cannot
 * meet any of the bot's own; `name` tells others whose it is.
 */
export async function openSession(access: Access, name: string): Promise<Client> {
  const client = new Client({
    connectionString: databaseUrl(access, 'postgres'),
    application_name: name,
    connectionTimeoutMillis: CONNECT_TIMEOUT_MS,
    keepAlive: true,
  });
  // A lost session emits `end` too, and that is where it is dealt with.
  client.on('error', () => undefined);
  await client.connect();
  return client;
}
