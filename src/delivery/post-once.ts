import type { Message } from '../chat/message.ts';
import type { MessageRef, Place } from '../chat/place.ts';
import { type Platform, PlatformError } from '../chat/platform.ts';
import type { Delivery } from '../db/tables.ts';
import { Postponed } from '../jobs/queue.ts';
import type { Context } from './context.ts';
import {
  deliveryMark,
  findDelivery,
  finishDelivery,
  forgetDelivery,
  restartDelivery,
  startDelivery,
} from './deliveries.ts';

/** Clocks of platforms and ours may differ; history is read from a little earlier. */
export const CLOCK_SKEW_MS = 120_000;

export interface Post {
  readonly platform: Platform;
  readonly place: Place;
  readonly message: Message;
  readonly key: string;
}

/** Something said in a place that bears a key, however it is said. */
export interface Sending extends Omit<Post, 'message'> {
  /** Sends it with the mark by which the platform can find it again. */
  readonly send: (mark: string) => Promise<MessageRef>;
}

/** Posts a page exactly once under `key`: see {@link sendOnce}. */
export async function postOnce(context: Context, post: Post): Promise<MessageRef> {
  const { platform, place, message } = post;
  return sendOnce(context, { ...post, send: (mark) => platform.post(place, message, mark) });
}

/**
 * Sends something exactly once under `key`, whatever fails in between. The attempt is on record before
 * it is made, so after a crash or a lost answer the next one first looks whether the message stands.
 * The caller holds the lock of what it sends for: attempts come one after the other.
 */
export async function sendOnce(context: Context, sending: Sending): Promise<MessageRef> {
  const { db, clock, installation } = context;
  const { key, place } = sending;
  const at = clock.instant();
  // The mark names the installation, since another one on the same token has the same keys.
  const mark = `${installation}-${key}`;
  const isFirst = await startDelivery(db, { key, mark, place, at });
  const stands = isFirst ? undefined : await findPosted(context, sending);
  const ref = stands ?? (await attempt(context, sending, isFirst ? mark : undefined));
  if (!stands) await finishDelivery(db, { key, ref, at: clock.instant() });
  context.log.info({ key, message: ref.message, found: Boolean(stands) }, 'posted');
  return ref;
}

/**
 * Sends it with the mark of the first attempt, which is on record where this is another one. A refused
 * attempt is off the record: nothing was done, so the next one need not wait and look.
 */
async function attempt(
  { db, clock }: Context,
  { key, send }: Sending,
  first: string | undefined,
): Promise<MessageRef> {
  const mark = first ?? (await restartDelivery(db, { key, at: clock.instant() }));
  try {
    return await send(mark);
  } catch (error) {
    const refused = error instanceof PlatformError && error.fault.code !== 'in-doubt';
    if (refused) await forgetDelivery(db, key);
    throw error;
  }
}

/**
 * Where an earlier attempt's post stands: on record, or found on the platform, and on record from then
 * on: once it is edited, it may not be found again. Undefined where none was made or none came through.
 */
export async function findPosted(
  { db, clock, settleMs }: Context,
  { platform, place, key }: Omit<Post, 'message'>,
): Promise<MessageRef | undefined> {
  const known = await findDelivery(db, key);
  if (!known || known.ref) return known?.ref ?? undefined;
  const waited = (await clock.now(db)).getTime() - known.attemptedAt.getTime();
  if (waited < settleMs) {
    throw new Postponed((settleMs - waited) / 1000, 'an earlier attempt may still appear');
  }
  const found = await lookFor(platform, place, known);
  if (found) await finishDelivery(db, { key, ref: found, at: clock.instant() });
  return found;
}

/** Looks where the post is to go now, and where an earlier attempt sent it, if that was elsewhere. */
async function lookFor(
  platform: Platform,
  place: Place,
  delivery: Delivery,
): Promise<MessageRef | undefined> {
  const { place: earlier, startedAt } = delivery;
  const since = new Date(startedAt.getTime() - CLOCK_SKEW_MS);
  const elsewhere = earlier.channel !== place.channel || earlier.thread !== place.thread;
  for (const where of elsewhere ? [earlier, place] : [place]) {
    const found = await inThread(() => platform.find(where, deliveryMark(delivery), since));
    if (found) return found;
  }
  return undefined;
}

/** Looks into a thread; undefined where the thread was deleted. */
async function inThread<T>(look: () => Promise<T>): Promise<T | undefined> {
  try {
    return await look();
  } catch (error) {
    if (error instanceof PlatformError && error.fault.code === 'thread-gone') return undefined;
    throw error;
  }
}

/** Posts a message in as many pages as the platform needs; returns the last one's place. */
export async function postPages(context: Context, post: Post): Promise<MessageRef> {
  let last: MessageRef | undefined;
  for (const [index, page] of post.platform.paginate(post.message).entries()) {
    last = await postOnce(context, { ...post, message: page, key: `${post.key}-${index + 1}` });
  }
  if (!last) throw new Error(`nothing to post under ${post.key}`);
  return last;
}
