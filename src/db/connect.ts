import { CamelCasePlugin, Kysely, PostgresDialect, type Transaction } from 'kysely';
import pg from 'pg';
import type { Tables } from './tables.ts';

/** A handle for queries: the pool, or a transaction on it. */
export type Db = Kysely<Tables> | Transaction<Tables>;

export type Database = Kysely<Tables>;

export interface Connection {
  readonly db: Database;
  readonly close: () => Promise<void>;
}

/** Times after which a dead network is noticed; without them a half-open socket hangs for ever. */
const CONNECT_TIMEOUT_MS = 10_000;
const QUERY_TIMEOUT_MS = 30_000;

/**
 * A pool on a PostgreSQL server. A lost idle connection is reported to `onError` and replaced; a
 * pool without that handler would end the process when the server restarts.
 */
export function connect(
  url: string,
  options: { readonly onError: (error: Error) => void; readonly max?: number },
): Connection {
  const pool = new pg.Pool({
    connectionString: url,
    max: options.max ?? 10,
    keepAlive: true,
    connectionTimeoutMillis: CONNECT_TIMEOUT_MS,
    query_timeout: QUERY_TIMEOUT_MS,
    application_name: 'whetstone',
  });
  pool.on('error', options.onError);
  const db = new Kysely<Tables>({
    dialect: new PostgresDialect({ pool }),
    plugins: [new CamelCasePlugin({ maintainNestedObjectKeys: true })],
  });
  return { db, close: () => db.destroy() };
}
