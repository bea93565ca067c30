import type { RoundMark } from '../domain/streak.ts';
import type { Db } from './connect.ts';
import type { Answer } from './tables.ts';

/** Has the member an answer to the round that counts? */
export async function hasCounted(db: Db, roundId: number, memberId: number): Promise<boolean> {
  const row = await countedAnswers(db)
    .select('answers.id')
    .where('answers.roundId', '=', roundId)
    .where('answers.memberId', '=', memberId)
    .limit(1)
    .executeTakeFirst();
  return row !== undefined;
}

/**
 * The answers that count in a round, one a member: of those given in time, the newest that was not
 * withdrawn before the deadline. Deleting it afterwards takes the text away, not the point.
 */
function countedAnswers(db: Db) {
  return db
    .selectFrom('answers')
    .innerJoin('rounds', 'rounds.id', 'answers.roundId')
    .where('answers.late', '=', false)
    .where('answers.memberId', 'is not', null)
    .where('rounds.status', '!=', 'void')
    .where((eb) =>
      eb.or([
        eb('answers.withdrawnAt', 'is', null),
        eb('answers.withdrawnAt', '>=', eb.ref('rounds.closesAt')),
      ]),
    );
}

export interface StandingAnswer extends Answer {
  readonly memberId: number;
  readonly name: string;
}

/** One answer a member: the newest that counts, in the order they were first given. */
export async function standingAnswers(db: Db, roundId: number): Promise<readonly StandingAnswer[]> {
  const rows = await countedAnswers(db)
    .innerJoin('members', 'members.id', 'answers.memberId')
    .selectAll('answers')
    .select('members.name')
    .distinctOn('answers.memberId')
    .where('answers.roundId', '=', roundId)
    .orderBy('answers.memberId')
    .orderBy('answers.revisedAt', 'desc')
    .orderBy('answers.id', 'desc')
    .execute();
  return rows
    .flatMap((row) => (row.memberId === null ? [] : [{ ...row, memberId: row.memberId }]))
    .sort((a, b) => a.saidAt.getTime() - b.saidAt.getTime() || a.id - b.id);
}

/** The log a streak is folded from, a list of marks a member, oldest round first. */
export async function marksOf(
  db: Db,
  trackId: number,
  memberIds: readonly number[],
): Promise<ReadonlyMap<number, readonly RoundMark[]>> {
  const rounds = await db
    .selectFrom('rounds')
    .select(['id', 'number', 'status', 'excused'])
    .where('trackId', '=', trackId)
    .where('status', '!=', 'void')
    // From here on it may stand on the platform and be answered, whether or not that is known.
    .where('closesAt', 'is not', null)
    .orderBy('number')
    .execute();
  const counted = await countedAnswers(db)
    .select(['answers.memberId', 'answers.roundId'])
    .distinct()
    .where('rounds.trackId', '=', trackId)
    .where('answers.memberId', 'in', memberIds.length > 0 ? [...memberIds] : [-1])
    .execute();
  const answered = new Set(counted.map((row) => `${row.memberId}:${row.roundId}`));
  const marks = (memberId: number): readonly RoundMark[] =>
    rounds.map((round) => ({
      round: round.number,
      answered: answered.has(`${memberId}:${round.id}`),
      open: round.status === 'claimed' || round.status === 'open',
      excused: round.excused,
    }));
  return new Map(memberIds.map((memberId) => [memberId, marks(memberId)]));
}

/** Points: one for each round answered in time, by the periods the rounds fall in. */
export async function countPoints(
  db: Db,
  trackId: number,
  memberId: number,
): Promise<readonly { readonly period: string; readonly points: number }[]> {
  const rows = await countedAnswers(db)
    .select(['rounds.id', 'rounds.week', 'rounds.month'])
    .distinct()
    .where('rounds.trackId', '=', trackId)
    .where('answers.memberId', '=', memberId)
    .execute();
  const points = new Map<string, number>();
  for (const row of rows) {
    for (const period of ['all', row.week, row.month]) {
      points.set(period, (points.get(period) ?? 0) + 1);
    }
  }
  return [...points].map(([period, count]) => ({ period, points: count }));
}

/** How many members a round counts, and how many texts came late. */
export async function countAnswers(
  db: Db,
  roundId: number,
): Promise<{ readonly inTime: number; readonly late: number }> {
  const inTime = await countedAnswers(db)
    .select((eb) => eb.fn.count<string>('answers.memberId').distinct().as('count'))
    .where('answers.roundId', '=', roundId)
    .executeTakeFirstOrThrow();
  const late = await db
    .selectFrom('answers')
    .select((eb) => eb.fn.count<string>('memberId').distinct().as('count'))
    .where('roundId', '=', roundId)
    .where('late', '=', true)
    .where('withdrawnAt', 'is', null)
    .executeTakeFirstOrThrow();
  return { inTime: Number(inTime.count), late: Number(late.count) };
}
