import type { Language } from '../domain/language.ts';
import type { Deck, QuestionText } from '../domain/question.ts';
import { deckFolders } from './deck-folders.ts';
import { readDeck } from './read-deck.ts';

/** Every deck in a folder of decks, as far as it can be read. */
export async function readDecks(folder: string): Promise<readonly Deck[]> {
  const readings = await Promise.all((await deckFolders(folder)).map(readDeck));
  return readings.flatMap(({ deck }) => deck ?? []);
}

/** What decks hold in one language. */
export const textsIn = (decks: readonly Deck[], language: Language): readonly QuestionText[] =>
  decks.flatMap(({ questions }) => questions.flatMap((question) => question[language] ?? []));
