import { Kysely, type Transaction } from 'kysely';
import pg from 'pg';
import { createLocks, type Locks } from './lock.ts';
import { openLockSession } from './lock-session.ts';
import { preparedName } from './prepared.ts';
import { CamelCaseRows, SnakeCaseDialect } from './snake-case.ts';
import type { Tables } from './tables.ts';

/** A handle for queries: the pool, or a transaction on it. */
export type Db = Kysely<Tables> | Transaction<Tables>;

export type Database = Kysely<Tables>;

export interface Connection {
  readonly db: Database;
  /** On a session of their own: work under a lock waits for none that it holds up. */
  readonly locks: Locks;
  readonly close: () => Promise<void>;
}

/** SQLSTATE of whatever would write in a read-only transaction or on a standby. */
export const READ_ONLY = '25006';

/** Times after which a dead network is noticed; without them a half-open socket hangs for ever. */
const CONNECT_TIMEOUT_MS = 10_000;
const QUERY_TIMEOUT_MS = 30_000;

/**
 * Pools on a PostgreSQL server. A lost idle connection is reported to `onError` and replaced; a
 * pool without that handler would end the process when the server restarts.
 */
export function connect(
  url: string,
  { onError, max = 10 }: { readonly onError: (error: Error) => void; readonly max?: number },
): Connection {
  const db = open(url, max, onError);
  const locks = createLocks(() => openLockSession(settingsOf(url), onError));
  return {
    db,
    locks,
    async close() {
      await db.destroy();
      await locks.close();
    },
  };
}

function settingsOf(url: string): pg.ClientConfig {
  return {
    connectionString: url,
    keepAlive: true,
    connectionTimeoutMillis: CONNECT_TIMEOUT_MS,
    query_timeout: QUERY_TIMEOUT_MS,
    application_name: 'whetstone',
  };
}

/**
 * A session keeps a setting that made it read-only after its database can be written again: once a write
 * was refused for that, the connection is replaced.
 */
class PoolClient extends pg.Client {
  isStale = false;

  constructor(config?: string | pg.ClientConfig) {
    super(config);
    this.query = preparing(this.query.bind(this));
    this.connection.on('errorMessage', ({ code }: { readonly code?: string }) => {
      if (code === READ_ONLY) this.isStale = true;
    });
  }
}

type Query = pg.Client['query'];

/** Gives a statement that is to be prepared its name; a session that has it by then plans it no more. */
function preparing(query: Query): Query {
  const named = (...given: readonly unknown[]): unknown => {
    const [text, values] = given;
    const name = typeof text === 'string' ? preparedName(text) : undefined;
    const sent = name === undefined ? given : [{ name, text, values }];
    return Reflect.apply(query, undefined, sent);
  };
  return named as Query;
}

/** A pool makes its connections when they are first needed. */
function open(url: string, max: number, onError: (error: Error) => void): Database {
  const pool = new pg.Pool({ ...settingsOf(url), max, Client: PoolClient });
  pool.on('release', (_error, client) => {
    if (client instanceof PoolClient && client.isStale) void client.end();
  });
  pool.on('error', onError);
  // A connection that breaks while it is taken, but between two queries, tells nobody but itself; an
  // error that nobody hears ends the process. The next query on it fails, which tells its owner.
  pool.on('connect', (client) => client.on('error', () => undefined));
  return new Kysely<Tables>({
    dialect: new SnakeCaseDialect({ pool }),
    plugins: [new CamelCaseRows()],
  });
}

/** A handle on one session alone, whose owner begins its transactions and ends it. */
export function onSession(session: pg.Client): {
  readonly db: Database;
  /** Of all its statements; undefined where none failed. */
  readonly firstError: () => unknown;
} {
  const query = session.query.bind(session);
  const client = { query, release: () => undefined };
  const pool = {
    options: {},
    connect: () => Promise.resolve(client),
    end: () => Promise.resolve(),
  };
  let error: unknown;
  const db = new Kysely<Tables>({
    dialect: new SnakeCaseDialect({ pool }),
    plugins: [new CamelCaseRows()],
    log: (event) => {
      if (event.level === 'error') error ??= event.error;
    },
  });
  return { db, firstError: () => error };
}
