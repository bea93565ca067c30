import {
  type APIMessage,
  type APIThreadChannel,
  RESTJSONErrorCodes,
  Routes,
} from 'discord-api-types/v10';
import { cut } from '../../chat/cut.ts';
import { displayable } from '../../chat/displayable.ts';
import type { Message } from '../../chat/message.ts';
import type { MessageRef, Place } from '../../chat/place.ts';
import type { Mark, OpenedThread, Outbound } from '../../chat/platform.ts';
import type { Api } from './api.ts';
import { throughArchive } from './archived.ts';
import type { Borne } from './buttons.ts';
import { checkPlace } from './check-place.ts';
import { openDirect } from './direct.ts';
import { isRefusal } from './errors.ts';
import { groups, mayNotify } from './groups.ts';
import { channelOf, find, threadHistory } from './history.ts';
import { inPlace } from './in-place.ts';
import { AUTO_ARCHIVE_MINUTES, LIMITS } from './limits.ts';
import { markOf } from './mark.ts';
import { findPerson, guildMember } from './people.ts';
import { mayManageGuild, missingPermissions } from './permissions.ts';
import { type Rendered, sent } from './render.ts';

export interface OutboundOptions {
  /** Without it Discord leaves the text of people's messages out. */
  readonly messageContent: boolean;
}

/** Everything the bot does of itself, each by one request where one is enough. */
export function createOutbound(api: Api, options: OutboundOptions): Outbound {
  return {
    post: (place, message, key) => send(api, place, { message, key }),
    find: (place, key, since) => find(api, { place, key, since }),
    edit: async (ref, message) => edit(api, ref, await sent(message, borneIn(ref))),
    openThread: (ref, title) => openThread(api, ref, title),
    acknowledge: (ref, mark) => acknowledge(api, ref, mark),
    unmark: (ref, mark) => unmark(api, ref, mark),
    tell: async (ref, { message, key }) => {
      await send(api, ref, { message, key, replyTo: ref });
    },
    openDirect: (workspace, member) => openDirect(api, workspace, member),
    checkPlace: (place) => checkPlace(api, place),
    missingPermissions: (place) => missingPermissions(api, place),
    mayManage: (workspace, member) => mayManageGuild(api, workspace, member),
    findPerson: (workspace, member) => findPerson(api, workspace, member),
    isInGroup: async (workspace, role, member) =>
      (await guildMember(api, workspace, member))?.roles.includes(role) ?? false,
    groups: (workspace) => groups(api, workspace),
    mayNotify: (place, group) => mayNotify(api, place, group),
    // Discord does not tell.
    creatorOf: () => Promise.resolve(undefined),
    threadHistory: (thread, since) => threadHistory(api, { thread, since, ...options }),
  };
}

interface Post {
  readonly message: Message;
  readonly key: string;
  readonly replyTo?: MessageRef;
}

/** Discord itself gives the first message back for a nonce it saw in the past few minutes. */
async function send(api: Api, place: Place, { message, key, replyTo }: Post): Promise<MessageRef> {
  const mark = markOf(key);
  const { body, files } = await sent(message, { mark, ...borneIn(place) });
  const posted = await inPlace(api, place, () =>
    api.request<APIMessage>('POST', Routes.channelMessages(channelOf(place)), {
      body: {
        ...body,
        nonce: mark,
        enforce_nonce: true,
        ...(replyTo && {
          message_reference: { message_id: replyTo.message, fail_if_not_exists: false },
        }),
      },
      files,
      place,
    }),
  );
  return { ...place, message: posted.id };
}

function borneIn({ workspace, member }: Place): Pick<Borne, 'addressee'> {
  return member === undefined ? {} : { addressee: { workspace, member } };
}

async function edit(api: Api, ref: MessageRef, { body, files }: Rendered): Promise<void> {
  const route = Routes.channelMessage(channelOf(ref), ref.message);
  // What an edit does not name would stay, the mention of a page that is shown no more included.
  const whole = { content: '', ...body };
  const change = () => api.request('PATCH', route, { body: whole, files, place: ref });
  await inPlace(api, ref, () => throughArchive(api, ref, change));
}

async function openThread(api: Api, ref: MessageRef, title: string): Promise<OpenedThread> {
  const { workspace, channel } = ref;
  try {
    const thread = await inPlace(api, ref, () =>
      api.request<APIThreadChannel>('POST', Routes.threads(channel, ref.message), {
        body: { name: threadName(title), auto_archive_duration: AUTO_ARCHIVE_MINUTES },
        place: ref,
      }),
    );
    return { thread: { workspace, channel, thread: thread.id }, isNew: true };
  } catch (error) {
    if (!isRefusal(error, RESTJSONErrorCodes.ThreadAlreadyCreatedForMessage)) throw error;
    // A message's thread bears the message's own id.
    return { thread: { workspace, channel, thread: ref.message }, isNew: false };
  }
}

function threadName(title: string): string {
  return cut(displayable(title).replace(/\s+/g, ' ').trim(), LIMITS.threadName) || '…';
}

const REACTIONS: Record<Mark, string> = { accepted: '✅', late: '🕐' };

async function acknowledge(api: Api, ref: MessageRef, mark: Mark): Promise<void> {
  await inPlace(api, ref, () => api.request('PUT', ownReaction(ref, mark), { place: ref }));
}

async function unmark(api: Api, ref: MessageRef, mark: Mark): Promise<void> {
  try {
    await inPlace(api, ref, () => api.request('DELETE', ownReaction(ref, mark), { place: ref }));
  } catch (error) {
    // Nobody has reacted so.
    if (!isRefusal(error, RESTJSONErrorCodes.UnknownEmoji)) throw error;
  }
}

function ownReaction(ref: MessageRef, mark: Mark) {
  const emoji = encodeURIComponent(REACTIONS[mark]);
  return Routes.channelMessageOwnReaction(channelOf(ref), ref.message, emoji);
}
