import { sql } from 'kysely';
import type { PlatformName } from '../../chat/place.ts';
import type { Db } from '../../db/connect.ts';
import type { TimeRange } from '../../domain/outage.ts';
import type { LedgerMark } from '../../domain/streak-ledger.ts';
import { outagesSince } from '../rounds/outages.ts';
import { type LoggedMark, loggedMarks } from '../standings/marks-of.ts';

/** Whose streak in which track, and the platform on which nobody may have listened. */
export interface LedgerOf {
  readonly trackId: number;
  readonly memberId: number;
  readonly platform: PlatformName;
}

/** A member's log of a track with all that explains its marks, oldest first. */
export async function readLedger(
  db: Db,
  { trackId, memberId, platform }: LedgerOf,
): Promise<readonly LedgerMark[]> {
  const marks = await loggedMarks(db, trackId, memberId);
  const answeredAt = await answerTimes(db, trackId, memberId);
  const outages = await outagesAround(db, platform, marks);
  return marks.map((mark) => {
    const at = answeredAt.get(mark.roundId);
    return { ...mark, outages: outages.filter(within(mark)), ...(at && { answeredAt: at }) };
  });
}

/** When each round was answered: by the newest answer that counts, else by the newest that came late. */
async function answerTimes(
  db: Db,
  trackId: number,
  memberId: number,
): Promise<ReadonlyMap<number, Date>> {
  const rows = await db
    .selectFrom('answers')
    .innerJoin('rounds', 'rounds.id', 'answers.roundId')
    .select(['answers.roundId', 'answers.revisedAt'])
    .distinctOn('answers.roundId')
    .where('rounds.trackId', '=', trackId)
    .where('answers.memberId', '=', memberId)
    .where(sql<boolean>`(answers.withdrawn_at is null or answers.withdrawn_at >= rounds.closes_at)`)
    .orderBy('answers.roundId')
    .orderBy('answers.late')
    .orderBy('answers.revisedAt', 'desc')
    .execute();
  return new Map(rows.map(({ roundId, revisedAt }) => [roundId, revisedAt]));
}

/** The outages on record since the first round that one excused; they are kept for a while only. */
async function outagesAround(
  db: Db,
  platform: PlatformName,
  marks: readonly LoggedMark[],
): Promise<readonly TimeRange[]> {
  const first = marks.find(({ excused, openedAt }) => excused && openedAt)?.openedAt;
  return first ? outagesSince(db, platform, first) : [];
}

const within =
  ({ openedAt, closesAt }: LoggedMark) =>
  ({ from, until }: TimeRange): boolean =>
    openedAt !== null && closesAt !== null && from < closesAt && until > openedAt;
