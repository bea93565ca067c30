import { ChannelType, MessageType, PermissionFlagsBits } from 'discord-api-types/v10';
import { missingPermissions, threadExists, wrongChannelType } from '../errors.ts';
import { checkThread } from '../limits.ts';
import { buildMessage, store } from '../messages.ts';
import type { Call, Route } from '../rest.ts';
import { channelPayload } from '../wire.ts';
import type { Channel, ThreadKind } from '../world.ts';
import { messageIn, requirePermission, visibleChannel } from './messages.ts';

export const threadRoutes: readonly Route[] = [
  {
    method: 'POST',
    path: '/channels/{channel_id}/messages/{message_id}/threads',
    check: checkThread,
    answer: openThread,
  },
  { method: 'PATCH', path: '/channels/{channel_id}', answer: changeThread },
];

/** What the bot asks for of a thread it opened: to be archived, or not to be. */
function changeThread({ world, dispatch, params, body }: Call): object {
  const thread = visibleChannel(world, params['channel_id']);
  requirePermission(world, thread, PermissionFlagsBits.SendMessagesInThreads);
  if (thread.parent === undefined || thread.locked) throw missingPermissions();
  thread.archived = (body as { archived: boolean }).archived;
  const payload = channelPayload(world, thread);
  dispatch('THREAD_UPDATE', payload);
  return payload;
}

/** What kind of thread hangs under a message of such a channel; none under any other. */
const THREADS: Partial<Record<ChannelType, ThreadKind>> = {
  [ChannelType.GuildText]: ChannelType.PublicThread,
  [ChannelType.GuildAnnouncement]: ChannelType.AnnouncementThread,
};

/** A thread bears the id of the message it hangs under. */
function openThread({ world, dispatch, params, body }: Call): object {
  const channel = visibleChannel(world, params['channel_id']);
  const type = THREADS[channel.type];
  if (type === undefined) throw wrongChannelType();
  const message = messageIn(world, channel, params['message_id']);
  requirePermission(world, channel, PermissionFlagsBits.CreatePublicThreads);
  if (world.channels.has(message.id)) throw threadExists();
  const thread: Channel = {
    id: message.id,
    name: (body as { name: string }).name,
    type,
    parent: channel.id,
    denied: 0n,
    archived: false,
    locked: false,
  };
  world.channels.set(thread.id, thread);
  // Discord begins a thread with a notice that repeats the message above it.
  store(
    world,
    buildMessage(world, {
      channel: thread.id,
      author: world.bot,
      body: { content: 'thread starter' },
      type: MessageType.ThreadStarterMessage,
    }),
  );
  const payload = channelPayload(world, thread);
  dispatch('THREAD_CREATE', { ...payload, newly_created: true });
  return payload;
}
