import { type Language, LANGUAGES } from '../domain/language.ts';
import type { Deck, Question } from '../domain/question.ts';

/** The languages a deck promises to hold every question in. */
export function deckLanguages(deck: Pick<Deck, 'title'>): readonly Language[] {
  return LANGUAGES.filter((language) => deck.title[language] !== undefined);
}

/** The languages a question really has. */
export function questionLanguages(question: Question): readonly Language[] {
  return LANGUAGES.filter((language) => question[language] !== undefined);
}
