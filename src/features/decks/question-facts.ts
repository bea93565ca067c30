import { deckById, questionById } from '../../db/decks.ts';
import type { QuestionRow } from '../../db/tables.ts';
import type { Language } from '../../domain/language.ts';
import { type Question, type QuestionText, translatedTo } from '../../domain/question.ts';
import type { Context } from '../../delivery/context.ts';

/** What every card about a question shows. */
export interface QuestionFacts {
  readonly language: Language;
  readonly question: Question;
  readonly text: QuestionText;
  /** The topic's title, or its slug where the deck has none in this language. */
  readonly topic: string;
  /** The formula drawn; left out where there is none or it cannot be drawn. */
  readonly formula?: Uint8Array;
}

/** What any card about a question shows, with its formula drawn. */
export async function questionFacts(
  context: Context,
  about: { readonly question: Question; readonly questionId: number; readonly language: Language },
): Promise<QuestionFacts> {
  const { question, questionId, language } = about;
  const formula = question.formula && (await context.paintFormula(question.formula, question.id));
  return {
    language,
    question,
    text: textIn(question, language),
    topic: await topicTitle(context, questionId, question.topic, language),
    ...(formula && { formula }),
  };
}

/** The same for a question as its deck has it now. */
export function storedFacts(
  context: Context,
  row: QuestionRow,
  language: Language,
): Promise<QuestionFacts> {
  return questionFacts(context, { question: row.body, questionId: row.id, language });
}

/** The question in a language, or in one it has. */
export function textIn(question: Question, language: Language): QuestionText {
  const text = translatedTo<QuestionText>(question, language);
  if (!text) throw new Error(`question ${question.id} has no text`);
  return text;
}

async function topicTitle(
  { db }: Context,
  questionId: number,
  topic: string,
  language: Language,
): Promise<string> {
  const row = await questionById(db, questionId);
  const deck = row && (await deckById(db, row.deckId));
  return translatedTo(deck?.topics[topic] ?? {}, language) ?? topic;
}
