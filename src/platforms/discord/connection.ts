import {
  type Client,
  DiscordjsErrorCodes,
  Events,
  GatewayCloseCodes,
  GatewayDispatchEvents,
  type GatewayReadyDispatchData,
} from 'discord.js';
import type { Logger } from 'pino';
import type { PlatformState } from '../../chat/platform.ts';
import { LONGEST_WAIT_MS, pause, waitAfter } from '../shared/persist.ts';
import { type ClientSettings, createClient } from './client.ts';

/** A connection to the gateway that is made again, whatever ends it, until it is closed. */
export interface Connection {
  /** Resolves with the application's id when first connected; undefined where closed before. */
  open(listen: (client: Client) => void): Promise<string | undefined>;
  close(): Promise<void>;
  state(): PlatformState;
  /** Aborts when the connection is closed. */
  readonly closed: AbortSignal;
}

export function createConnection(settings: ClientSettings & { readonly log: Logger }): Connection {
  const closing = new AbortController();
  const { signal } = closing;
  let state: PlatformState = { status: 'connecting' };
  let running: Promise<void> = Promise.resolve();

  async function keepOpen(listen: (client: Client) => void, ready: (id: string) => void) {
    for (let failures = 0; !signal.aborted;) {
      const end = await runSession(settings, listen, signal, (next, application) => {
        state = next;
        if (application === undefined) return;
        failures = 0;
        ready(application);
      });
      if (end === undefined) return;
      state = { status: 'down', reason: end.reason };
      settings.log.error({ reason: end.reason }, 'Discord is out of reach');
      await pause(end.lasting ? LONGEST_WAIT_MS : waitAfter(++failures), signal);
    }
  }

  return {
    closed: signal,
    state: () => state,
    open(listen) {
      const { promise, resolve } = Promise.withResolvers<string | undefined>();
      running = keepOpen(listen, resolve).finally(() => resolve(undefined));
      return promise;
    },
    async close() {
      closing.abort();
      await running;
      state = { status: 'down', reason: 'stopped' };
    },
  };
}

interface SessionEnd {
  /** What the operator reads. */
  readonly reason: string;
  /** Nothing but the operator mends it. */
  readonly lasting: boolean;
}

type Report = (state: PlatformState, application?: string) => void;

/** Connects and stays connected; undefined when the signal ended it. */
async function runSession(
  settings: ClientSettings & { readonly log: Logger },
  listen: (client: Client) => void,
  signal: AbortSignal,
  report: Report,
): Promise<SessionEnd | undefined> {
  const client = createClient(settings);
  const { promise: end, resolve } = Promise.withResolvers<SessionEnd | undefined>();
  const stop = (): void => resolve(undefined);
  signal.addEventListener('abort', stop, { once: true });
  watch(client, settings.log, report, resolve);
  listen(client);
  client.login(settings.token).catch((error: unknown) => resolve(loginFailure(error)));
  const how = await end;
  signal.removeEventListener('abort', stop);
  client.removeAllListeners();
  client.ws.removeAllListeners();
  await client.destroy();
  return how;
}

function watch(client: Client, log: Logger, report: Report, fail: (end: SessionEnd) => void): void {
  client.ws
    .on(GatewayDispatchEvents.Ready, ({ application }: GatewayReadyDispatchData) =>
      report({ status: 'ready' }, application.id),
    )
    .on(GatewayDispatchEvents.Resumed, () => report({ status: 'ready' }));
  client
    .on(Events.ShardReconnecting, () => report({ status: 'connecting' }))
    .on(Events.ShardDisconnect, ({ code }) => fail(refused(code)))
    .on(Events.ShardError, (err) => log.warn({ err }, 'the connection to Discord failed'))
    .on(Events.Error, (err) => log.error({ err }, 'the Discord client failed'));
}

function loginFailure(error: unknown): SessionEnd {
  const invalid =
    error instanceof Error && 'code' in error && error.code === DiscordjsErrorCodes.TokenInvalid;
  if (invalid) return refused(GatewayCloseCodes.AuthenticationFailed);
  const detail = error instanceof Error ? error.message : String(error);
  return { reason: `cannot connect to Discord: ${detail}`, lasting: false };
}

/** The gateway's close codes after which a client does not come back by itself. */
function refused(code: number): SessionEnd {
  switch (code as GatewayCloseCodes) {
    case GatewayCloseCodes.AuthenticationFailed:
      return { reason: INVALID_TOKEN, lasting: true };
    case GatewayCloseCodes.DisallowedIntents:
      return { reason: INTENT_MISSING, lasting: true };
    default:
      return { reason: `Discord closed the connection with code ${code}`, lasting: true };
  }
}

const INVALID_TOKEN =
  'Discord does not accept DISCORD_TOKEN: in the Developer Portal, under Bot, choose Reset Token ' +
  'and copy the new one';

const INTENT_MISSING =
  'the Message Content Intent is off: in the Developer Portal, under Bot, Privileged Gateway ' +
  'Intents, switch it on, or set DISCORD_MESSAGE_CONTENT=off';
