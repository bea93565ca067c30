import type { Db } from '../../db/connect.ts';
import { orNone } from '../../db/or-none.ts';
import type { Contest } from '../../db/tables.ts';
import type { Language } from '../../domain/language.ts';
import type { AnswerName } from './given-answer.ts';

/** How an answer is named in the table. */
export const nameOf = ({ kind, id }: AnswerName): string => `${kind}-${id}`;

/** The points that a member says are in an answer of theirs. */
export async function creditedPoints(
  db: Db,
  memberId: number,
  answer: AnswerName,
): Promise<ReadonlySet<string>> {
  const rows = await db
    .selectFrom('contests')
    .select('point')
    .where('memberId', '=', memberId)
    .where('answer', '=', nameOf(answer))
    .execute();
  return new Set(rows.map(({ point }) => point));
}

/** More would slow every answer down, and a deck holds no more for a point. */
const MOST_ACCEPTED = 60;

/** What a workspace takes for other ways to say a question's points. */
export async function acceptedWordings(
  db: Db,
  of: { readonly workspaceId: number; readonly questionId: number; readonly language: Language },
): Promise<readonly { readonly point: string; readonly wording: string }[]> {
  const rows = await db
    .selectFrom('contests')
    .select(['point', 'wording'])
    .where('workspaceId', '=', of.workspaceId)
    .where('questionId', '=', of.questionId)
    .where('language', '=', of.language)
    .where('acceptedAt', 'is not', null)
    .where('wording', 'is not', null)
    .orderBy('id')
    .limit(MOST_ACCEPTED)
    .execute();
  return rows.flatMap(({ point, wording }) => (wording === null ? [] : [{ point, wording }]));
}

export interface NewContest extends Omit<Contest, 'id' | 'acceptedAt' | 'declinedAt'> {
  readonly wording: string;
}

/** Keeps a contest; undefined where this point of this answer is contested already. */
export async function insertContest(db: Db, contest: NewContest): Promise<Contest | undefined> {
  return db
    .insertInto('contests')
    .values(contest)
    .onConflict((conflict) => conflict.columns(['memberId', 'answer', 'point']).doNothing())
    .returningAll()
    .executeTakeFirst();
}

/** What others of the workspace say of the same point in the same language. */
export async function contestsOfOthers(db: Db, contest: Contest): Promise<readonly Contest[]> {
  return db
    .selectFrom('contests')
    .selectAll()
    .where('workspaceId', '=', contest.workspaceId)
    .where('questionId', '=', contest.questionId)
    .where('point', '=', contest.point)
    .where('language', '=', contest.language)
    .where('memberId', '!=', contest.memberId)
    .where('wording', 'is not', null)
    .orderBy('id', 'desc')
    .limit(200)
    .execute();
}

export async function acceptContests(db: Db, ids: readonly number[], at: Date): Promise<void> {
  await db
    .updateTable('contests')
    .set({ acceptedAt: at })
    .where('id', 'in', orNone(ids))
    .where('acceptedAt', 'is', null)
    .execute();
}

/** Forgets a member's wording; the point stays theirs. False where there is none to forget. */
export async function takeBackWording(
  db: Db,
  { id, memberId }: Pick<Contest, 'id' | 'memberId'>,
): Promise<boolean> {
  const taken = await db
    .updateTable('contests')
    .set({ wording: null, acceptedAt: null })
    .where('id', '=', id)
    .where('memberId', '=', memberId)
    .where('wording', 'is not', null)
    .returning('id')
    .executeTakeFirst();
  return taken !== undefined;
}
