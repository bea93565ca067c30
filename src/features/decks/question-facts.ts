import type { Db } from '../../db/connect.ts';
import type { QuestionRow } from '../../db/tables.ts';
import type { Context } from '../../delivery/context.ts';
import type { Language } from '../../domain/language.ts';
import {
  type Deck,
  type Question,
  type QuestionText,
  translatedTo,
} from '../../domain/question.ts';
import { topicTitle } from './titles.ts';

/** What every card about a question shows. */
export interface QuestionFacts {
  readonly language: Language;
  readonly question: Question;
  readonly text: QuestionText;
  /** The topic's title, or its slug where the deck has none in this language. */
  readonly topic: string;
}

/** What a card shows that explains the reference answer. */
export interface ExplanationFacts extends QuestionFacts {
  /** The formula drawn; undefined where there is none or it cannot be drawn. */
  readonly formula: Uint8Array | undefined;
}

/** What any card about a question shows. Only what explains the answer shows a formula: {@link withFormula}. */
export async function questionFacts(
  { db }: Pick<Context, 'db'>,
  about: { readonly question: Question; readonly questionId: number; readonly language: Language },
): Promise<QuestionFacts> {
  const { question, questionId, language } = about;
  const { topics = {} } = (await deckOfQuestion(db, questionId)) ?? {};
  return factsInDeck({ question, topics }, language);
}

/** What any card shows of a question as its deck has it now. */
export function storedFacts(
  context: Pick<Context, 'db'>,
  row: QuestionRow,
  language: Language,
): Promise<QuestionFacts> {
  return questionFacts(context, { question: row.body, questionId: row.id, language });
}

/** Adds the drawn formula, for a card that shows it. Drawing takes time. */
export async function withFormula<Facts extends QuestionFacts>(
  { paintFormula }: Pick<Context, 'paintFormula'>,
  facts: Facts,
): Promise<Facts & ExplanationFacts> {
  const { id, formula } = facts.question;
  return { ...facts, formula: formula ? await paintFormula(formula, id) : undefined };
}

/** A question with the topics of its deck. */
export interface QuestionInDeck extends Pick<Deck, 'topics'> {
  readonly question: Question;
}

/** What any card shows of a question that was read with its deck's topics; needs no database. */
export function factsInDeck(
  { question, topics }: QuestionInDeck,
  language: Language,
): QuestionFacts {
  return {
    ...{ language, question },
    text: textIn(question, language),
    topic: topicTitle([{ topics }], question.topic, language),
  };
}

/** The question in a language, or in one it has. */
export function textIn(question: Question, language: Language): QuestionText {
  const text = translatedTo<QuestionText>(question, language);
  if (!text) throw new Error(`question ${question.id} has no text`);
  return text;
}

async function deckOfQuestion(
  db: Db,
  questionId: number,
): Promise<Pick<Deck, 'topics'> | undefined> {
  return db
    .selectFrom('questions')
    .innerJoin('decks', 'decks.id', 'questions.deckId')
    .select('decks.topics')
    .where('questions.id', '=', questionId)
    .executeTakeFirst();
}
