import { Client, type ClientOptions, GatewayIntentBits, Options } from 'discord.js';
import type { ApiOptions } from './api.ts';

export interface ClientSettings extends ApiOptions {
  readonly messageContent: boolean;
}

/**
 * discord.js for the gateway only: requests go through `Api`, and events are read as they come, so
 * that nothing depends on its caches. These are kept as small as it allows.
 */
export function createClient(settings: ClientSettings): Client {
  return new Client({
    intents: intents(settings),
    shards: 'auto',
    makeCache: Options.cacheWithLimits(CACHES),
    ...(settings.apiUrl !== undefined && { rest: { api: settings.apiUrl.replace(/\/+$/, '') } }),
  });
}

/** No more than is used: a privileged intent that is not granted closes the gateway. */
function intents({ messageContent }: ClientSettings): ClientOptions['intents'] {
  const always = [GatewayIntentBits.Guilds];
  if (!messageContent) return always;
  return [...always, GatewayIntentBits.GuildMessages, GatewayIntentBits.MessageContent];
}

const CACHES = {
  ...Options.DefaultMakeCacheSettings,
  AutoModerationRuleManager: 0,
  DMMessageManager: 0,
  GuildBanManager: 0,
  GuildEmojiManager: 0,
  GuildInviteManager: 0,
  GuildMemberManager: 0,
  GuildMessageManager: 0,
  GuildScheduledEventManager: 0,
  GuildStickerManager: 0,
  MessageManager: 0,
  PresenceManager: 0,
  ReactionManager: 0,
  ReactionUserManager: 0,
  StageInstanceManager: 0,
  ThreadMemberManager: 0,
  UserManager: 0,
  VoiceStateManager: 0,
};
