import type { Handlers, ThreadEvent } from '../../chat/event.ts';
import { decodeBody, encodeBody } from './body.ts';
import { refOf, threadMessage } from './history.ts';
import { write } from './outbound.ts';
import { WORKSPACE } from './people.ts';
import type { StoredMessage } from './store.ts';
import { profileOf, type Visitor } from './visitor.ts';
import { lookOf, requireStarted, type VisitorContext } from './visitor-context.ts';

export interface Saying {
  readonly channel: string;
  /** The message to reply to; absent: said in the channel, where the bot does not listen. */
  readonly thread?: number | undefined;
  readonly text: string;
}

/**
 * Writes what a person says; the bot hears it where it is a reply in a thread. Undefined where there is
 * no such place.
 */
export async function say(
  context: VisitorContext,
  visitor: Visitor,
  saying: Saying,
): Promise<StoredMessage | undefined> {
  requireStarted(context);
  if (!(await isThere(context, saying))) return undefined;
  const stored = await write(context, {
    channel: saying.channel,
    thread: saying.thread ?? null,
    author: visitor.member.id,
    seenBy: null,
    key: null,
    body: encodeBody({ type: 'words', text: saying.text, ...unheard(context, visitor) }),
    writtenAt: context.now(),
  });
  const message = threadMessage(stored, profileOf(visitor));
  await passToBot(context, stored, { type: 'written', message });
  return stored;
}

/** A message, and what it says from now on. */
interface Rewriting {
  readonly id: number;
  readonly text: string;
}

/** Changes the visitor's own message; undefined where it is none of theirs. */
export async function rewrite(
  context: VisitorContext,
  visitor: Visitor,
  { id, text }: Rewriting,
): Promise<StoredMessage | undefined> {
  const before = await context.store.message(id);
  if (before?.author !== visitor.member.id) return undefined;
  const revisedAt = context.now();
  const was = decodeBody(before.body);
  const kept = was.type === 'words' && was.unheard ? { unheard: was.unheard } : {};
  const body = encodeBody({ type: 'words', text, ...kept });
  const stored = await context.store.updateMessage(id, { body, editedAt: revisedAt });
  if (!stored) return undefined;
  context.hub.tell({ type: 'changed', id });
  const message = threadMessage(stored, profileOf(visitor));
  await passToBot(context, stored, { type: 'edited', message, revisedAt });
  return stored;
}

/** Removes the visitor's own message, or one that only they see; false where it is neither. */
export async function removeMessage(
  context: VisitorContext,
  visitor: Visitor,
  id: number,
): Promise<boolean> {
  const message = await context.store.message(id);
  const own = message?.author === visitor.member.id || message?.seenBy === visitor.member.id;
  if (!message || !own) return false;
  await context.store.deleteMessage(id);
  context.hub.tell({ type: 'removed', id });
  if (message.thread !== null) context.hub.tell({ type: 'changed', id: message.thread });
  if (message.author !== null) {
    await passToBot(context, message, {
      type: 'deleted',
      platform: 'playground',
      ref: refOf(message),
    });
  }
  return true;
}

async function isThere({ store }: VisitorContext, { channel, thread }: Saying): Promise<boolean> {
  if (thread !== undefined) return (await store.message(thread))?.channel === channel;
  return (await store.channels()).some(({ id }) => id === channel);
}

export async function reportJoined(handlers: Handlers): Promise<void> {
  const place = { platform: 'playground', workspace: WORKSPACE } as const;
  await handlers.membership({ ...place, type: 'workspace-joined', name: 'Playground' });
}

const unheard = (context: VisitorContext, visitor: Visitor): { unheard?: true } =>
  lookOf(context, visitor)?.countsReplies === false ? { unheard: true } : {};

/** What was said stands on the page whatever becomes of it here; the fault is for the log. */
async function passToBot(
  context: VisitorContext,
  message: StoredMessage,
  event: ThreadEvent,
): Promise<void> {
  const { id, thread } = message;
  const body = decodeBody(message.body);
  if (thread === null || (body.type === 'words' && body.unheard)) return;
  try {
    await requireStarted(context).handlers.thread(event);
  } catch (error) {
    context.log.error({ err: error, message: id }, 'a thread message could not be handled');
  }
}
