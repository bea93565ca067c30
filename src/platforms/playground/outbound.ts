import type { Message } from '../../chat/message.ts';
import type { MessageRef, Place } from '../../chat/place.ts';
import {
  type Mark,
  type MemberNote,
  type OpenedThread,
  PlatformError,
} from '../../chat/platform.ts';
import { encodeBody, storeCard } from './body.ts';
import { whereStands } from './direct.ts';
import { attempt } from './errors.ts';
import type { Hub } from './hub.ts';
import { WORKSPACE } from './people.ts';
import type { NewMessage, PlaygroundStore, StoredChannel, StoredMessage } from './store.ts';

/** What writing a message to the playground needs. */
export interface PlaygroundContext {
  readonly store: PlaygroundStore;
  readonly hub: Hub;
  readonly now: () => Date;
}

/** The name of the only thing the bot can lack here. */
export const MAY_POST = 'post';

interface KeyedPage {
  readonly page: Message;
  readonly key: string;
}

export async function post(
  context: PlaygroundContext,
  place: Place,
  { page, key }: KeyedPage,
): Promise<MessageRef> {
  return attempt(async () => {
    const { place: stands, ...seen } = whereStands(place);
    const channel = await channelOf(context, stands);
    if (!channel.botMayPost && seen.seenBy === undefined) {
      throw new PlatformError({ code: 'forbidden', permission: MAY_POST }, channel.name);
    }
    const stored = await botMessage(context, stands, { page, key, ...seen });
    return { ...place, message: String(stored.id) };
  });
}

export async function edit(
  context: PlaygroundContext,
  ref: MessageRef,
  page: Message,
): Promise<void> {
  await attempt(async () => {
    await messageOf(context, ref);
    await replaceCard(context, Number(ref.message), page);
  });
}

/** Shows another card in a message's place. */
export async function replaceCard(
  context: PlaygroundContext,
  id: number,
  page: Message,
): Promise<void> {
  const body = encodeBody(await storeCard(context.store, page));
  await context.store.updateMessage(id, { body });
  context.hub.tell({ type: 'changed', id });
}

export async function openThread(
  context: PlaygroundContext,
  ref: MessageRef,
): Promise<OpenedThread> {
  return attempt(async () => {
    const { id } = await messageOf(context, ref);
    await context.store.updateMessage(id, { hasThread: true });
    context.hub.tell({ type: 'changed', id });
    const { workspace, channel } = ref;
    return { thread: { workspace, channel, thread: String(id) }, isNew: false };
  });
}

export async function acknowledge(
  context: PlaygroundContext,
  ref: MessageRef,
  mark: Mark,
): Promise<void> {
  await attempt(async () => {
    const { id, marks } = await messageOf(context, ref);
    if (marks.includes(mark)) return;
    await context.store.updateMessage(id, { marks: [...marks, mark] });
    context.hub.tell({ type: 'changed', id });
  });
}

export async function unmark(
  context: PlaygroundContext,
  ref: MessageRef,
  mark: Mark,
): Promise<void> {
  await attempt(async () => {
    const { id, marks } = await messageOf(context, ref);
    if (!marks.includes(mark)) return;
    await context.store.updateMessage(id, { marks: marks.filter((each) => each !== mark) });
    context.hub.tell({ type: 'changed', id });
  });
}

export async function tell(
  context: PlaygroundContext,
  ref: MessageRef,
  note: MemberNote,
): Promise<void> {
  const { member, message: page, key } = note;
  await attempt(async () => {
    await messageOf(context, ref);
    await botMessage(context, ref, { page, key, seenBy: member });
  });
}

interface BotMessage {
  readonly page: Message;
  readonly key?: string;
  /** The one member who sees it; absent: everyone does. */
  readonly seenBy?: string;
}

/** Writes a message of the bot's; one that stands under the key already is left as it is. */
export async function botMessage(
  context: PlaygroundContext,
  { channel, thread }: Pick<Place, 'channel' | 'thread'>,
  { page, key, seenBy }: BotMessage,
): Promise<StoredMessage> {
  return write(context, {
    channel,
    thread: thread === undefined ? null : Number(thread),
    author: null,
    seenBy: seenBy ?? null,
    key: key ?? null,
    body: encodeBody(await storeCard(context.store, page)),
    writtenAt: context.now(),
  });
}

/** A reply also changes the message it stands under, which counts it. */
export async function write(
  { store, hub }: PlaygroundContext,
  message: NewMessage,
): Promise<StoredMessage> {
  const stored = await store.insertMessage(message);
  hub.tell({ type: 'changed', id: stored.id });
  if (stored.thread !== null) hub.tell({ type: 'changed', id: stored.thread });
  return stored;
}

/** The channel of a place that is there to post to, thread included. */
async function channelOf({ store }: PlaygroundContext, place: Place): Promise<StoredChannel> {
  if (place.workspace !== WORKSPACE) throw gone('workspace-gone', place);
  const channel = (await store.channels()).find(({ id }) => id === place.channel);
  if (!channel) throw gone('channel-gone', place);
  if (place.thread !== undefined && !(await find(store, place.thread, place))) {
    throw gone('thread-gone', place);
  }
  return channel;
}

async function messageOf(context: PlaygroundContext, ref: MessageRef): Promise<StoredMessage> {
  await channelOf(context, ref);
  const message = await find(context.store, ref.message, ref);
  if (!message) throw gone('message-gone', ref);
  return message;
}

async function find(store: PlaygroundStore, id: string, { channel }: Place) {
  const message = /^\d{1,9}$/.test(id) ? await store.message(Number(id)) : undefined;
  return message?.channel === channel ? message : undefined;
}

type Gone = 'workspace-gone' | 'channel-gone' | 'thread-gone' | 'message-gone';

const gone = (code: Gone, place: Place): PlatformError =>
  new PlatformError({ code }, JSON.stringify(place));
