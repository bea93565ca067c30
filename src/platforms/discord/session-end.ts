import { DiscordAPIError } from '@discordjs/rest';
import { GatewayCloseCodes } from 'discord-api-types/v10';
import { LONGEST_WAIT_MS, waitAfter } from '../shared/persist.ts';

/** Why a session with the gateway ended. */
export interface SessionEnd {
  /** What the operator reads. */
  readonly reason: string;
  /** `lasting`: only the operator can change it. `exhausted`: Discord names the time to wait. */
  readonly kind: 'passing' | 'lasting' | 'exhausted';
  /** Of `exhausted`: milliseconds until Discord allows connections again. */
  readonly resetsIn?: number;
}

const MINUTE_MS = 60_000;

/** Each attempt costs one of a thousand identifies a day, and only the operator can change the outcome. */
const LASTING_WAITS_MS = [1, 2, 5, 10, 15].map((minutes) => minutes * MINUTE_MS);

/** How long to wait after a number of failures in a row, in milliseconds. */
export function waitBefore({ kind, resetsIn = 0 }: SessionEnd, failures: number): number {
  switch (kind) {
    case 'passing':
      return waitAfter(failures);
    case 'lasting':
      return LASTING_WAITS_MS[Math.min(failures, LASTING_WAITS_MS.length) - 1] ?? LONGEST_WAIT_MS;
    // Asking again costs no identify, so a day's wait need not be slept through.
    case 'exhausted':
      return Math.min(Math.max(resetsIn, MINUTE_MS), 15 * MINUTE_MS);
  }
}

export function exhausted(resetsIn: number): SessionEnd {
  const hours = Math.ceil(resetsIn / (60 * MINUTE_MS));
  const reason =
    `this bot has used up the connections that Discord allows it in a day; Discord allows more in ` +
    `about ${hours} h. Look for another process that restarts again and again with the same DISCORD_TOKEN`;
  return { reason, kind: 'exhausted', resetsIn };
}

export function failure(what: string, error: unknown): SessionEnd {
  if (error instanceof DiscordAPIError && error.status === 401) {
    return { reason: INVALID_TOKEN, kind: 'lasting' };
  }
  const detail = error instanceof Error ? error.message || error.name : String(error);
  return { reason: `${what}: ${detail}`, kind: 'passing' };
}

/** The session's end where a close code says that reconnecting changes nothing; undefined for others. */
export function endOf(code: number): SessionEnd | undefined {
  switch (code as GatewayCloseCodes) {
    case GatewayCloseCodes.AuthenticationFailed:
      return { reason: INVALID_TOKEN, kind: 'lasting' };
    case GatewayCloseCodes.DisallowedIntents:
      return { reason: INTENT_MISSING, kind: 'lasting' };
    case GatewayCloseCodes.InvalidShard:
    case GatewayCloseCodes.ShardingRequired:
      return { reason: MORE_SHARDS, kind: 'lasting' };
    case GatewayCloseCodes.InvalidAPIVersion:
    case GatewayCloseCodes.InvalidIntents:
      return { reason: `Discord closed the connection with code ${code}`, kind: 'lasting' };
    default:
      return undefined;
  }
}

const TRIED_AGAIN = '. It is tried again every few minutes, and at once after a restart';

const INVALID_TOKEN =
  'Discord does not accept DISCORD_TOKEN: in the Developer Portal, under Bot, choose Reset Token ' +
  `and copy the new one${TRIED_AGAIN}`;

const MORE_SHARDS =
  'Discord does not accept DISCORD_SHARDS: the bot is in more servers than so few shards may have. In each ' +
  'process raise the number in all, share the shards out among them, and start them again; or leave it ' +
  `empty in the only one${TRIED_AGAIN}`;

const INTENT_MISSING =
  'the Message Content Intent is off: in the Developer Portal, under Bot, Privileged Gateway ' +
  `Intents, switch it on, or set DISCORD_MESSAGE_CONTENT=off${TRIED_AGAIN}`;
