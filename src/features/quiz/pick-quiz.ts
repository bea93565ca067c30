import { candidatesIn, decksFor, openQuestionIds, questionById } from '../../db/decks.ts';
import type { Context } from '../../delivery/context.ts';
import type { Language } from '../../domain/language.ts';
import { beforeClassics, type Candidate } from '../../domain/pick-question.ts';
import type { Difficulty } from '../../domain/question.ts';
import { type QuestionFacts, storedFacts } from '../decks/question-facts.ts';
import { quizzedQuestions } from './quiz-answers.ts';

export interface QuizWish {
  readonly workspaceId: number;
  readonly memberId: number;
  readonly language: Language;
  readonly topic?: string;
  readonly difficulty?: Difficulty;
  /** The question just shown, which is not shown again at once. */
  readonly not?: number;
}

export type QuizQuestion =
  | { readonly type: 'question'; readonly id: number; readonly facts: QuestionFacts }
  /** Nothing fits the wish, or all that does is open in a round. */
  | { readonly type: 'none' };

/**
 * A question for one member now: one they have met least in quizzes, a classic last, never one that is open in a round
 * of the workspace.
 */
export async function pickQuiz(context: Context, wish: QuizWish): Promise<QuizQuestion> {
  const candidates = await quizPool(context, wish);
  if (candidates.length === 0) return { type: 'none' };
  const met = await quizzedQuestions(context.db, wish.memberId);
  const times = (row: Candidate) => met.filter((id) => id === row.id).length;
  const fewest = Math.min(...candidates.map(times));
  const fresh = beforeClassics(candidates.filter((row) => times(row) === fewest));
  const chosen = fresh[context.randomInt(fresh.length)];
  const row = chosen && (await questionById(context.db, chosen.id));
  if (!row) return { type: 'none' };
  return { type: 'question', id: row.id, facts: await storedFacts(context, row, wish.language) };
}

async function quizPool(context: Context, wish: QuizWish): Promise<readonly Candidate[]> {
  const { db } = context;
  const decks = await decksFor(db, wish.workspaceId);
  const pool = await candidatesIn(db, {
    deckIds: decks.map((deck) => deck.id),
    language: wish.language,
    topics: wish.topic ? [wish.topic] : [],
    difficulties: wish.difficulty ? [wish.difficulty] : [],
  });
  const open = await openQuestionIds(db, wish.workspaceId);
  const closed = pool.filter((row) => !open.has(row.id));
  const others = closed.filter((row) => row.id !== wish.not);
  return others.length > 0 ? others : closed;
}
