import type { Db } from '../../db/connect.ts';
import { saveQuizAnswer } from '../../db/quiz-answers.ts';
import type { Answer, Round } from '../../db/tables.ts';
import type { Context } from '../../delivery/context.ts';
import { type AnswerTextFault, checkAnswerText } from '../../domain/answer-text.ts';
import type { Day } from '../../domain/day.ts';
import type { Language } from '../../domain/language.ts';
import { findOwnRound, type OwnRound } from '../rounds/own-round.ts';
import type { FeedbackFacts } from './feedback-blocks.ts';
import type { AnswerName } from './given-answer.ts';
import { matchAnswer } from './match-answer.ts';

export interface RoundAsked {
  readonly roundId: number;
  readonly workspaceId: number;
  readonly memberId: number;
  readonly reader: Language;
  readonly today: Day;
}

export type RoundRefused =
  | Extract<OwnRound, { readonly type: 'refused' }>
  /** It takes answers, and its reference answer is not to be told. */
  | { readonly type: 'not-closed' }
  | { readonly type: 'no-points' };

type Matched = { readonly type: 'matched'; readonly facts: FeedbackFacts };

export type RoundFeedback = Matched | { readonly type: 'not-answered' } | RoundRefused;

export type ClosedRound = { readonly type: 'closed'; readonly round: Round } | RoundRefused;

/** A round that is over, by an id that came from a button. */
export async function findClosedRound(
  { db }: Context,
  { roundId, workspaceId }: Pick<RoundAsked, 'roundId' | 'workspaceId'>,
): Promise<ClosedRound> {
  const found = await findOwnRound(db, roundId, workspaceId);
  if (found.type === 'refused') return found;
  const { round } = found;
  const isOver = round.status === 'closed' || round.status === 'revealed';
  return isOver ? { type: 'closed', round } : { type: 'not-closed' };
}

/** What the member's answer to a round covers: the one that counts, or a late one where there is no other. */
export async function roundFeedback(context: Context, asked: RoundAsked): Promise<RoundFeedback> {
  const found = await findClosedRound(context, asked);
  if (found.type !== 'closed') return found;
  const answer = await answerOf(context.db, asked);
  if (!answer) return { type: 'not-answered' };
  const { id, text } = answer;
  return match(context, asked, { round: found.round, answer: { kind: 'answer', id }, text });
}

export type TryFeedback =
  Matched | RoundRefused | { readonly type: 'refused-text'; readonly fault: AnswerTextFault };

/**
 * Compares a text that a member writes after the reveal. It is kept like a quiz answer, and is no answer to the round.
 */
export async function tryFeedback(
  context: Context,
  asked: RoundAsked,
  written: { readonly text: string; readonly submission: string },
): Promise<TryFeedback> {
  const checked = checkAnswerText(written.text);
  if (!checked.ok) return { type: 'refused-text', fault: checked.fault };
  const found = await findClosedRound(context, asked);
  if (found.type !== 'closed') return found;
  const { text } = checked;
  const { memberId } = asked;
  const answeredAt = await context.clock.now(context.db);
  const id = await saveQuizAnswer(context.db, {
    ...{ memberId, questionId: found.round.questionId, text, answeredAt },
    submission: written.submission,
  });
  return match(context, asked, { round: found.round, answer: { kind: 'quiz', id }, text });
}

/** A member's text about a round, and the row that it is kept in. */
interface RoundText {
  readonly round: Round;
  readonly answer: AnswerName;
  readonly text: string;
}

async function match(
  context: Context,
  { workspaceId, memberId, reader, today }: RoundAsked,
  { round, ...written }: RoundText,
): Promise<Matched | { readonly type: 'no-points' }> {
  const { questionId, question, language: asked } = round;
  const of = { workspaceId, memberId, reader, today, questionId, question, asked };
  const facts = await matchAnswer(context, { ...of, ...written });
  return facts ? { type: 'matched', facts } : { type: 'no-points' };
}

async function answerOf(
  db: Db,
  { roundId, memberId }: Pick<RoundAsked, 'roundId' | 'memberId'>,
): Promise<Pick<Answer, 'id' | 'text'> | undefined> {
  return db
    .selectFrom('answers')
    .select(['id', 'text'])
    .where('roundId', '=', roundId)
    .where('memberId', '=', memberId)
    .where('source', '!=', 'choice')
    .where('withdrawnAt', 'is', null)
    .orderBy('late')
    .orderBy('revisedAt', 'desc')
    .orderBy('id', 'desc')
    .executeTakeFirst();
}
