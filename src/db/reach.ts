import { Client, DatabaseError } from 'pg';
import { PostgresError } from './embedded/error.ts';

const CONNECT_TIMEOUT_MS = 10_000;

/**
 * Sees whether a server of the operator's own can be used, so that what is wrong is told at the
 * start and in words.
 * @throws {PostgresError} `postgres-unusable`
 */
export async function reachDatabase(url: string): Promise<void> {
  const client = new Client({ connectionString: url, connectionTimeoutMillis: CONNECT_TIMEOUT_MS });
  try {
    await client.connect();
  } catch (cause) {
    throw unusable(url, cause);
  }
  await client.end();
}

/** Names the database without its user's password. */
function unusable(url: string, cause: unknown): PostgresError {
  const { host, pathname } = new URL(url);
  const message =
    `Cannot use the PostgreSQL database ${pathname.slice(1)} at ${host || 'the local socket'}: ${reason(cause)}. ` +
    'Check DATABASE_URL, and that the server runs.';
  return new PostgresError('postgres-unusable', message, { cause });
}

function reason(cause: unknown): string {
  if (cause instanceof DatabaseError) return cause.message;
  const { code, message } = cause as NodeJS.ErrnoException;
  switch (code) {
    case 'ECONNREFUSED':
      return 'nothing listens there';
    case 'ENOTFOUND':
      return 'there is no such host';
    default:
      return message || (code ?? 'no answer');
  }
}
