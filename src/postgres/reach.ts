import { Client, type ClientConfig, DatabaseError } from 'pg';
import { PostgresError } from './error.ts';
import { findServerFault } from './server-check.ts';
import { keepsSessions } from './session-proof.ts';

const TIMEOUT_MS = 10_000;

const pooled = (named: string): string =>
  'a pooler such as PgBouncer stands before it that hands each transaction to another session, so that ' +
  `locks do not hold. Fix: set pool_mode = session for this database, or name the server itself in ${named}.`;

/** How Node.js and OpenSSL name a certificate that nobody they know has signed. */
const UNKNOWN_CERTIFICATE = new Set([
  'DEPTH_ZERO_SELF_SIGNED_CERT',
  'SELF_SIGNED_CERT_IN_CHAIN',
  'UNABLE_TO_GET_ISSUER_CERT_LOCALLY',
  'UNABLE_TO_VERIFY_LEAF_SIGNATURE',
]);

/**
 * Sees whether a server of the operator's own can be used, so that what is wrong is told at the
 * start and in words. `named` is where the operator wrote the address, and is to mend it.
 * @throws {PostgresError} `postgres-unusable`
 */
export async function reachDatabase(url: string, named = 'DATABASE_URL'): Promise<void> {
  const config: ClientConfig = {
    connectionString: url,
    connectionTimeoutMillis: TIMEOUT_MS,
    query_timeout: TIMEOUT_MS,
    application_name: 'whetstone-check',
  };
  const fault = await findFault(config, named).catch((cause: unknown) => {
    throw unusable(url, `${reason(cause)}. ${fixFor(cause, named)}`, cause);
  });
  if (fault !== undefined) throw unusable(url, fault);
}

async function findFault(config: ClientConfig, named: string): Promise<string | undefined> {
  const client = new Client(config);
  // What breaks the connection also fails the query on it.
  client.on('error', () => undefined);
  try {
    await client.connect();
    const fault = await findServerFault(client, named);
    if (fault !== undefined) return fault;
  } finally {
    await client.end();
  }
  return (await keepsSessions(config)) ? undefined : pooled(named);
}

/** Names the database without its user's password. */
function unusable(url: string, why: string, cause?: unknown): PostgresError {
  const { host, pathname } = new URL(url);
  const place = `${pathname.slice(1)} at ${host || 'the local socket'}`;
  const message = `Cannot use the PostgreSQL database ${place}: ${why}`;
  return new PostgresError('postgres-unusable', message, { cause });
}

/** What to do where encryption stands in the way, or else where to look. */
function fixFor(cause: unknown, named: string): string {
  const { code = '', message } = cause as NodeJS.ErrnoException;
  if (UNKNOWN_CERTIFICATE.has(code)) {
    return (
      'Fix: name the file with the certificate of whoever signed it by sslrootcert=/path/to/ca.pem in ' +
      `${named}, or encrypt without a check by sslmode=no-verify.`
    );
  }
  if (code === 'ERR_TLS_CERT_ALTNAME_INVALID') {
    return `Fix: name the host in ${named} as its certificate does, or set sslmode=no-verify.`;
  }
  if (message.includes('does not support SSL')) {
    return `Fix: switch it on there, or take sslmode out of ${named}.`;
  }
  return `Fix: check ${named}, and that the server runs.`;
}

function reason(cause: unknown): string {
  if (cause instanceof DatabaseError) return cause.message;
  const { code = '', message } = cause as NodeJS.ErrnoException;
  if (UNKNOWN_CERTIFICATE.has(code)) return 'nobody known here has signed its certificate';
  switch (code) {
    case 'ECONNREFUSED':
      return 'nothing listens there';
    case 'ENOTFOUND':
      return 'there is no such host';
    default:
      return message || code || 'no answer';
  }
}
