import type { Db } from '../../db/connect.ts';
import { lockEndedRounds, tracksClosedBeyond } from '../../db/rounds.ts';
import type { Round } from '../../db/tables.ts';
import { tracksByIds } from '../../db/tracks.ts';
import type { Context } from '../../delivery/context.ts';
import { inTransaction } from '../../delivery/in-transaction.ts';
import { whoAnswered } from '../standings/counted-answers.ts';
import { refreshStreaks } from '../standings/refresh-standing.ts';
import { membersWithStreak, type StandingKey } from '../standings/refresh-standings.ts';
import { type Closing, findExcused } from './find-excused.ts';
import { inChannelOf, revealJob } from './jobs.ts';
import { moveRounds } from './round-state.ts';

/** How many rounds are closed in one transaction: their answers wait for its end. */
const BATCH = 50;

/**
 * Closes every round whose deadline has come, in batches. If a batch fails, rounds are closed one by one
 * from then on, so that one bad round holds up no other.
 */
export async function closeEndedRounds(context: Context): Promise<void> {
  const failed: number[] = [];
  for (let most = BATCH; ;) {
    const { locked, error } = await closeBatch(context, failed, most);
    const [id] = locked;
    if (id === undefined) return;
    // A batch that is not full was the last one.
    if (error === undefined && locked.length < most) return;
    if (error === undefined) continue;
    if (locked.length === 1) {
      context.log.error({ err: error, round: id }, 'could not close a round');
      failed.push(id);
    }
    most = 1;
  }
}

interface Batch {
  readonly locked: readonly number[];
  /** Nothing was closed, for this reason. */
  readonly error?: unknown;
}

/** Closes at most so many rounds; those in `except` failed before and wait for the next tick. */
async function closeBatch(
  context: Context,
  except: readonly number[],
  most: number,
): Promise<Batch> {
  let locked: readonly number[] = [];
  try {
    await inTransaction(context, async (inside) => {
      const now = await inside.clock.now(inside.db);
      const rounds = await lockEndedRounds(inside.db, now, { except, most });
      locked = rounds.map(({ id }) => id);
      await closeRounds(inside, { rounds, now });
    });
  } catch (error) {
    if (locked.length === 0) throw error;
    return { locked, error };
  }
  return { locked };
}

/**
 * Closes locked rounds: those who missed one lose their streak or a freeze, and its reveal is due.
 * The deadline stays what was stated; `closed_at` says when it was carried out. However many rounds
 * and members there are, all but the enqueuing takes the same few statements.
 */
export async function closeRounds(
  { db, enqueue, log }: Context,
  { rounds, now }: { readonly rounds: readonly Round[]; readonly now: Date },
): Promise<void> {
  if (rounds.length === 0) return;
  const closing = await placed(db, rounds);
  const excused = await findExcused(db, closing, now);
  const missed = await whoMissed(db, rounds);
  const ids = rounds.map(({ id }) => id);
  const moved = await moveRounds(db, ids, { type: 'close', closedAt: now, excused });
  const closed = new Set(moved.map(({ id }) => id));
  await refreshStreaks(db, missed);
  for (const { round, track } of closing.filter((one) => closed.has(one.round.id))) {
    await enqueue(db, inChannelOf(track, revealJob), { roundId: round.id });
    const about = { round: round.id, track: track.id, excused: excused.includes(round.id) };
    log.info(about, 'closed a round');
  }
}

async function placed(tx: Db, rounds: readonly Round[]): Promise<readonly Closing[]> {
  const tracks = await tracksByIds(
    tx,
    rounds.map(({ trackId }) => trackId),
  );
  const byId = new Map(tracks.map((one) => [one.track.id, one]));
  return rounds.flatMap((round) => {
    const found = byId.get(round.trackId);
    return found ? [{ round, track: found.track, platform: found.workspace.platform }] : [];
  });
}

/** The members whose streak in a track these open rounds may change by what they did not do. */
async function whoMissed(tx: Db, rounds: readonly Round[]): Promise<readonly StandingKey[]> {
  const ids = rounds.map(({ id }) => id);
  const trackIds = rounds.map(({ trackId }) => trackId);
  // Someone who has no streak now has none to lose, unless such a round stood open within one that is long over.
  const outOfOrder = await tracksClosedBeyond(tx, ids);
  const members = await membersWithStreak(tx, trackIds, outOfOrder);
  const answered = await whoAnswered(tx, ids);
  const byTrack = Map.groupBy(rounds, ({ trackId }) => trackId);
  return members.filter(({ trackId, memberId }) =>
    byTrack.get(trackId)?.some(({ id }) => !answered(id, memberId)),
  );
}
