import { saveQuizAnswer } from '../../db/quiz-answers.ts';
import type { Context } from '../../delivery/context.ts';
import { checkAnswerText } from '../../domain/answer-text.ts';

export type QuizAnswered = 'saved' | 'answer-empty' | 'answer-too-long';

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
  if (!checked.ok) return checked.fault.code;
  const answeredAt = await context.clock.now(context.db);
  await saveQuizAnswer(context.db, { ...answer, text: checked.text, answeredAt });
  return 'saved';
}
