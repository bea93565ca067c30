import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { Language } from '../domain/language.ts';
import type { Deck, QuestionText } from '../domain/question.ts';
import { readDeck } from './read-deck.ts';

/** Every deck in a folder of decks, as far as it can be read. */
export async function readDecks(folder: string): Promise<readonly Deck[]> {
  const entries = await readdir(folder, { withFileTypes: true });
  const folders = entries.filter((entry) => entry.isDirectory()).map(({ name }) => name);
  const readings = await Promise.all(folders.map((name) => readDeck(join(folder, name))));
  return readings.flatMap(({ deck }) => deck ?? []);
}

/** What decks hold in one language. */
export const textsIn = (decks: readonly Deck[], language: Language): readonly QuestionText[] =>
  decks.flatMap(({ questions }) => questions.flatMap((question) => question[language] ?? []));
