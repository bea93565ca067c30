import type { Db } from '../../db/connect.ts';
import { isRowId } from '../../db/row-id.ts';
import type { Language } from '../../domain/language.ts';
import type { Question } from '../../domain/question.ts';

/** Names a text that was compared: an answer to a round, or one to a question outside of rounds. */
export interface AnswerName {
  readonly kind: 'answer' | 'quiz';
  readonly id: number;
}

export interface GivenAnswer {
  readonly questionId: number;
  readonly question: Question;
  /** In which language it was asked; undefined: in its author's. */
  readonly asked: Language | undefined;
  readonly text: string;
}

/** A member's text by the name that a button bears; undefined where it is gone, or somebody else's. */
export async function findGivenAnswer(
  db: Db,
  { kind, id }: AnswerName,
  memberId: number,
): Promise<GivenAnswer | undefined> {
  if (!isRowId(id)) return undefined;
  return kind === 'answer' ? answerToRound(db, id, memberId) : answerToQuiz(db, id, memberId);
}

async function answerToRound(db: Db, id: number, memberId: number) {
  return db
    .selectFrom('answers')
    .innerJoin('rounds', 'rounds.id', 'answers.roundId')
    .select(['rounds.questionId', 'rounds.question', 'rounds.language as asked', 'answers.text'])
    .where('answers.id', '=', id)
    .where('answers.memberId', '=', memberId)
    .where('answers.withdrawnAt', 'is', null)
    .where('rounds.status', 'in', ['closed', 'revealed'])
    .executeTakeFirst();
}

async function answerToQuiz(db: Db, id: number, memberId: number) {
  const row = await db
    .selectFrom('quizAnswers')
    .innerJoin('questions', 'questions.id', 'quizAnswers.questionId')
    .select(['questionId', 'questions.body as question', 'quizAnswers.text'])
    .where('quizAnswers.id', '=', id)
    .where('quizAnswers.memberId', '=', memberId)
    .executeTakeFirst();
  return row && { ...row, asked: undefined };
}
