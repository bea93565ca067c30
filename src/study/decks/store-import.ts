import type { ImportReport } from '../../decks/import-deck.ts';
import type { Context } from '../context.ts';
import { type LoadedDeck, loadDeck } from './load-deck.ts';
import { storedDeck } from './stored-deck.ts';

export type StoredImport =
  | { readonly type: 'stored'; readonly deck: LoadedDeck }
  /** Nothing of it can be read. */
  | { readonly type: 'unreadable' }
  /** A deck of the name is stored already, and what was skipped would be taken out of use. */
  | { readonly type: 'incomplete'; readonly name: string };

/** Stores what an import read. A part of a new deck is a beginning, a part of a known one a loss. */
export async function storeImport(
  context: Pick<Context, 'db' | 'clock' | 'log'>,
  { deck, skipped }: ImportReport,
): Promise<StoredImport> {
  if (!deck) return { type: 'unreadable' };
  const { name } = deck;
  if (skipped.length > 0 && (await storedDeck(context, name))) return { type: 'incomplete', name };
  return { type: 'stored', deck: await loadDeck(context, deck) };
}
