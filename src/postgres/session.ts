import { Client } from 'pg';
import type { Cluster } from './cluster.ts';
import { USER } from './create-cluster.ts';

/** Ten seconds, in ms: more than a loaded machine needs on loopback. */
const CONNECT_TIMEOUT_MS = 10_000;

export function databaseUrl({ password }: Cluster, port: number, database: string): string {
  return `postgres://${USER}:${password}@127.0.0.1:${port}/${database}`;
}

/**
 * A session for keeping the server. It is on the `postgres` database, so that its locks cannot
 * meet any of the bot's own; `name` tells others whose it is.
 */
export async function openSession(cluster: Cluster, port: number, name: string): Promise<Client> {
  const client = new Client({
    connectionString: databaseUrl(cluster, port, 'postgres'),
    application_name: name,
    connectionTimeoutMillis: CONNECT_TIMEOUT_MS,
    keepAlive: true,
  });
  // A lost session emits `end` too, and that is where it is dealt with.
  client.on('error', () => undefined);
  await client.connect();
  return client;
}
