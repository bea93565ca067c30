import type { PlatformName } from '../chat/place.ts';
import type { Config } from '../config.ts';
import type { BotRole } from '../config/roles.ts';
import type { HeardShards } from '../domain/shards.ts';

/** What a process does on the database: a bot's roles, or the operator's commands beside the bot. */
export type ProcessRole = BotRole | 'operator';

/** The role that listens to a platform: over a connection of its own, or by what comes to the web server. */
export function listeningRole(name: PlatformName, { slack }: Pick<Config, 'slack'>): BotRole {
  const isOverHttp = name === 'slack' && slack?.signingSecret !== undefined;
  return isOverHttp || name === 'playground' ? 'web' : 'gateway';
}

/** What a process with these roles hears of Discord; undefined where that is nothing. */
export function heardShards(
  { discord }: Pick<Config, 'discord'>,
  roles: readonly ProcessRole[],
): HeardShards | undefined {
  if (!discord || !roles.includes('gateway')) return undefined;
  return discord.shards ?? { ids: [], count: null };
}
