import type { Db } from '../../src/db/connect.ts';
import { saveDeckHead, saveQuestion } from '../../src/db/decks.ts';
import type { DeckRow } from '../../src/db/tables.ts';
import { type Language, LANGUAGES } from '../../src/domain/language.ts';
import type { Difficulty, Question, QuestionText } from '../../src/domain/question.ts';

interface SeedQuestion {
  readonly id: string;
  readonly topic?: string;
  readonly difficulty?: Difficulty;
  readonly classic?: boolean;
  /** LaTeX. */
  readonly formula?: string;
  /** Left out: every language. */
  readonly languages?: readonly Language[];
}

export interface SeedDeck {
  readonly name: string;
  /** Left out: a deck of the installation, open to every workspace. */
  readonly workspaceId?: number;
  /** Titles by id; left out: made up from the questions' topics. */
  readonly topics?: DeckRow['topics'];
  readonly questions: readonly SeedQuestion[];
}

/** Puts a small deck into the database; its words are made up from its ids. */
export async function seedDeck(db: Db, deck: SeedDeck): Promise<DeckRow> {
  const row = await saveDeckHead(db, {
    name: deck.name,
    ...(deck.workspaceId !== undefined && { workspaceId: deck.workspaceId }),
    title: { en: titleCase(deck.name), ru: `Колода ${deck.name}` },
    description: {},
    topics: deck.topics ?? madeUpTopics(deck),
  });
  for (const question of deck.questions) {
    const languages = question.languages ?? LANGUAGES;
    const body = bodyOf(question, languages);
    await saveQuestion(db, { deckId: row.id, question: body, languages, hash: question.id });
  }
  return row;
}

function madeUpTopics({ questions }: SeedDeck): DeckRow['topics'] {
  const topics = new Set(questions.map(topicOf));
  return Object.fromEntries(
    [...topics].map((topic) => [topic, { en: titleCase(topic), ru: `Тема ${topic}` }]),
  );
}

function bodyOf(question: SeedQuestion, languages: readonly Language[]): Question {
  return {
    id: question.id,
    topic: topicOf(question),
    difficulty: question.difficulty ?? 'medium',
    ...(question.classic !== undefined && { classic: question.classic }),
    sources: [],
    ...(question.formula !== undefined && { formula: question.formula, formulaText: 'in words' }),
    ...Object.fromEntries(languages.map((language) => [language, textOf(question.id, language)])),
  };
}

function textOf(id: string, language: Language): QuestionText {
  return language === 'en'
    ? { question: `What is ${id}?`, answer: `This is ${id}.`, keyPoints: [] }
    : { question: `Что такое ${id}?`, answer: `Вот что такое ${id}.`, keyPoints: [] };
}

function topicOf(question: SeedQuestion): string {
  return question.topic ?? 'basics';
}

/** `llm-interview` becomes `Llm interview`. */
function titleCase(slug: string): string {
  return (slug.charAt(0).toUpperCase() + slug.slice(1)).replaceAll('-', ' ');
}
