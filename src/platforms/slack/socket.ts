import type { App } from '@slack/bolt';
import { SocketModeClient } from '@slack/socket-mode';
import type { WebClientOptions } from '@slack/web-api';
import type { Logger } from 'pino';
import type { PlatformState } from '../../chat/platform.ts';
import { pauseFor, waitAfter } from '../shared/persist.ts';
import { dropUnreadable, takeEvents } from './envelopes.ts';
import { asPlatformError } from './errors.ts';
import type { Transport } from './transport.ts';

type Report = (state: PlatformState) => void;

/** Slack says hello at once; a socket that stays silent is given up. */
const HELLO_TIMEOUT_MS = 15_000;
/** A connection that held this long was a good one: what follows it is a new failure. */
const GOOD_CONNECTION_MS = 10_000;

export interface SocketOptions {
  readonly appToken: string;
  readonly clientOptions: WebClientOptions;
  readonly now: () => Date;
  readonly log: Logger;
}

/**
 * Socket Mode. The library's own reconnecting is off: it dies of an unhandled rejection when Slack
 * refuses the token at a reconnect, and waits five seconds at each of Slack's routine refreshes.
 */
export function createSocket({ appToken, clientOptions, now, log }: SocketOptions): Transport {
  const client = new SocketModeClient({
    appToken,
    autoReconnectEnabled: false,
    clientOptions,
    ...(clientOptions.logger && { logger: clientOptions.logger }),
  });
  let app: App | undefined;
  let over: Promise<void> = Promise.resolve();
  dropUnreadable(client, log);
  takeEvents(client, (event) => app?.processEvent(event), log);
  return {
    receiver: {
      init: (bolt) => void (app = bolt),
      start: () => Promise.resolve(),
      stop: () => Promise.resolve(),
    },
    open: (signal, report) =>
      new Promise((resolve) => {
        const tell: Report = (state) => {
          report(state);
          if (state.status === 'ready') resolve();
        };
        over = stayConnected({ client, signal, report: tell }, now).finally(resolve);
      }),
    closed: () => over,
  };
}

interface Connecting {
  readonly client: SocketModeClient;
  /** Aborts when no connection is to be held any more. */
  readonly signal: AbortSignal;
  readonly report: Report;
}

async function stayConnected(connecting: Connecting, now: () => Date): Promise<void> {
  const { client, signal, report } = connecting;
  const hangUp = () => void client.disconnect();
  signal.addEventListener('abort', hangUp);
  for (let failures = 0; !signal.aborted;) {
    const since = now().getTime();
    const reason = await connection(connecting);
    if (signal.aborted) break;
    report(reason);
    failures = now().getTime() - since < GOOD_CONNECTION_MS ? failures + 1 : 0;
    await pauseFor(waitAfter(failures), signal);
  }
  signal.removeEventListener('abort', hangUp);
}

/** One connection from its start to its end; tells how things stand afterwards. */
async function connection({ client, signal, report }: Connecting): Promise<PlatformState> {
  const ended = new Promise<void>((resolve) => client.once('disconnected', () => resolve()));
  const giveUp = setTimeout(() => void client.disconnect(), HELLO_TIMEOUT_MS);
  try {
    await client.start();
  } catch (error) {
    return { status: 'down', reason: reasonOf(error) };
  } finally {
    clearTimeout(giveUp);
  }
  // A stop during the start found no socket to close.
  if (signal.aborted) await client.disconnect();
  else report({ status: 'ready' });
  await ended;
  return { status: 'connecting' };
}

/** The client rejects with nothing where the socket closed before Slack said hello. */
function reasonOf(error: unknown): string {
  if (error === undefined) return 'Slack closed the connection before it was ready';
  const { fault, message } = asPlatformError(error);
  return fault.code === 'unauthorized' || fault.code === 'workspace-gone'
    ? `Slack refuses the app token (${message}): check SLACK_APP_TOKEN`
    : `Slack cannot be reached: ${message}`;
}
