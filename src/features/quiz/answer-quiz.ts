import { saveQuizAnswer } from '../../db/quiz-answers.ts';
import type { Context } from '../../delivery/context.ts';
import { type AnswerTextFault, checkAnswerText } from '../../domain/answer-text.ts';

export type QuizAnswered =
  | { readonly type: 'saved'; readonly answerId: number }
  | { readonly type: 'refused'; readonly fault: AnswerTextFault };

/** Keeps a member's answer to a quiz question. */
export async function answerQuiz(
  context: Context,
  answer: {
    readonly memberId: number;
    readonly questionId: number;
    readonly submission: string;
    readonly text: string;
  },
): Promise<QuizAnswered> {
  const checked = checkAnswerText(answer.text);
  if (!checked.ok) return { type: 'refused', fault: checked.fault };
  const answeredAt = await context.clock.now(context.db);
  const kept = { ...answer, text: checked.text, answeredAt };
  return { type: 'saved', answerId: await saveQuizAnswer(context.db, kept) };
}
