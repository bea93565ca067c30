import type { Db } from '../../db/connect.ts';
import { updateRound } from '../../db/rounds.ts';
import { lockTrack } from '../../db/tracks.ts';
import type { Context } from '../../delivery/context.ts';
import { inTransaction } from '../../delivery/in-transaction.ts';
import type { RoundPart } from '../../domain/round-part.ts';
import { suspendTrack } from '../tracks/suspend-track.ts';
import type { RoundFailure } from './failures.ts';
import { tellFailureJob } from './jobs.ts';
import { moveRound } from './round-state.ts';
import { voidRound } from './void-round.ts';
import type { RoundContext } from './with-round.ts';

/** Why a round is void whose question was refused, or failed in another way. */
const NOT_POSTED = 'could not be posted';

/** A track is suspended after this many questions in a row that cannot be posted. */
const IN_A_ROW = 3;

/** Lets go of a question that cannot be posted. The track goes on, unless this was the third in a row. */
export async function giveUpQuestion(
  context: Context,
  { round, track }: RoundContext,
  failure: RoundFailure,
): Promise<void> {
  await inTransaction(context, async (inside) => {
    const fresh = await lockTrack(inside.db, track.id);
    const voiding = { roundId: round.id, type: 'void-unposted', reason: NOT_POSTED } as const;
    if (!(await voidRound(inside, voiding))) return;
    const reasons = await newestVoidReasons(inside.db, track.id, IN_A_ROW);
    const isLast = reasons.length === IN_A_ROW && reasons.every((reason) => reason === NOT_POSTED);
    if (fresh && isLast) {
      const { refusal } = failure;
      await suspendTrack(inside, { trackId: track.id, reason: 'rejected', refusal });
    }
    await record(inside, { roundId: round.id, part: 'question', failure, isTold: !isLast });
  });
}

/** What of a round cannot be put into its channel, and why. */
export interface PartFailure {
  readonly part: RoundPart;
  readonly failure: RoundFailure;
}

/** Lets go of a thread that cannot be opened, or of a reveal that cannot be posted; the points stand. */
export async function giveUpPart(
  context: Context,
  { round }: RoundContext,
  { part, failure }: PartFailure,
): Promise<void> {
  await inTransaction(context, async (inside) => {
    if (part === 'answer') {
      const moved = await moveRound(inside.db, round.id, { type: 'reveal' });
      if (moved.type === 'unfit') return;
    }
    await record(inside, { roundId: round.id, part, failure, isTold: true });
  });
}

interface GivenUp extends PartFailure {
  readonly roundId: number;
  readonly isTold: boolean;
}

async function record(
  { db, enqueue, log }: Context,
  { roundId, part, failure, isTold }: GivenUp,
): Promise<void> {
  const { words, refusal } = failure;
  await updateRound(db, roundId, { failure: words, failures: 0, failingSince: null });
  if (isTold) await enqueue(db, tellFailureJob, { roundId, part, refusal });
  log.warn({ round: roundId, part, failure: words }, 'gave up a part of a round');
}

/** Why a track's newest rounds are void, newest first; null for one that is not. */
async function newestVoidReasons(
  db: Db,
  trackId: number,
  count: number,
): Promise<readonly (string | null)[]> {
  const rows = await db
    .selectFrom('rounds')
    .select('voidReason')
    .where('trackId', '=', trackId)
    .orderBy('number', 'desc')
    .limit(count)
    .execute();
  return rows.map(({ voidReason }) => voidReason);
}
