import type { Message } from '../../chat/message.ts';
import { PlatformError } from '../../chat/platform.ts';
import type { Db } from '../../db/connect.ts';
import type { Round, Track } from '../../db/tables.ts';
import type { PlacedTrack } from '../../db/tracks.ts';
import type { Context } from '../../delivery/context.ts';
import { logRefusal, passesByItself } from '../../delivery/platform-faults.ts';
import { findPosted, type Post, postOnce } from '../../delivery/post-once.ts';
import { type EndedPeriod, isNews, readPeriod } from '../../domain/digest.ts';
import { Postponed } from '../../jobs/queue.ts';
import type { ClaimedDigest } from './claim-digests.ts';
import { digestCard, type DigestFacts } from './digest-card.ts';
import { readDigest } from './digest-facts.ts';
import { withDigestPlace } from './digest-place.ts';
import { digestsOf } from './digests.ts';

/** Posts a claimed digest, unless its time is over by now or there is little to tell. Safe to repeat after any failure. */
export async function postDigest(context: Context, claimed: ClaimedDigest): Promise<void> {
  const { trackId, period: key } = claimed;
  await withDigestPlace(context, { trackId, period: key }, async (at) => {
    await logRefusal(context, { track: trackId, period: key }, async () => {
      const due = { period: readPeriod(key), dueAt: new Date(claimed.dueAt) };
      const facts = await factsOf(context, at.placed, due);
      if (facts) await post(context, at, facts);
      // An attempt whose outcome is unknown may stand all the same.
      else await findPosted(context, at);
    });
  });
}

/** Posts a digest with its picture; in words alone where the platform refuses the picture. */
async function post(
  context: Context,
  at: Omit<Post, 'message'>,
  facts: DigestFacts,
): Promise<void> {
  const say = (message: Message) => postOnce(context, { ...at, message });
  try {
    await say(digestCard(facts));
  } catch (error) {
    if (!facts.picture || !(error instanceof PlatformError) || passesByItself(error)) throw error;
    const { picture, ...words } = facts;
    context.log.warn(
      { err: error, picture: picture.name },
      'a digest is posted without its picture',
    );
    await say(digestCard(words));
  }
}

/**
 * The last round of a period often closes at the very instant at which its digest is due. The digest waits for the
 * reveal to go first, but no longer than this.
 */
const WAIT_FOR_REVEAL_MS = 600_000;
const REVEAL_SECONDS = 5;

interface DueDigest {
  readonly period: EndedPeriod;
  readonly dueAt: Date;
}

/** What a digest tells; undefined where it is not wanted any more, or too few took part. */
async function factsOf(
  context: Context,
  { track, workspace }: PlacedTrack,
  { period, dueAt }: DueDigest,
): Promise<DigestFacts | undefined> {
  const { db, clock } = context;
  const now = await clock.now(db);
  if (workspace.leftAt || !isNews(dueAt, now) || !(await isWanted(context, track, period))) {
    return undefined;
  }
  const rounds = await roundsAsked(db, track, period);
  const isEarly = now.getTime() - dueAt.getTime() < WAIT_FOR_REVEAL_MS;
  if (isEarly && isRevealing(rounds, now)) {
    throw new Postponed(REVEAL_SECONDS, 'a round of the period is about to be revealed');
  }
  return readDigest(context, track, { period, rounds });
}

async function isWanted(
  { db }: Context,
  { id, status }: Track,
  { every }: EndedPeriod,
): Promise<boolean> {
  return status === 'active' && (await digestsOf(db, [id])).get(id)?.every === every;
}

/** The rounds of a period that were asked, open ones included, in their order. */
async function roundsAsked(db: Db, { id }: Track, period: EndedPeriod): Promise<readonly Round[]> {
  return db
    .selectFrom('rounds')
    .selectAll()
    .where('trackId', '=', id)
    .where(period.every, '=', period.key)
    .where('status', 'in', ['open', 'closed', 'revealed'])
    .orderBy('number')
    .execute();
}

/** Whether the reference answer of one of these rounds is owed by now. */
const isRevealing = (rounds: readonly Round[], now: Date): boolean =>
  rounds.some(
    ({ status, closesAt }) =>
      status === 'closed' || (status === 'open' && closesAt !== null && closesAt <= now),
  );
