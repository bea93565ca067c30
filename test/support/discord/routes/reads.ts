import { ApplicationFlags } from 'discord-api-types/v10';
import { missingAccess, unknownGuild, unknownMember } from '../errors.ts';
import type { Call, Route } from '../rest.ts';
import {
  botMemberPayload,
  channelPayload,
  guildPayload,
  memberPayload,
  rolesPayload,
} from '../wire.ts';
import type { World } from '../world.ts';
import { visibleChannel } from './messages.ts';

const RESET_AFTER_MS = 7_200_000;

/** What the bot reads of itself, its server and its channels. `gateway` is where events come from. */
export const readRoutes = (gateway: () => string): readonly Route[] => [
  {
    method: 'GET',
    path: '/gateway/bot',
    answer: ({ world }) => ({
      url: gateway(),
      shards: 1,
      session_start_limit: {
        total: 1_000,
        remaining: Math.max(world.settings.identifiesLeft, 0),
        reset_after: RESET_AFTER_MS,
        max_concurrency: 1,
      },
    }),
  },
  { method: 'GET', path: '/users/@me', answer: ({ world }) => world.bot },
  { method: 'GET', path: '/users/@me/guilds', answer: ({ world }) => guilds(world) },
  { method: 'GET', path: '/applications/@me', answer: ({ world }) => application(world) },
  {
    method: 'GET',
    path: '/guilds/{guild_id}',
    answer: ({ world, params }) => guildPayload(joined(world, params['guild_id'])),
  },
  {
    method: 'GET',
    path: '/guilds/{guild_id}/roles',
    answer: ({ world, params }) => rolesPayload(joined(world, params['guild_id'])),
  },
  {
    method: 'GET',
    path: '/guilds/{guild_id}/members/{user_id}',
    answer: member,
  },
  {
    method: 'GET',
    path: '/channels/{channel_id}',
    answer: ({ world, params }) =>
      channelPayload(world, visibleChannel(world, params['channel_id'])),
  },
];

const guilds = ({ guild, settings }: World): readonly object[] =>
  settings.botIsMember ? [{ id: guild.id, name: guild.name, owner: false, permissions: '0' }] : [];

/** `flags` tells which privileged intents the Developer Portal grants; here to a bot in few servers. */
const application = ({ application: id, bot, settings }: World): object => ({
  id,
  name: bot.username,
  flags: settings.messageContent ? ApplicationFlags.GatewayMessageContentLimited : 0,
});

function member({ world, params }: Call): object {
  joined(world, params['guild_id']);
  if (params['user_id'] === world.bot.id) return botMemberPayload(world);
  const found = [...world.members.values()].find(({ user }) => user.id === params['user_id']);
  if (found) return memberPayload(world, found);
  throw unknownMember();
}

function joined(world: World, guild: string | undefined): World {
  if (guild !== world.guild.id) throw unknownGuild();
  if (!world.settings.botIsMember) throw missingAccess();
  return world;
}
