import type { Db } from '../../db/connect.ts';
import type { CorrectionRow, Round, Track } from '../../db/tables.ts';
import type { Context } from '../../delivery/context.ts';
import { hasWords } from '../../domain/answer-text.ts';
import { defineJob } from '../../jobs/job.ts';
import { inChannelOf } from '../rounds/jobs.ts';
import { hasCounted } from '../standings/counted-answers.ts';
import { refreshStandings } from '../standings/refresh-standing.ts';
import type { StandingKey } from '../standings/refresh-standings.ts';
import { standingCorrections } from '../standings/standing-corrections.ts';
import { withTrack } from '../tracks/with-track.ts';

/** Tells the thread of a round what was corrected about it. */
export const tellCorrectionJob = defineJob<{ readonly correctionId: number }>('tell-correction');

/** Which round, why, and who says so. */
export interface Correcting {
  readonly trackId: number;
  /** The round's number in its track. */
  readonly round: number;
  readonly reason: string;
  /** Null: the operator. */
  readonly by: number | null;
}

type CorrectionFault =
  | 'track-gone'
  | 'round-unknown'
  /** It was never asked, or taken back before it had answers. */
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
export async function makeRoundVoid(context: Context, correcting: Correcting): Promise<Corrected> {
  return correct(context, correcting, async (inside, { round, ...at }) => {
    if (await standing(inside.db, round.id, null)) return refused('already');
    return write(inside, { ...at, round, correcting, type: 'void', memberId: null });
  });
}

/** Makes a member's late answer to a closed round count as one in time. */
export async function countLateAnswer(
  context: Context,
  correcting: Correcting & { readonly memberId: number },
): Promise<Corrected> {
  const { memberId } = correcting;
  return correct(context, correcting, async (inside, { round, ...at }) => {
    const { db } = inside;
    if (await hasCounted(db, round.id, memberId)) return refused('in-time');
    if (await standing(db, round.id, memberId)) return refused('already');
    if (!(await hasLateAnswer(db, round.id, memberId))) return refused('no-answer');
    return write(inside, { ...at, round, correcting, type: 'count-late', memberId });
  });
}

/** Takes back that a round is void, or, of a member, that their late answer counts. */
export async function takeBackCorrection(
  context: Context,
  correcting: Correcting & { readonly memberId: number | null },
): Promise<Corrected> {
  const { memberId } = correcting;
  return correct(context, correcting, async (inside, { round, ...at }) => {
    const holds = await standing(inside.db, round.id, memberId);
    if (!holds) return refused('nothing-to-undo');
    const { type, id: takesBack } = holds;
    return write(inside, { ...at, round, correcting, type, memberId, takesBack });
  });
}

interface At {
  readonly round: Round;
  readonly track: Track;
}

const LONGEST_REASON = 300;

/**
 * Works on a closed round, with its track locked: two managers at once come one after the other. No open round of
 * the track closes meanwhile, since whoever closes one counts the streaks that there are.
 */
async function correct(
  context: Context,
  { trackId, round: number, reason }: Correcting,
  work: (inside: Context, at: At) => Promise<Corrected>,
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

/** The correction that holds of a round as a whole, or of a member in it. */
async function standing(
  tx: Db,
  roundId: number,
  memberId: number | null,
): Promise<Pick<CorrectionRow, 'id' | 'type'> | undefined> {
  return standingCorrections(tx)
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

interface Writing extends At {
  readonly correcting: Correcting;
  readonly type: CorrectionRow['type'];
  readonly memberId: number | null;
  readonly takesBack?: number;
}

/** Adds the row, counts anew whom it concerns, and has the thread told of what concerns all. */
async function write(inside: Context, writing: Writing): Promise<Corrected> {
  const { db, clock, enqueue, log } = inside;
  const { round, track, correcting, type, memberId, takesBack } = writing;
  const { id } = await db
    .insertInto('corrections')
    .values({
      ...{ roundId: round.id, type, memberId, takesBack: takesBack ?? null },
      ...{ reason: correcting.reason.trim(), madeBy: correcting.by },
      madeAt: await clock.now(db),
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  await refreshStandings(db, await concerned(db, track.id, memberId));
  if (memberId === null) {
    await enqueue(db, inChannelOf(track, tellCorrectionJob), { correctionId: id });
  }
  log.info({ round: round.id, correction: id, type, takesBack }, 'corrected a round');
  return { type: 'corrected' };
}

/** Whose standing changes: the member's, or that of everybody who has one. */
async function concerned(
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
