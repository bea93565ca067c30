import { setTimeout as sleep } from 'node:timers/promises';
import type { Client } from 'pg';
import { type Cluster, readPassword } from './cluster.ts';
import { PostgresError } from './error.ts';
import { type LeaseRole, sessionName, takeLease } from './lease.ts';
import { findPostmaster, type Postmaster } from './postmaster.ts';
import { startServer } from './server.ts';
import { type Access, openSession } from './session.ts';

/** A session that holds its role's locks on a running server. */
export interface Seat extends Access {
  readonly client: Client;
}

/** Time between two looks at a server that starts or stops, in ms. */
const LOOK_INTERVAL_MS = 100;

/** Attempts at a server that neither answers nor starts, before giving up: ten seconds or more. */
const MAX_FAILURES = 100;

/**
 * Joins the server that runs on the cluster, whoever started it, or starts one, on `port` or else
 * any free one. A server that starts, recovers or stops is waited for; so is, by those who came during an
 * upgrade, the new one that takes the old one's place.
 */
export async function enterServer(cluster: Cluster, role: LeaseRole, port?: number): Promise<Seat> {
  for (let failures = 0, looks = 0; ; looks++, await sleep(LOOK_INTERVAL_MS)) {
    try {
      const seat = await tryToEnter(cluster, role, port);
      if (seat) return seat;
    } catch (cause) {
      const isFinal = cause instanceof PostgresError;
      const isPassing = isFinal && cause.major !== undefined && looks > 0;
      if (isFinal && !isPassing) throw cause;
      if (++failures === MAX_FAILURES) throw isFinal ? cause : noAnswer(cluster, cause);
    }
  }
}

async function tryToEnter(
  cluster: Cluster,
  role: LeaseRole,
  port?: number,
): Promise<Seat | undefined> {
  const running = await findPostmaster(cluster.data);
  if (running) return running.ready ? sitDown(cluster, role, running) : undefined;
  if ((await cluster.mayStart?.()) ?? true) await startServer(cluster, port);
  return undefined;
}

async function sitDown({ folder }: Cluster, role: LeaseRole, { port }: Postmaster) {
  const access = { port, password: await readPassword(folder) };
  const client = await openSession(access, sessionName(role));
  try {
    if (await takeLease(client, role, folder)) return { ...access, client };
    await client.end();
    return undefined;
  } catch (error) {
    await client.end();
    throw error;
  }
}

function noAnswer({ folder }: Cluster, cause: unknown): PostgresError {
  const message = `The database in ${folder} does not answer: ${String(cause)}`;
  return new PostgresError('postgres-not-started', message, { cause });
}
