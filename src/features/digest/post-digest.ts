import type { Track, Workspace } from '../../db/tables.ts';
import { tracksByIds } from '../../db/tracks.ts';
import type { Context } from '../../delivery/context.ts';
import { logRefusal } from '../../delivery/platform-faults.ts';
import { findPosted, postOnce } from '../../delivery/post-once.ts';
import { withLock } from '../../delivery/with-lock.ts';
import { type EndedPeriod, isNews, periodEnded } from '../../domain/digest.ts';
import { Postponed } from '../../jobs/queue.ts';
import { platformHere } from '../rounds/running.ts';
import type { ClaimedDigest } from './claim-digests.ts';
import { digestCard } from './digest-card.ts';
import { readDigest } from './digest-facts.ts';
import { digestsOf } from './digests.ts';
import { isRevealing, roundsAsked } from './ended-rounds.ts';

/** Posts a claimed digest, unless its time is over by now or there is little to tell. Safe to repeat after any failure. */
export async function postDigest(context: Context, claimed: ClaimedDigest): Promise<void> {
  const { trackId, every, timezone } = claimed;
  const period = periodEnded(every, new Date(claimed.dueAt), timezone);
  const key = `track-${trackId}-digest-${period.key}`;
  await withLock(context, key, async () => {
    const [placed] = await tracksByIds(context.db, [trackId]);
    if (!placed) return;
    const { track, workspace } = placed;
    const platform = await platformHere(context, workspace.platform);
    const place = { workspace: workspace.externalId, channel: track.channel };
    await logRefusal(context, { track: trackId, period: period.key }, async () => {
      const message = await messageOf(context, placed, { ...claimed, period });
      if (message) await postOnce(context, { platform, place, message, key });
      // An attempt whose outcome is unknown may stand all the same.
      else await findPosted(context, { platform, place, key });
    });
  });
}

interface Placed {
  readonly track: Track;
  readonly workspace: Workspace;
}

interface DueDigest extends ClaimedDigest {
  readonly period: EndedPeriod;
}

/** Undefined where it is not wanted any more, or too few took part. */
async function messageOf(context: Context, { track, workspace }: Placed, due: DueDigest) {
  const { db, clock } = context;
  const now = await clock.now(db);
  const wanted = (await digestsOf(db, [track.id])).get(track.id);
  if (track.status !== 'active' || workspace.leftAt || wanted?.every !== due.every)
    return undefined;
  if (!isNews(new Date(due.dueAt), now)) return undefined;
  const isEarly = now.getTime() - due.dueAt < PATIENCE_MS;
  const rounds = await roundsAsked(db, track, due);
  if (isEarly && isRevealing(rounds, now)) {
    throw new Postponed(REVEAL_SECONDS, 'a round of the period is about to be revealed');
  }
  const facts = await readDigest(context, track, { ...due, rounds });
  return facts && digestCard(facts);
}

/** Where the last round ends when the digest comes, as the next question does, its reveal goes first. */
const PATIENCE_MS = 600_000;
const REVEAL_SECONDS = 5;
