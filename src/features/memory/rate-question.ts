import { sql } from 'kysely';
import type { Db } from '../../db/connect.ts';
import { isRowId } from '../../db/row-id.ts';
import type { Context } from '../../delivery/context.ts';
import type { Day } from '../../domain/day.ts';
import { rateCard } from '../../domain/memory/rate.ts';
import type { Grade, ReviewedCard } from '../../domain/memory/study-card.ts';
import { aboutCards, interviewsFrom } from './interviews.ts';
import { stillMissed } from './missed-points.ts';
import { learned, type StoredCard } from './stored-cards.ts';

export interface GivenRating {
  readonly memberId: number;
  readonly workspaceId: number;
  readonly questionId: number;
  readonly grade: Grade;
  /** The day on which the question was shown: it is rated once a day. */
  readonly shownOn: Day;
  readonly today: Day;
}

export type Rated =
  | { readonly type: 'rated' | 'rated-before'; readonly dueOn: Day }
  /** The question was shown too long ago for anyone to say how it went. */
  | { readonly type: 'too-old'; readonly shownOn: Day }
  | { readonly type: 'question-unknown' };

/** After this many days nobody remembers how a question went. */
const MOST_DAYS_LATER = 7;

/**
 * Keeps how a question went for a member, and returns when they meet it again. The first rating of a day counts;
 * later ones change nothing, nor does one of a day before the newest review.
 */
export async function rateQuestion(context: Context, rating: GivenRating): Promise<Rated> {
  const { memberId, questionId, shownOn, today, grade } = rating;
  if (!isRowId(questionId)) return { type: 'question-unknown' };
  // A change of time zone can put the day ahead of today.
  const isRecent = today - MOST_DAYS_LATER <= shownOn && shownOn <= today + 1;
  if (!isRecent) return { type: 'too-old', shownOn };
  return context.db.transaction().execute(async (tx) => {
    const card = await lockCard(tx, rating);
    if (!card) return { type: 'question-unknown' };
    const before = card.memory;
    if (before && before.reviewedOn >= shownOn)
      return { type: 'rated-before', dueOn: before.dueOn };
    const load = await loadOf(tx, memberId, shownOn);
    const spread = { load, seed: `${memberId}:${questionId}` };
    const interviews = aboutCards(await interviewsFrom(tx, memberId, shownOn), [card]);
    const rated = rateCard(card, { grade, on: shownOn, interviews, spread });
    await save(tx, rating, rated);
    context.observe({ type: 'question-rated', grade });
    return { type: 'rated', dueOn: rated.memory.dueOn };
  });
}

/**
 * The member's card, locked, of a question that their workspace may use; made where there is none yet. Two
 * presses at once come here one after the other.
 */
async function lockCard(
  tx: Db,
  rating: GivenRating,
): Promise<Omit<StoredCard, 'difficulty'> | undefined> {
  const { memberId, workspaceId, questionId, shownOn } = rating;
  const question = await tx
    .selectFrom('questions')
    .innerJoin('decks', 'decks.id', 'questions.deckId')
    .select(['questions.topic', 'questions.deckId'])
    .where('questions.id', '=', questionId)
    .where('questions.recallable', '=', true)
    .where((eb) =>
      eb.or([eb('decks.workspaceId', 'is', null), eb('decks.workspaceId', '=', workspaceId)]),
    )
    .executeTakeFirst();
  if (!question) return undefined;
  const row = await tx
    .insertInto('studyCards')
    .values({ memberId, questionId, metOn: shownOn })
    .onConflict((conflict) =>
      conflict.columns(['memberId', 'questionId']).doUpdateSet((eb) => ({
        metOn: eb.fn<Day>('greatest', ['studyCards.metOn', 'excluded.metOn']),
      })),
    )
    .returningAll()
    .executeTakeFirstOrThrow();
  return { questionId, ...question, ...learned(row) };
}

/** How many of the member's questions are due on each day after one. */
async function loadOf(tx: Db, memberId: number, after: Day): Promise<(day: Day) => number> {
  const { rows } = await sql<{ readonly dueOn: Day; readonly count: number }>`
    select due_on, count(*)::integer as count from study_cards
    where member_id = ${memberId} and due_on > ${after} group by due_on
  `.execute(tx);
  const counts = new Map(rows.map(({ dueOn, count }) => [dueOn, count]));
  return (day) => counts.get(day) ?? 0;
}

async function save(
  tx: Db,
  { memberId, questionId, grade }: GivenRating,
  card: ReviewedCard,
): Promise<void> {
  const { memory, metOn } = card;
  const { reviewedOn } = memory;
  await tx.insertInto('studyReviews').values({ memberId, questionId, reviewedOn, grade }).execute();
  const isHad = grade === 'good' || grade === 'easy';
  await tx
    .updateTable('studyCards')
    .set({
      ...memory,
      ...(metOn !== undefined && { metOn }),
      ...(isHad && { missed: JSON.stringify(stillMissed(card, reviewedOn)) }),
    })
    .where('memberId', '=', memberId)
    .where('questionId', '=', questionId)
    .execute();
}
