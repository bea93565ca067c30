import type { Db } from '../../db/connect.ts';
import { updateRound } from '../../db/rounds.ts';
import { lockTrack } from '../../db/tracks.ts';
import type { Context } from '../../delivery/context.ts';
import type { RoundPart } from '../../domain/round-part.ts';
import { suspendTrack } from '../tracks/suspend-track.ts';
import type { Failure } from './failures.ts';
import { tellFailureJob } from './jobs.ts';
import { moveRound } from './round-state.ts';
import { voidRound } from './void-round.ts';
import type { RoundContext } from './with-round.ts';

/** Why a round is void whose question was refused, or failed in another way. */
const NOT_POSTED = 'could not be posted';

/** So many questions in a row that cannot be posted suspend their track. */
const IN_A_ROW = 3;

/** Lets go of a question that cannot be posted. The track goes on, unless this was the third in a row. */
export async function giveUpQuestion(
  context: Context,
  { round, track }: RoundContext,
  failure: Failure,
): Promise<void> {
  await context.db.transaction().execute(async (tx) => {
    const fresh = await lockTrack(tx, track.id);
    const voiding = { roundId: round.id, type: 'void-unposted', reason: NOT_POSTED } as const;
    if (!(await voidRound(context, tx, voiding))) return;
    const reasons = await newestVoidReasons(tx, track.id, IN_A_ROW);
    const isLast = reasons.length === IN_A_ROW && reasons.every((reason) => reason === NOT_POSTED);
    if (fresh && isLast) await suspendTrack(context, tx, fresh, 'rejected', failure.refusal);
    await record(context, tx, { round: round.id, part: 'question', failure, isTold: !isLast });
  });
}

/** Lets go of a thread that cannot be opened, or of a reveal that cannot be posted; the points stand. */
export async function giveUpPart(
  context: Context,
  { round }: RoundContext,
  part: RoundPart,
  failure: Failure,
): Promise<void> {
  await context.db.transaction().execute(async (tx) => {
    if (part === 'answer') {
      const moved = await moveRound(tx, round.id, { type: 'reveal' });
      if (moved.type === 'unfit') return;
    }
    await record(context, tx, { round: round.id, part, failure, isTold: true });
  });
}

interface GivenUp {
  readonly round: number;
  readonly part: RoundPart;
  readonly failure: Failure;
  readonly isTold: boolean;
}

async function record(
  context: Context,
  tx: Db,
  { round, part, failure, isTold }: GivenUp,
): Promise<void> {
  const { words, refusal } = failure;
  await updateRound(tx, round, { failure: words, failures: 0, failingSince: null });
  const told = { roundId: round, part, ...(refusal !== undefined && { refusal }) };
  if (isTold) await context.enqueue(tx, tellFailureJob, told);
  context.log.warn({ round, part, failure: words }, 'gave up a part of a round');
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
