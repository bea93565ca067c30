import { type WebSocketManager, WebSocketShardEvents } from '@discordjs/ws';
import type { GatewayDispatchPayload } from 'discord-api-types/v10';
import type { PlatformState } from '../../chat/platform.ts';
import { pauseFor } from '../shared/persist.ts';
import {
  createGateway,
  type GatewayHooks,
  type GatewaySettings,
  KEPT_IDENTIFIES,
} from './gateway.ts';
import { endOf, exhausted, failure, type SessionEnd, waitBefore } from './session-end.ts';

type Listen = (payload: GatewayDispatchPayload) => void;

/** A connection to the gateway that is made again, whatever ends it, until it is closed. */
export interface GatewayConnection {
  /** Resolves with the application's id when first connected; undefined where closed before. */
  open(listen: Listen): Promise<string | undefined>;
  close(): Promise<void>;
  state(): PlatformState;
  /** Aborts when the connection is closed. */
  readonly closed: AbortSignal;
}

export interface ConnectionSettings extends GatewaySettings {
  /** Waits for so many milliseconds, or until the signal aborts. */
  readonly wait?: (ms: number, signal: AbortSignal) => Promise<void>;
}

export function createConnection(settings: ConnectionSettings): GatewayConnection {
  const { log, wait = pauseFor } = settings;
  const closing = new AbortController();
  const { signal } = closing;
  let state: PlatformState = { status: 'connecting' };
  let running: Promise<void> = Promise.resolve();

  async function keepOpen(listen: Listen, ready: (id: string) => void) {
    for (let failures = 0; !signal.aborted;) {
      const report: Report = (next, application) => {
        state = next;
        if (application === undefined) return;
        failures = 0;
        ready(application);
      };
      const end = await runSession({ settings, listen, report }, signal);
      if (end === undefined) return;
      state = { status: 'down', reason: end.reason };
      const waitMs = waitBefore(end, ++failures);
      log.error({ reason: end.reason, waitMs }, 'Discord is out of reach');
      await wait(waitMs, signal);
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

type Report = (state: PlatformState, application?: string) => void;

interface Session {
  readonly settings: GatewaySettings;
  readonly listen: Listen;
  readonly report: Report;
}

/** Connects and stays connected; undefined when the signal ended it. */
async function runSession(session: Session, signal: AbortSignal): Promise<SessionEnd | undefined> {
  const over = new AbortController();
  const { promise: ended, resolve: end } = Promise.withResolvers<SessionEnd | undefined>();
  const stop = (): void => end(undefined);
  signal.addEventListener('abort', stop, { once: true });
  const hooks = { over: over.signal, end };
  const manager = createGateway(session.settings, hooks);
  watch(manager, session, hooks);
  void connect(manager, end);
  const how = await ended;
  signal.removeEventListener('abort', stop);
  over.abort();
  await manager.destroy();
  return how;
}

/** Nothing is heard of the session after it is over. */
function watch(manager: WebSocketManager, session: Session, { over, end }: GatewayHooks): void {
  const { settings, listen, report } = session;
  const { log } = settings;
  const connected = new Set<number>();
  const tell = (application?: string): void => {
    const all = connected.size >= (settings.shards?.ids.length ?? 1);
    if (!over.aborted) report({ status: all ? 'ready' : 'connecting' }, application);
  };
  manager
    .on(WebSocketShardEvents.Ready, ({ data, shardId }) => {
      connected.add(shardId);
      tell(data.application.id);
    })
    .on(WebSocketShardEvents.Resumed, ({ shardId }) => {
      connected.add(shardId);
      tell();
    })
    .on(WebSocketShardEvents.Closed, ({ code, shardId }) => {
      connected.delete(shardId);
      const last = endOf(code);
      if (last) end(last);
      else if (!over.aborted) report({ status: 'connecting' });
    })
    .on(WebSocketShardEvents.Error, ({ error }) =>
      log.warn({ err: error }, 'the connection to Discord failed'),
    )
    .on(WebSocketShardEvents.Dispatch, ({ data }) => {
      if (!over.aborted) listen(data);
    });
}

async function connect(manager: WebSocketManager, end: (how: SessionEnd) => void): Promise<void> {
  try {
    const { session_start_limit: limit } = await manager.fetchGatewayInformation();
    if (limit.remaining <= KEPT_IDENTIFIES) return end(exhausted(limit.reset_after));
    await manager.connect();
  } catch (error) {
    end(failure('cannot connect to Discord', error));
  }
}
