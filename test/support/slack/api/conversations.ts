import { Refusal } from '../refusal.ts';
import type { Channel, StoredMessage, World } from '../world.ts';
import { type Answer, type Call, channelArg, type Method, optionalText, textArg } from './call.ts';
import { asJson } from './chat.ts';

/** Small, so that every test of a long history turns a page. */
const PAGE = 3;

export const CONVERSATIONS: Readonly<Record<string, Method>> = {
  'conversations.info': { scope: 'channels:read', run: info },
  'conversations.open': { scope: 'im:write', run: open },
  'conversations.history': { scope: 'channels:history', run: history },
  'conversations.replies': { scope: 'channels:history', run: replies },
};

function info(call: Call): Answer {
  const channel = channelArg(call);
  return {
    channel: {
      id: channel.id,
      name: channel.name,
      ...(channel.creator !== undefined && { creator: channel.creator }),
      is_channel: !channel.isPrivate,
      is_private: channel.isPrivate,
      is_im: channel.direct !== undefined,
      is_mpim: channel.isGroup === true,
      is_archived: channel.isArchived,
      is_member: channel.botIsMember,
    },
  };
}

/** The direct message with a member; asking again gives the same one. */
function open(call: Call): Answer {
  const { world } = call;
  const direct = textArg(call, 'users');
  if (!world.users.has(direct)) throw new Refusal('user_not_found');
  if (world.closedDirect.has(direct)) throw new Refusal('user_disabled');
  const known = [...world.channels.values()].find((channel) => channel.direct === direct);
  const { id } = known ?? addDirect(world, direct);
  return { channel: { id } };
}

function addDirect(world: World, direct: string): Channel {
  const id = world.nextId('D');
  const usable = { botIsMember: true, botMayPost: true, isArchived: false, isPrivate: true };
  const channel = { id, name: '', direct, ...usable };
  world.channels.set(id, channel);
  return channel;
}

/** Newest first, as Slack has it; replies are not in it. */
function history(call: Call): Answer {
  const channel = readableChannel(call);
  const inChannel = inPlace(call.world, channel).filter(
    (message) => message.thread === undefined || message.thread === message.ts,
  );
  return page(call, inChannel.reverse());
}

/** Oldest first, with the first message of the thread at the head of it. */
function replies(call: Call): Answer {
  const channel = readableChannel(call);
  const thread = textArg(call, 'ts');
  const inThread = inPlace(call.world, channel).filter(
    (message) => message.ts === thread || message.thread === thread,
  );
  if (!inThread.some((message) => message.ts === thread)) throw new Refusal('thread_not_found');
  return page(call, inThread);
}

function readableChannel(call: Call): Channel {
  const channel = channelArg(call);
  if (!channel.botIsMember) throw new Refusal('not_in_channel');
  const unread = channel.direct !== undefined && !call.world.scopes.has('im:history');
  if (unread) throw new Refusal('missing_scope', [], { needed: 'im:history' });
  return channel;
}

function inPlace(world: World, channel: Channel): StoredMessage[] {
  return [...world.messages.values()]
    .filter((message) => message.channel === channel.id && !message.onlyFor)
    .sort((one, other) => Number(one.ts) - Number(other.ts));
}

function page(call: Call, messages: readonly StoredMessage[]): Answer {
  const oldest = Number(optionalText(call, 'oldest') ?? '0');
  const inclusive = String(call.args['inclusive']) === 'true';
  const latest = Number(optionalText(call, 'latest') ?? Infinity);
  const wanted = messages.filter(({ ts }) => {
    const at = Number(ts);
    return (at > oldest && at < latest) || (inclusive && [oldest, latest].includes(at));
  });
  const from = Number(optionalText(call, 'cursor') ?? '0');
  const withMetadata = String(call.args['include_all_metadata']) === 'true';
  const more = from + PAGE < wanted.length;
  return {
    messages: wanted.slice(from, from + PAGE).map((message) => {
      const { metadata, ...rest } = asJson(message);
      return { ...rest, ...(withMetadata && metadata !== undefined && { metadata }) };
    }),
    has_more: more,
    response_metadata: { next_cursor: more ? String(from + PAGE) : '' },
  };
}
