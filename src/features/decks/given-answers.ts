import { sql } from 'kysely';
import type { Db } from '../../db/connect.ts';
import type { Language } from '../../domain/language.ts';

/** What somebody answered to a question of a deck: their words, and nothing of who they are. */
export interface WordsGiven {
  readonly slug: string;
  /** In which language it was asked; null: outside of a round. */
  readonly asked: Language | null;
  readonly text: string;
}

/** For one question, the newest are read: more would tell an author nothing else. */
const MOST_ANSWERS = 500;

/**
 * What was answered in time to a deck's questions, one text for each member and round, and what was written in
 * quizzes. A round that is still open is nobody's to look into.
 */
export async function givenTo(db: Db, deckId: number): Promise<readonly WordsGiven[]> {
  const { rows } = await sql<WordsGiven>`
    select slug, asked, text
    from (
      select *, row_number() over (partition by slug order by said_at desc) as place
      from (
        (
          select distinct on (answers.round_id, answers.member_id)
            questions.slug, rounds.language as asked, answers.text, answers.said_at
          from answers
          join rounds on rounds.id = answers.round_id
          join questions on questions.id = rounds.question_id
          where questions.deck_id = ${deckId} and rounds.status in ('closed', 'revealed')
            and answers.member_id is not null and answers.withdrawn_at is null
            and answers.source <> 'choice' and not answers.late
          order by answers.round_id, answers.member_id, answers.said_at desc, answers.id desc
        )
        union all
        select questions.slug, null, quiz_answers.text, quiz_answers.answered_at
        from quiz_answers
        join questions on questions.id = quiz_answers.question_id
        where questions.deck_id = ${deckId}
      ) as given
    ) as placed
    where place <= ${MOST_ANSWERS}
    order by slug, place
  `.execute(db);
  return rows;
}

/** How often each question of a deck was asked in a round, by its id in the deck. */
export async function timesAsked(db: Db, deckId: number): Promise<ReadonlyMap<string, number>> {
  const rows = await db
    .selectFrom('rounds')
    .innerJoin('questions', 'questions.id', 'rounds.questionId')
    .select(['questions.slug', (eb) => eb.fn.countAll<number>().as('times')])
    .where('questions.deckId', '=', deckId)
    .where('rounds.status', 'in', ['open', 'closed', 'revealed'])
    .groupBy('questions.slug')
    .execute();
  return new Map(rows.map(({ slug, times }) => [slug, Number(times)]));
}

/** How many members said of each key point that it is in an answer of theirs where it was not found. */
export async function timesContested(
  db: Db,
  deckId: number,
): Promise<(slug: string, point: string) => number> {
  const rows = await db
    .selectFrom('contests')
    .innerJoin('questions', 'questions.id', 'contests.questionId')
    .select(['questions.slug', 'contests.point'])
    .select((eb) => eb.fn.count<number>('contests.memberId').distinct().as('members'))
    .where('questions.deckId', '=', deckId)
    .groupBy(['questions.slug', 'contests.point'])
    .execute();
  const counts = new Map(rows.map((row) => [`${row.slug} ${row.point}`, Number(row.members)]));
  return (slug, point) => counts.get(`${slug} ${point}`) ?? 0;
}
