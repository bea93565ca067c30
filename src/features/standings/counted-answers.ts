import { type ExpressionBuilder, sql } from 'kysely';
import type { Db } from '../../db/connect.ts';
import { orNone } from '../../db/or-none.ts';
import type { Answer, Tables } from '../../db/tables.ts';
import { type Tally, tallyChoices } from '../../domain/choice.ts';

/** Whether the member has an answer to the round that counts. */
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
export function countedAnswers(db: Db) {
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

export interface CountedAnswer extends Answer {
  readonly memberId: number;
  readonly name: string;
}

/** One answer a member: their newest text that counts, or else their choice, in the order they were first given. */
export async function listCountedAnswers(
  db: Db,
  roundId: number,
): Promise<readonly CountedAnswer[]> {
  const rows = await countedAnswers(db)
    .innerJoin('members', 'members.id', 'answers.memberId')
    .selectAll('answers')
    .select('members.name')
    .distinctOn('answers.memberId')
    .where('answers.roundId', '=', roundId)
    .orderBy('answers.memberId')
    .orderBy((eb) => eb('answers.source', '=', 'choice'))
    .orderBy('answers.revisedAt', 'desc')
    .orderBy('answers.id', 'desc')
    .execute();
  return rows
    .flatMap((row) => (row.memberId === null ? [] : [{ ...row, memberId: row.memberId }]))
    .sort((a, b) => a.saidAt.getTime() - b.saidAt.getTime() || a.id - b.id);
}

/** What the members of a round chose, each once and without their names. */
export async function countedChoices(db: Db, roundId: number): Promise<Tally> {
  const rows = await countedAnswers(db)
    .select('answers.picked')
    .where('answers.roundId', '=', roundId)
    .where('answers.source', '=', 'choice')
    .execute();
  return tallyChoices(rows.flatMap(({ picked }) => (picked ? [picked] : [])));
}

/** Which members answered which of these rounds in time. */
export async function whoAnswered(
  db: Db,
  roundIds: readonly number[],
): Promise<(roundId: number, memberId: number) => boolean> {
  const counted = await countedAnswers(db)
    .select(['answers.memberId', 'answers.roundId'])
    .distinct()
    .where('answers.roundId', 'in', orNone(roundIds))
    .execute();
  const answered = new Set(counted.map((row) => `${row.memberId}:${row.roundId}`));
  return (roundId, memberId) => answered.has(`${memberId}:${roundId}`);
}

export interface AnswerCounts {
  /** Members whom the round counts. */
  readonly inTime: number;
  /** Members whose texts came late. */
  readonly late: number;
}

export async function countAnswers(
  db: Db,
  roundIds: readonly number[],
): Promise<(roundId: number) => AnswerCounts> {
  if (roundIds.length === 0) return () => ({ inTime: 0, late: 0 });
  const isAsked = sql<boolean>`answers.round_id = any(${roundIds}::integer[])`;
  const count = (eb: ExpressionBuilder<Tables, 'answers'>) =>
    eb.fn.count<string>('answers.memberId').distinct().as('count');
  const inTime = await countedAnswers(db)
    .select(['answers.roundId', count])
    .where(isAsked)
    .groupBy('answers.roundId')
    .execute();
  const late = await db
    .selectFrom('answers')
    .select(['answers.roundId', count])
    .where(isAsked)
    .where('late', '=', true)
    .where('withdrawnAt', 'is', null)
    .groupBy('answers.roundId')
    .execute();
  const [inTimeOf, lateOf] = [inTime, late].map(
    (rows) => new Map(rows.map(({ roundId, count: members }) => [roundId, Number(members)])),
  );
  return (roundId) => ({ inTime: inTimeOf?.get(roundId) ?? 0, late: lateOf?.get(roundId) ?? 0 });
}
