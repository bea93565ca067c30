import { openQuestionIds } from '../../db/decks.ts';
import type { Context } from '../../delivery/context.ts';
import type { Language } from '../../domain/language.ts';
import { chooseQuiz, type QuizChoice, type QuizReason } from '../../domain/memory/choose-quiz.ts';
import type { Difficulty } from '../../domain/question.ts';
import { factsById, type QuestionFacts } from '../decks/question-facts.ts';
import { meetQuestion } from '../memory/meet-question.ts';
import { loadCards } from '../memory/stored-cards.ts';
import type { Study } from '../memory/study.ts';

export interface QuizFilter {
  readonly workspaceId: number;
  readonly memberId: number;
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
    }
  | Extract<QuizChoice, { readonly type: 'none' }>;

/** The question that serves one member most now; from here on they have met it. */
export async function pickQuiz(
  context: Context,
  wish: QuizFilter,
  { today, lastShown }: Pick<Study, 'today' | 'lastShown'>,
): Promise<QuizQuestion> {
  const { db, randomInt: draw } = context;
  const [cards, open] = await Promise.all([
    loadCards(db, wish),
    openQuestionIds(db, wish.workspaceId),
  ]);
  const last = lastShown === undefined ? {} : { lastShown };
  const choice = chooseQuiz({ cards, today, open, draw, ...last });
  if (choice.type === 'none') return choice;
  const { questionId: id } = choice.card;
  const facts = await factsById(context, { id, language: wish.language });
  if (!facts) return { type: 'none', because: 'nothing-fits' };
  await meetQuestion(db, { memberId: wish.memberId, questionId: id, on: today });
  return { type: 'question', id, reason: choice.reason, facts };
}
