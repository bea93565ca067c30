import { decksFor, questionsOfDeck } from '../../db/decks.ts';
import type { DeckRow } from '../../db/tables.ts';
import { deckLanguages } from '../../decks/languages.ts';
import type { Language } from '../../domain/language.ts';
import type { Context } from '../context.ts';

export interface DeckReport {
  readonly name: string;
  /** How many are in use. */
  readonly questions: number;
  readonly languages: readonly Language[];
  readonly title: DeckRow['title'];
}

/** The installation's decks, which every workspace may use. */
export async function listDecks({ db }: Pick<Context, 'db'>): Promise<readonly DeckReport[]> {
  const reports: DeckReport[] = [];
  for (const { id, name, title } of await decksFor(db)) {
    const questions = (await questionsOfDeck(db, id)).length;
    reports.push({ name, questions, languages: deckLanguages({ title }), title });
  }
  return reports;
}
