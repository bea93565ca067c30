import { isolated } from '../../chat/displayable.ts';
import type { DeckRow } from '../../db/tables.ts';
import { type Language, LANGUAGES } from '../../domain/language.ts';
import { type Deck, type Translated, translatedTo } from '../../domain/question.ts';

type Topics = Pick<Deck, 'topics'>;

/** What a deck needs to have to be called by its title. */
export type TitledDeck = Pick<DeckRow, 'id' | 'name' | 'title'>;

/** A topic's title in a language, else in another that a deck has it in; its id where no deck has a title for it. */
export function topicTitle(decks: readonly Topics[], topic: string, language: Language): string {
  return translatedTo(topicTitles(decks, topic, [language, ...LANGUAGES]), language) ?? topic;
}

/**
 * A topic's titles as one of the decks has them: the first one that has the title in the first language that
 * any has it in. Empty where no deck has a title for it.
 */
export function topicTitles(
  decks: readonly Topics[],
  topic: string,
  languages: readonly Language[] = LANGUAGES,
): Translated {
  const titles = decks.flatMap(({ topics }) => topics[topic] ?? []);
  const found = languages.map((language) => titles.find((title) => title[language] !== undefined));
  return found.find((title) => title !== undefined) ?? {};
}

/** A deck's title in a language, else in another that it has; its name where it has no title. */
export function deckTitle(deck: Pick<DeckRow, 'name' | 'title'>, language: Language): string {
  return isolated(translatedTo(deck.title, language) ?? deck.name);
}

/** The titles of a track's decks in one line; one that was removed has none. */
export function deckTitles(
  ids: readonly number[],
  decks: readonly TitledDeck[],
  language: Language,
): string {
  const titles = new Map(decks.map((deck) => [deck.id, deckTitle(deck, language)]));
  return ids.map((id) => titles.get(id) ?? '?').join(' + ');
}
