import type { Db } from '../../db/connect.ts';
import type { CorrectionRow, Round, Track } from '../../db/tables.ts';
import type { Context } from '../../delivery/context.ts';
import { hasWords } from '../../domain/answer-text.ts';
import { defineJob } from '../../jobs/job.ts';
import { inChannelOf } from '../rounds/jobs.ts';
import { correctionsInForce } from '../standings/corrections-in-force.ts';
import { hasCounted } from '../standings/counted-answers.ts';
import { refreshStandings } from '../standings/refresh-standing.ts';
import type { StandingKey } from '../standings/refresh-standings.ts';
import { withTrack } from '../tracks/with-track.ts';

/** Tells the thread of a round what was corrected about it. */
export const tellCorrectionJob = defineJob<{ readonly correctionId: number }>('tell-correction');

/** Which closed round is to be corrected, why, and who says so. */
export interface NewCorrection {
  readonly trackId: number;
  /** The round's number in its track. */
  readonly round: number;
  readonly reason: string;
  /** The manager; null where it is the operator. */
  readonly by: number | null;
  /** The member whose answer it is about; left out or null where it is about the whole round. */
  readonly memberId?: number | null;
}

type CorrectionFault =
  | 'track-gone'
  | 'round-unknown'
  /** The round is void: its question was never posted, or was deleted before it had a thread. */
  | 'round-unasked'
  | 'not-closed'
  | 'reason-empty'
  | 'reason-too-long'
  | 'already'
  | 'in-time'
  | 'no-answer'
  | 'nothing-to-undo';

export type Corrected =
  { readonly type: 'corrected' } | { readonly type: 'refused'; readonly fault: CorrectionFault };

const refused = (fault: CorrectionFault): Corrected => ({ type: 'refused', fault });

/** Makes a closed round count for nobody. */
export async function makeRoundVoid(
  context: Context,
  correction: NewCorrection,
): Promise<Corrected> {
  return correct(context, correction, async (inside, at) => {
    if (await correctionInForce(inside.db, at.round.id, null)) return refused('already');
    return record(inside, { ...at, correction, type: 'void', memberId: null });
  });
}

/** Makes a member's late answer to a closed round count as one in time. */
export async function countLateAnswer(
  context: Context,
  correction: NewCorrection,
): Promise<Corrected> {
  const { memberId = null } = correction;
  return correct(context, correction, async (inside, at) => {
    if (memberId === null) return refused('no-answer');
    const { db } = inside;
    const { id } = at.round;
    if (await hasCounted(db, id, memberId)) return refused('in-time');
    if (await correctionInForce(db, id, memberId)) return refused('already');
    if (!(await hasLateAnswer(db, id, memberId))) return refused('no-answer');
    return record(inside, { ...at, correction, type: 'count-late', memberId });
  });
}

/** Takes back that a round is void, or, where a member is given, that their late answer counts. */
export async function takeBackCorrection(
  context: Context,
  correction: NewCorrection,
): Promise<Corrected> {
  const { memberId = null } = correction;
  return correct(context, correction, async (inside, at) => {
    const earlier = await correctionInForce(inside.db, at.round.id, memberId);
    if (!earlier) return refused('nothing-to-undo');
    const { type, id: takesBack } = earlier;
    return record(inside, { ...at, correction, type, memberId, takesBack });
  });
}

interface ClosedRound {
  readonly round: Round;
  readonly track: Track;
}

/** In characters. */
const LONGEST_REASON = 300;

/**
 * Works on a closed round while its track is locked, so that two managers correct it one after the other. No open
 * round of the track closes meanwhile, since whoever closes a round counts streaks from those that are stored.
 */
async function correct(
  context: Context,
  { trackId, round: number, reason }: NewCorrection,
  work: (inside: Context, at: ClosedRound) => Promise<Corrected>,
): Promise<Corrected> {
  if (!hasWords(reason)) return refused('reason-empty');
  if (reason.trim().length > LONGEST_REASON) return refused('reason-too-long');
  const corrected = await withTrack(context, trackId, async (inside, track) => {
    const rounds = await lockForCorrection(inside.db, trackId, number);
    const round = rounds.find((one) => one.number === number);
    if (!round) return refused('round-unknown');
    if (round.status === 'void') return refused('round-unasked');
    const isClosed = round.status === 'closed' || round.status === 'revealed';
    return isClosed ? work(inside, { round, track }) : refused('not-closed');
  });
  return corrected.type === 'gone' ? refused('track-gone') : corrected;
}

/** Locks the round to correct, and with it those that are not closed yet. Returns all of them. */
async function lockForCorrection(
  tx: Db,
  trackId: number,
  number: number,
): Promise<readonly Round[]> {
  return tx
    .selectFrom('rounds')
    .selectAll()
    .where('trackId', '=', trackId)
    .where((eb) => eb.or([eb('number', '=', number), eb('status', 'in', ['claimed', 'open'])]))
    .orderBy('id')
    .forShare()
    .execute();
}

/** The correction in force of a member's answer; of the whole round where `memberId` is null. */
async function correctionInForce(
  tx: Db,
  roundId: number,
  memberId: number | null,
): Promise<Pick<CorrectionRow, 'id' | 'type'> | undefined> {
  return correctionsInForce(tx)
    .select(['corrections.id', 'corrections.type'])
    .where('corrections.roundId', '=', roundId)
    .where('corrections.memberId', memberId === null ? 'is' : '=', memberId)
    .executeTakeFirst();
}

async function hasLateAnswer(tx: Db, roundId: number, memberId: number): Promise<boolean> {
  const row = await tx
    .selectFrom('answers')
    .select('id')
    .where('roundId', '=', roundId)
    .where('memberId', '=', memberId)
    .where('late', '=', true)
    .where('withdrawnAt', 'is', null)
    .limit(1)
    .executeTakeFirst();
  return row !== undefined;
}

interface RecordedCorrection extends ClosedRound {
  readonly correction: NewCorrection;
  readonly type: CorrectionRow['type'];
  readonly memberId: number | null;
  /** The id of the earlier correction that this one ends. */
  readonly takesBack?: number;
}

/** Writes the correction down, counts the standings anew that it changes, and has the thread told where it concerns all. */
async function record(inside: Context, recorded: RecordedCorrection): Promise<Corrected> {
  const { db, clock, enqueue, log } = inside;
  const { round, track, correction, type, memberId, takesBack } = recorded;
  const { id } = await db
    .insertInto('corrections')
    .values({
      ...{ roundId: round.id, type, memberId, takesBack: takesBack ?? null },
      ...{ reason: correction.reason.trim(), madeBy: correction.by },
      madeAt: await clock.now(db),
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  await refreshStandings(db, await changedStandings(db, track.id, memberId));
  if (memberId === null) {
    await enqueue(db, inChannelOf(track, tellCorrectionJob), { correctionId: id });
  }
  log.info({ round: round.id, correction: id, type, takesBack }, 'corrected a round');
  return { type: 'corrected' };
}

/** The standing of the member; without one, those of everybody who has a standing in the track. */
async function changedStandings(
  tx: Db,
  trackId: number,
  memberId: number | null,
): Promise<readonly StandingKey[]> {
  if (memberId !== null) return [{ trackId, memberId }];
  return tx
    .selectFrom('streaks')
    .select(['trackId', 'memberId'])
    .where('trackId', '=', trackId)
    .execute();
}
