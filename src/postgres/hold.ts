import { setTimeout as sleep } from 'node:timers/promises';
import type { Logger } from 'pino';
import type { Cluster } from './cluster.ts';
import { enterServer, type Seat } from './enter.ts';
import { isLastOut, type LeaseRole } from './lease.ts';
import { stopServer } from './server.ts';

/** A running server that is kept running. */
export interface Hold {
  readonly seat: Seat;
  /** Gives it up; the last one to do so stops the server. */
  release(): Promise<void>;
}

/** Time between two attempts to have a lost server back, in ms. */
const REGAIN_INTERVAL_MS = 1000;

/**
 * Enters the cluster's server and stays there: when the session is lost, as when the system killed
 * the server for its memory, the server is brought back on the same port, so that its address stays
 * true. A disposable server is let go.
 */
export async function holdServer(cluster: Cluster, role: LeaseRole, log: Logger): Promise<Hold> {
  const leaving = new AbortController();
  const first = await enterServer(cluster, role);
  const last = cluster.disposable
    ? Promise.resolve(first)
    : stay(first, leaving.signal, () =>
        regain(cluster, { role, port: first.port, leaving: leaving.signal, log }),
      );
  return {
    seat: first,
    async release() {
      leaving.abort();
      await leaveServer(cluster, await last);
    },
  };
}

/** Resolves on `leaving`, with the seat held then, if any. */
async function stay(
  first: Seat,
  leaving: AbortSignal,
  regainSeat: () => Promise<Seat | undefined>,
): Promise<Seat | undefined> {
  let seat: Seat | undefined = first;
  while (seat && (await isLost(seat, leaving))) seat = await regainSeat();
  return seat;
}

/** Waits for the session's end, and tells whether it came unasked. */
async function isLost({ client }: Seat, leaving: AbortSignal): Promise<boolean> {
  if (leaving.aborted) return false;
  const { promise, resolve } = Promise.withResolvers<void>();
  client.once('end', resolve);
  leaving.addEventListener('abort', () => resolve(), { once: true });
  await promise;
  return !leaving.aborted;
}

interface Regaining {
  readonly role: LeaseRole;
  readonly port: number;
  readonly leaving: AbortSignal;
  readonly log: Logger;
}

async function regain(
  cluster: Cluster,
  { role, port, leaving, log }: Regaining,
): Promise<Seat | undefined> {
  while (!leaving.aborted) {
    try {
      log.warn({ port }, 'lost the embedded database: bringing it back');
      return await enterServer(cluster, role, port);
    } catch (error) {
      log.error({ err: error }, 'the embedded database cannot be brought back yet');
      await sleep(REGAIN_INTERVAL_MS, undefined, { signal: leaving }).catch(() => undefined);
    }
  }
  return undefined;
}

/** Ends the session; where it was the last one, the server is stopped. */
export async function leaveServer(cluster: Cluster, seat: Seat | undefined): Promise<void> {
  // Without a session there is no telling who else uses the server: whoever comes next adopts it.
  const isLast = seat && (await isLastOut(seat.client).catch(() => false));
  try {
    if (isLast) await stopServer(cluster);
  } finally {
    await seat?.client.end();
  }
}
