import type { QuestionFacts } from '../cards/facts.ts';
import { decksFor, openQuestionIds, questionById, questionPool, deckById } from '../db/decks.ts';
import { quizzedQuestions, saveQuizAnswer } from '../db/quiz-answers.ts';
import { isRowId } from '../db/row-id.ts';
import type { QuestionRow } from '../db/tables.ts';
import { checkAnswerText } from '../domain/answer-text.ts';
import type { Language } from '../domain/language.ts';
import type { Difficulty } from '../domain/question.ts';
import { questionFacts } from './card-facts.ts';
import type { Context } from './context.ts';

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
 * A question for one member now: one they have met least in quizzes, never one that is open in a round
 * of the workspace.
 */
export async function pickQuiz(context: Context, wish: QuizWish): Promise<QuizQuestion> {
  const candidates = await quizPool(context, wish);
  if (candidates.length === 0) return { type: 'none' };
  const met = await quizzedQuestions(context.db, wish.memberId);
  const times = (row: QuestionRow) => met.filter((id) => id === row.id).length;
  const fewest = Math.min(...candidates.map(times));
  const fresh = candidates.filter((row) => times(row) === fewest);
  const row = fresh[context.randomInt(fresh.length)];
  if (!row) return { type: 'none' };
  return { type: 'question', id: row.id, facts: await factsOf(context, row, wish.language) };
}

async function quizPool(context: Context, wish: QuizWish): Promise<readonly QuestionRow[]> {
  const { db } = context;
  const decks = await decksFor(db, wish.workspaceId);
  const pool = await questionPool(db, {
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

/** A quiz question by an id that came from a button; undefined once it is open in a round. */
export async function quizQuestion(
  context: Context,
  asked: { readonly id: number; readonly workspaceId: number; readonly language: Language },
): Promise<QuestionFacts | undefined> {
  const { db } = context;
  const row = isRowId(asked.id) ? await questionById(db, asked.id) : undefined;
  const deck = row && (await deckById(db, row.deckId));
  const own = deck && (deck.workspaceId === null || deck.workspaceId === asked.workspaceId);
  if (!row || !own) return undefined;
  if ((await openQuestionIds(db, asked.workspaceId)).has(row.id)) return undefined;
  return factsOf(context, row, asked.language);
}

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

/** The topics there are to choose from, with titles, in the decks a workspace may use. */
export async function quizTopics(
  context: Context,
  workspaceId: number,
  language: Language,
): Promise<readonly { readonly id: string; readonly title: string }[]> {
  const decks = await decksFor(context.db, workspaceId);
  const topics = new Map<string, string>();
  for (const deck of decks) {
    for (const [id, title] of Object.entries(deck.topics)) topics.set(id, title[language] ?? id);
  }
  return [...topics].map(([id, title]) => ({ id, title }));
}

function factsOf(context: Context, row: QuestionRow, language: Language): Promise<QuestionFacts> {
  return questionFacts(context, { question: row.body, questionId: row.id, language });
}
