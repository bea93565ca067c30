import {
  type APIChannel,
  type APIGuild,
  type APIGuildMember,
  type APIMessage,
  type APIThreadChannel,
  RESTJSONErrorCodes,
  Routes,
} from 'discord.js';
import { cut } from '../../chat/cut.ts';
import { displayable } from '../../chat/displayable.ts';
import type { ThreadMessage } from '../../chat/event.ts';
import type { MessageRef, Place } from '../../chat/place.ts';
import { type Mark, type Outbound, PlatformError } from '../../chat/platform.ts';
import type { Api } from './api.ts';
import { throughArchive } from './archived.ts';
import { openDirect } from './direct.ts';
import { isRefusal } from './errors.ts';
import { channelOf, historySince } from './history.ts';
import { AUTO_ARCHIVE_MINUTES, LIMITS } from './limits.ts';
import { bearsMark, markOf } from './mark.ts';
import { isFromPerson, pastMessage } from './messages.ts';
import { lacking, permissionsIn } from './permissions.ts';
import { render, type Rendered } from './render.ts';

export interface OutboundOptions {
  /** Without it Discord leaves the text of people's messages out. */
  readonly messageContent: boolean;
}

/** Everything the bot does of itself, each by one request where one is enough. */
export function createOutbound(api: Api, options: OutboundOptions): Outbound {
  return {
    post: (place, message, key) => send(api, place, render(message, markOf(key)), key),
    find: (place, key, since) => find(api, place, key, since),
    edit: (ref, message) => edit(api, ref, render(message)),
    openThread: (ref, title) => openThread(api, ref, title),
    acknowledge: (ref, mark) => acknowledge(api, ref, mark),
    tell: (ref, _member, message, key) =>
      send(api, ref, render(message, markOf(key)), key, ref).then(() => undefined),
    openDirect: (workspace, member) => openDirect(api, workspace, member),
    missingPermissions: (place) => missingPermissions(api, place),
    threadHistory: async (thread, since) =>
      options.messageContent ? peoplesMessages(api, thread, since) : [],
  };
}

/** Discord itself gives the first message back for a nonce it saw in the past few minutes. */
async function send(
  api: Api,
  place: Place,
  { body, files }: Rendered,
  key: string,
  replyTo?: MessageRef,
): Promise<MessageRef> {
  const posted = await inPlace(api, place, () =>
    api.request<APIMessage>('POST', Routes.channelMessages(channelOf(place)), {
      body: {
        ...body,
        nonce: markOf(key),
        enforce_nonce: true,
        ...(replyTo && {
          message_reference: { message_id: replyTo.message, fail_if_not_exists: false },
        }),
      },
      files,
      place,
    }),
  );
  return refTo(place, posted.id);
}

async function find(
  api: Api,
  place: Place,
  key: string,
  since: Date,
): Promise<MessageRef | undefined> {
  const [self, mark] = [await api.self(), markOf(key)];
  for await (const message of historySince(api, place, since)) {
    if (message.author.id === self && bearsMark(message, mark)) return refTo(place, message.id);
  }
  return undefined;
}

async function edit(api: Api, ref: MessageRef, { body, files }: Rendered): Promise<void> {
  const route = Routes.channelMessage(channelOf(ref), ref.message);
  const change = () => api.request('PATCH', route, { body, files, place: ref });
  await inPlace(api, ref, () => throughArchive(api, ref, change));
}

async function openThread(api: Api, ref: MessageRef, title: string): Promise<Place> {
  const { workspace, channel } = ref;
  try {
    const thread = await inPlace(api, ref, () =>
      api.request<APIThreadChannel>('POST', Routes.threads(channel, ref.message), {
        body: { name: threadName(title), auto_archive_duration: AUTO_ARCHIVE_MINUTES },
        place: ref,
      }),
    );
    return { workspace, channel, thread: thread.id };
  } catch (error) {
    if (!isRefusal(error, RESTJSONErrorCodes.ThreadAlreadyCreatedForMessage)) throw error;
    // A message's thread bears the message's own id.
    return { workspace, channel, thread: ref.message };
  }
}

function threadName(title: string): string {
  return cut(displayable(title).replace(/\s+/g, ' ').trim(), LIMITS.threadName) || '…';
}

const REACTIONS: Record<Mark, string> = { accepted: '✅', late: '🕐' };

async function acknowledge(api: Api, ref: MessageRef, mark: Mark): Promise<void> {
  const emoji = encodeURIComponent(REACTIONS[mark]);
  const route = Routes.channelMessageOwnReaction(channelOf(ref), ref.message, emoji);
  await inPlace(api, ref, () => api.request('PUT', route, { place: ref }));
}

async function missingPermissions(api: Api, place: Place): Promise<readonly string[]> {
  const self = await api.self();
  const guild = await inPlace(api, place, () =>
    api.request<APIGuild>('GET', Routes.guild(place.workspace)),
  );
  const bot = await api.request<APIGuildMember>('GET', Routes.guildMember(guild.id, self));
  const channel = await visibleChannel(api, place.channel);
  if (channel === undefined) return ['View Channel'];
  const overwrites = 'permission_overwrites' in channel ? channel.permission_overwrites : undefined;
  return lacking(permissionsIn(guild, bot, overwrites ?? []));
}

async function visibleChannel(api: Api, channel: string): Promise<APIChannel | undefined> {
  try {
    return await api.request<APIChannel>('GET', Routes.channel(channel));
  } catch (error) {
    if (isRefusal(error, RESTJSONErrorCodes.MissingAccess)) return undefined;
    throw error;
  }
}

async function peoplesMessages(api: Api, thread: Place, since: Date): Promise<ThreadMessage[]> {
  const messages: ThreadMessage[] = [];
  for await (const message of historySince(api, thread, since)) {
    if (isFromPerson(message)) messages.push(pastMessage(message, thread));
  }
  return messages;
}

/** Discord answers "Missing Access" also where the bot was removed; one look tells which it is. */
async function inPlace<T>(api: Api, place: Place, act: () => Promise<T>): Promise<T> {
  try {
    return await act();
  } catch (error) {
    if (!isRefusal(error, RESTJSONErrorCodes.MissingAccess)) throw error;
    if (await isMember(api, place.workspace)) throw error;
    throw new PlatformError({ code: 'workspace-gone' }, 'the bot is not in this server', {
      cause: error,
    });
  }
}

async function isMember(api: Api, workspace: string): Promise<boolean> {
  try {
    await api.request('GET', Routes.guild(workspace));
    return true;
  } catch (error) {
    return !(
      isRefusal(error, RESTJSONErrorCodes.UnknownGuild) ||
      isRefusal(error, RESTJSONErrorCodes.MissingAccess)
    );
  }
}

function refTo({ workspace, channel, thread }: Place, message: string): MessageRef {
  return { workspace, channel, ...(thread !== undefined && { thread }), message };
}
