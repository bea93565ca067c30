import { type RawBuilder, sql } from 'kysely';
import { builtOnce, type InputOf } from '../../db/built-once.ts';
import type { Db } from '../../db/connect.ts';
import { prepared } from '../../db/prepared.ts';
import { type Away, awayDuring } from '../../domain/away.ts';
import { dayAt } from '../../domain/day.ts';
import type { Correction, RoundMark } from '../../domain/streak.ts';
import { correctionsByRound, type LoggedCorrection } from './corrections-in-force.ts';
import { countedAnswers } from './counted-answers.ts';

/** The log that streaks are folded from: for each of these members, the marks of a track, oldest first. */
export async function marksOf(
  db: Db,
  trackIds: readonly number[],
  memberIds: readonly number[],
): Promise<(trackId: number, memberId: number) => readonly RoundMark[]> {
  const rounds = await roundsOfLog(db, trackIds, memberIds);
  const byTrack = Map.groupBy(rounds, (round) => round.trackId);
  return (trackId, memberId) =>
    (byTrack.get(trackId) ?? []).map((round) => markOf(round, memberId));
}

/** A mark with what explains it as far as the log tells: its round, and the days away that excuse from it. */
export interface LoggedMark extends RoundMark {
  readonly roundId: number;
  readonly openedAt: Date | null;
  readonly closesAt: Date | null;
  readonly awayDays?: Away;
}

/** The marks of one member in one track, each with what explains it. */
export async function loggedMarks(
  db: Db,
  trackId: number,
  memberId: number,
): Promise<readonly LoggedMark[]> {
  const rounds = await roundsOfLog(db, [trackId], [memberId]);
  return rounds.map((round) => markOf(round, memberId));
}

function markOf(round: LoggedRound, memberId: number): LoggedMark {
  const { id, number, status, openedAt, closesAt, excused } = round;
  const awayDays = awayFrom(round, memberId);
  return {
    ...{ round: number, roundId: id, openedAt, closesAt, excused },
    answered: round.members.has(memberId),
    open: status === 'claimed' || status === 'open',
    away: awayDays !== undefined,
    ...(awayDays && { awayDays }),
    corrections: (round.corrections ?? []).filter(concerns(memberId)).map(readCorrection),
  };
}

type LoggedRound = Awaited<ReturnType<typeof roundsOfLog>>[number];

interface AwayDays extends Away {
  readonly member: number;
}

const concerns =
  (memberId: number) =>
  ({ member }: LoggedCorrection): boolean =>
    member === null || member === memberId;

const readCorrection = ({ type, by, at, reason }: LoggedCorrection): Correction => ({
  ...{ type, reason, by: by ?? undefined },
  at: new Date(at),
});

async function roundsOfLog(db: Db, trackIds: readonly number[], memberIds: readonly number[]) {
  const [[trackId, ...otherTracks], [memberId, ...otherMembers]] = [trackIds, memberIds];
  const isOfOne = otherTracks.length === 0 && otherMembers.length === 0;
  const rounds =
    isOfOne && trackId !== undefined && memberId !== undefined
      ? await readLogOfOne(db, { trackId, memberId })
      : await readLogOfMany(db, { trackIds, memberIds });
  return rounds.map((round) => ({ ...round, members: new Set(round.members) }));
}

/** Which rounds a log is of, and whose answers and days away stand in it. */
interface LogOf {
  readonly rounds: RawBuilder<boolean>;
  readonly isWhose: (memberId: RawBuilder<unknown>) => RawBuilder<boolean>;
}

/** Ten thousand people may have missed a round: one parameter for all of them. */
const readLogOfMany = builtOnce(
  (db, given: InputOf<{ trackIds: readonly number[]; memberIds: readonly number[] }>) =>
    selectLog(db, {
      rounds: sql`rounds.track_id = any(${given('trackIds')}::integer[])`,
      isWhose: (id) => sql`${id} = any(${given('memberIds')}::integer[])`,
    }),
);

/**
 * People look at one member in one track, and often. PostgreSQL keeps this plan, but none that compares with lists,
 * since it does not know how long they will be.
 */
const readLogOfOne = builtOnce((db, given: InputOf<{ trackId: number; memberId: number }>) =>
  selectLog(db, {
    rounds: sql`rounds.track_id = ${given('trackId')}`,
    isWhose: (id) => sql`${id} = ${given('memberId')}`,
  }).modifyFront(prepared),
);

/** All in one statement. */
function selectLog(db: Db, of: LogOf) {
  const counted = countedAnswers(db)
    .select(['answers.roundId', sql<number[]>`array_agg(distinct answers.member_id)`.as('members')])
    .where(of.rounds)
    .where(of.isWhose(sql.ref('answers.member_id')))
    .groupBy('answers.roundId');
  const absent = awayByRound(db, of);
  const corrected = correctionsByRound(db).where(of.rounds);
  return (
    db
      .selectFrom('rounds')
      .leftJoin(counted.as('counted'), 'counted.roundId', 'rounds.id')
      .leftJoin(absent.as('absent'), 'absent.roundId', 'rounds.id')
      .select(['rounds.id', 'rounds.trackId', 'rounds.number', 'rounds.status', 'rounds.excused'])
      .leftJoin(corrected.as('corrected'), 'corrected.roundId', 'rounds.id')
      .select(['rounds.openedAt', 'rounds.closesAt', 'rounds.timezone'])
      .select(['counted.members', 'absent.away', 'corrected.corrections'])
      .where(of.rounds)
      .where('rounds.status', '!=', 'void')
      // From here on it may stand on the platform and be answered, whether or not that is known.
      .where('rounds.closesAt', 'is not', null)
      .orderBy('rounds.number')
  );
}

/**
 * The days away that held at a round's deadline, as far as they may touch it: in no zone is a day more than
 * one away from that of UTC.
 */
function awayByRound(db: Db, of: LogOf) {
  return db
    .selectFrom('awayDays')
    .innerJoin('rounds', (join) =>
      join
        .onRef('rounds.closesAt', '>', 'awayDays.announcedAt')
        .on((eb) =>
          eb.or([
            eb('awayDays.revokedAt', 'is', null),
            eb('awayDays.revokedAt', '>=', eb.ref('rounds.closesAt')),
          ]),
        )
        .on(sql<boolean>`rounds.closes_at > to_timestamp((from_day - 1) * 86400.0)`)
        .on(sql<boolean>`rounds.opened_at < to_timestamp((until_day + 2) * 86400.0)`),
    )
    .select('rounds.id as roundId')
    .select(
      sql<AwayDays[]>`json_agg(json_build_object(
        'member', member_id, 'from', from_day, 'until', until_day) order by from_day)`.as('away'),
    )
    .where(of.rounds)
    .where(of.isWhose(sql.ref('away_days.member_id')))
    .groupBy('rounds.id');
}

/** The days away that excuse a member from a round, by the calendar that its track had then. */
function awayFrom(
  { openedAt, closesAt, timezone, away }: LoggedRound,
  memberId: number,
): Away | undefined {
  const own = away?.filter(({ member }) => member === memberId) ?? [];
  if (own.length === 0 || !openedAt || !closesAt) return undefined;
  // A round that closes at midnight ends with the day before.
  const last = new Date(closesAt.getTime() - 1);
  return awayDuring({ openedOn: dayAt(openedAt, timezone), closesOn: dayAt(last, timezone) }, own);
}
