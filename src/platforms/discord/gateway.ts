import { REST } from '@discordjs/rest';
import {
  type IIdentifyThrottler,
  type SessionInfo,
  SimpleIdentifyThrottler,
  WebSocketManager,
} from '@discordjs/ws';
import { GatewayIntentBits } from 'discord-api-types/v10';
import type { Logger } from 'pino';
import { persist } from '../shared/persist.ts';
import type { ApiOptions } from './api.ts';
import { REQUEST_TIMEOUT_MS } from './limits.ts';
import { exhausted, failure, type SessionEnd } from './session-end.ts';
import { Shards } from './shards.ts';

/** Some shards of as many as all processes connect together. */
export interface ShardChoice {
  readonly ids: readonly number[];
  readonly count: number;
}

export interface GatewaySettings extends ApiOptions {
  /** Left out, all that Discord recommends. */
  readonly shards?: ShardChoice | undefined;
  readonly messageContent: boolean;
  readonly log: Logger;
}

export interface GatewayHooks {
  /** Aborts when the session is over: nothing connects or identifies after it. */
  readonly over: AbortSignal;
  /** Ends the session. */
  readonly end: (how: SessionEnd) => void;
}

/**
 * Discord's gateway, shards included, without a client around it: that would read every event into caches
 * that nobody uses, and end the process over one whose shape it does not expect.
 */
export function createGateway(settings: GatewaySettings, hooks: GatewayHooks): WebSocketManager {
  const sessions = new Map<number, SessionInfo>();
  const throttler = createThrottler(settings.log, hooks, () => manager);
  const manager = new WebSocketManager({
    token: settings.token,
    rest: createRest(settings),
    intents: intents(settings),
    ...(settings.shards && {
      shardIds: [...settings.shards.ids],
      shardCount: settings.shards.count,
    }),
    buildStrategy: (made) =>
      new Shards(made, (error) => hooks.end(failure('the connection to Discord broke', error))),
    buildIdentifyThrottler: () => throttler,
    // A shard may be between two connections when the session ends. It asks this first, and stays out.
    retrieveSessionInfo: (shard) => (hooks.over.aborted ? never() : (sessions.get(shard) ?? null)),
    updateSessionInfo: (shard, session) => {
      if (session !== null && URL.canParse(session.resumeURL)) sessions.set(shard, session);
      else sessions.delete(shard);
    },
  });
  return manager;
}

const never = (): Promise<never> => new Promise(() => undefined);

/**
 * No more than is used: a privileged intent that is not granted closes the gateway. Without it Discord
 * tells of messages all the same, and of their words only where they mention the bot.
 */
function intents({ messageContent }: GatewaySettings): GatewayIntentBits {
  const plain = GatewayIntentBits.Guilds | GatewayIntentBits.GuildMessages;
  return messageContent ? plain | GatewayIntentBits.MessageContent : plain;
}

/** For the gateway's address alone. Its timers are off, so that nothing has to be stopped. */
function createRest({ token, apiUrl }: GatewaySettings): REST {
  return new REST({
    ...(apiUrl !== undefined && { api: apiUrl.replace(/\/+$/, '') }),
    timeout: REQUEST_TIMEOUT_MS,
    handlerSweepInterval: 0,
    hashSweepInterval: 0,
  }).setToken(token);
}

/** Discord resets the token of a bot that identifies more often than it is allowed to in a day. The rest
 *  is left for processes with the same token that identify at the same moment. */
export const KEPT_IDENTIFIES = 10;

/** Asks Discord before each identify how many are left, since other processes use the same token. */
function createThrottler(
  log: Logger,
  { over, end }: GatewayHooks,
  manager: () => WebSocketManager,
): IIdentifyThrottler {
  let pace: SimpleIdentifyThrottler | undefined;
  return {
    async waitForIdentify(shard, closed) {
      const asked = await persist(() => manager().fetchGatewayInformation(true), {
        signal: AbortSignal.any([over, closed]),
        onFailure: (err) => log.warn({ err }, 'Discord did not say how many connections are left'),
      });
      if (over.aborted) return never();
      closed.throwIfAborted();
      if (asked === undefined) return never();
      const { max_concurrency: together, remaining, reset_after } = asked.session_start_limit;
      if (remaining <= KEPT_IDENTIFIES) {
        end(exhausted(reset_after));
        return never();
      }
      pace ??= new SimpleIdentifyThrottler(together);
      await pace.waitForIdentify(shard, closed);
      if (over.aborted) return never();
    },
  };
}
