import { sql } from 'kysely';
import type { Db } from '../../../db/connect.ts';
import type { Contest } from '../../../db/tables.ts';
import type { Question } from '../../../domain/question.ts';

/** The wordings of a workspace that wait for a decision, oldest first. */
export async function openWordings(db: Db, workspaceId: number): Promise<readonly Contest[]> {
  return db
    .selectFrom('contests')
    .selectAll()
    .where('workspaceId', '=', workspaceId)
    .where('wording', 'is not', null)
    .where('acceptedAt', 'is', null)
    .where('declinedAt', 'is', null)
    .orderBy('id')
    .execute();
}

/** Says whether a wording counts for everyone; false where that was said already, or it was taken back. */
export async function settleWording(
  db: Db,
  { id, workspaceId }: Pick<Contest, 'id' | 'workspaceId'>,
  decision: Partial<Pick<Contest, 'acceptedAt' | 'declinedAt'>>,
): Promise<boolean> {
  const settled = await db
    .updateTable('contests')
    .set(decision)
    .where('id', '=', id)
    .where('workspaceId', '=', workspaceId)
    .where('wording', 'is not', null)
    .where('acceptedAt', 'is', null)
    .where('declinedAt', 'is', null)
    .returning('id')
    .executeTakeFirst();
  return settled !== undefined;
}

/** What a member has said is in answers of theirs, newest first, without what they took back. */
export async function wordingsOf(
  db: Db,
  memberId: number,
  most: number,
): Promise<readonly Contest[]> {
  return db
    .selectFrom('contests')
    .selectAll()
    .where('memberId', '=', memberId)
    .where('wording', 'is not', null)
    .orderBy('id', 'desc')
    .limit(most)
    .execute();
}

/** A key point that the matcher often does not find where people say it is. */
export interface OftenContested {
  readonly body: Question;
  readonly point: string;
  /** How many members contest it, of how many that answered its question. */
  readonly people: number;
  readonly answered: number;
}

const ENOUGH_PEOPLE = 10;
const OFTEN = 0.3;

/** The points of a workspace that more than three of ten members contest. */
export async function oftenContested(
  db: Db,
  workspaceId: number,
): Promise<readonly OftenContested[]> {
  const { rows } = await sql<OftenContested>`
    with contested as (
      select question_id, point, count(distinct member_id)::integer as people
      from contests where workspace_id = ${workspaceId} group by question_id, point
    ), given as (
      select rounds.question_id, answers.member_id from answers
      join rounds on rounds.id = answers.round_id join tracks on tracks.id = rounds.track_id
      where tracks.workspace_id = ${workspaceId} and answers.member_id is not null
      union
      select quiz_answers.question_id, quiz_answers.member_id from quiz_answers
      join members on members.id = quiz_answers.member_id
      where members.workspace_id = ${workspaceId}
    ), answered as (
      select question_id, count(*)::integer as answered from given group by question_id
    )
    select questions.body, point, people, answered
    from contested join answered using (question_id)
    join questions on questions.id = question_id and questions.retired_at is null
    where answered >= ${ENOUGH_PEOPLE} and people > answered * ${OFTEN}::float
    order by people desc, question_id, point limit 10
  `.execute(db);
  return rows;
}
