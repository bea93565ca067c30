import { openQuestionIds } from '../../db/decks.ts';
import type { Context } from '../../delivery/context.ts';
import type { Day } from '../../domain/day.ts';
import type { Language } from '../../domain/language.ts';
import { chooseQuiz, type QuizChoice, type QuizReason } from '../../domain/memory/choose-quiz.ts';
import type { Difficulty } from '../../domain/question.ts';
import type { QuestionFacts } from '../decks/question-facts.ts';
import { meetQuestion } from '../memory/meet-question.ts';
import { loadCards, type StoredCard } from '../memory/stored-cards.ts';
import { findStudy, type Learner } from '../memory/study.ts';

export interface QuizFilter extends Learner {
  readonly language: Language;
  readonly topic?: string;
  readonly difficulty?: Difficulty;
}

export type QuizQuestion =
  | {
      readonly type: 'question';
      readonly id: number;
      readonly reason: QuizReason;
      readonly facts: QuestionFacts;
      /** The day on the member's own calendar. */
      readonly today: Day;
    }
  | Extract<QuizChoice, { readonly type: 'none' }>;

/** The question that serves one member most now; from here on they have met it. */
export async function pickQuiz(context: Context, wish: QuizFilter): Promise<QuizQuestion> {
  const { memberId, language } = wish;
  const { choice, today } = await chooseFor(context, wish);
  if (choice.type === 'none') return choice;
  const { questionId: id } = choice.card;
  const facts = await meetQuestion(context.db, { memberId, questionId: id, on: today, language });
  if (!facts) return { type: 'none', because: 'nothing-fits' };
  return { type: 'question', id, reason: choice.reason, facts, today };
}

/** Chooses that question without noting that the member has met it. What this takes is read side by side. */
export async function chooseFor(
  context: Context,
  wish: QuizFilter,
): Promise<{ readonly choice: QuizChoice; readonly today: Day }> {
  const { db, randomInt: draw } = context;
  const [{ today, lastShown }, all, open] = await Promise.all([
    findStudy(context, wish),
    loadCards(db, wish),
    openQuestionIds(db, wish.workspaceId),
  ]);
  const cards = all.filter((card) => isWished(card, wish));
  const last = lastShown === undefined ? {} : { lastShown };
  return { choice: chooseQuiz({ cards, today, open, draw, ...last }), today };
}

const isWished = (
  card: StoredCard,
  { topic = card.topic, difficulty = card.difficulty }: QuizFilter,
): boolean => card.topic === topic && card.difficulty === difficulty;
