import { type Language, LANGUAGES } from './language.ts';

/** A text in those languages a deck holds; at least one. */
export type Translated = Readonly<Partial<Record<Language, string>>>;

/** A text in a language, or in one that it has; undefined where it has none. */
export function translatedTo<T>(
  texts: Readonly<Partial<Record<Language, T>>>,
  language: Language,
): T | undefined {
  const own = [language, ...LANGUAGES].find((one) => texts[one] !== undefined);
  return own && texts[own];
}

/** A set of questions, in the same shape as the deck's files and its JSON export. */
export interface Deck {
  /** A slug; the deck's folder bears it. */
  readonly name: string;
  /** Its languages are the deck's languages: see {@link deckLanguages}. */
  readonly title: Translated;
  readonly description?: Translated;
  /** Titles by topic id, in the order they are shown. */
  readonly topics: Readonly<Record<string, Translated>>;
  /** Not yet up to the shipped deck's standard, such as a fresh import: its lacks are only warnings. */
  readonly draft?: boolean;
  readonly questions: readonly Question[];
}

/** Its texts stand under the languages' codes: `question.en`, `question.ru`. */
export interface Question extends Readonly<Partial<Record<Language, QuestionText>>> {
  /** A slug that never changes: history hangs on it. */
  readonly id: string;
  /** A key of the deck's topics. */
  readonly topic: string;
  readonly difficulty: Difficulty;
  /** Hardly asked in interviews any more: comes only when nothing else is left to ask. */
  readonly classic?: boolean;
  /** LaTeX, without dollar signs. */
  readonly formula?: string;
  /** The formula in plain Unicode: the picture's description. Present wherever `formula` is. */
  readonly formulaText?: string;
  readonly sources: readonly Source[];
}

export const DIFFICULTIES = ['easy', 'medium', 'hard'] as const;

export type Difficulty = (typeof DIFFICULTIES)[number];

interface Source {
  readonly title: string;
  readonly url: string;
}

/** A question in one language. Prose may hold `code`, **bold** and *italic*. */
export interface QuestionText {
  readonly question: string;
  /** The reference answer; a question to discuss has none, and one with options need not have one. */
  readonly answer?: string;
  /** To choose from, in the deck's order; the same ones are right in every language. */
  readonly options?: readonly Option[];
  /** What the formula's letters mean. */
  readonly formulaNote?: string;
  /** What a good answer says; empty for imported cards. The same ids in every language. */
  readonly keyPoints: readonly KeyPoint[];
  /** A common wrong belief, and what is true instead. */
  readonly misconception?: string;
}

export interface Option {
  readonly text: string;
  /** One or several of a question's options are, and never all. */
  readonly right?: boolean;
  /** Why it is wrong, or why it is right. */
  readonly why?: string;
}

/** A question to discuss has nothing that an answer could be compared with, and nothing to remember. */
export const isToDiscuss = (question: Question): boolean =>
  LANGUAGES.every(
    (language) =>
      question[language]?.answer === undefined && question[language]?.options === undefined,
  );

export interface KeyPoint {
  readonly id: string;
  /** How much it counts beside the others, for programs that score answers; where left out, 1. */
  readonly weight?: number;
  readonly label: string;
  /** Other ways to say it that count as well. */
  readonly phrasings: readonly string[];
}
