import type { CheckOptions } from '../decks/check-deck.ts';
import type { FormulaPainter } from '../pictures/formula.ts';
import { createCardCheck } from './check-cards.ts';

export type DeckChecks = Pick<CheckOptions, 'formula' | 'cards'>;

/** What every deck is checked with, wherever it comes from: its formulas drawn, its cards laid out. */
export const deckChecks = ({ check }: Pick<FormulaPainter, 'check'>): DeckChecks => ({
  formula: check,
  cards: createCardCheck(),
});
