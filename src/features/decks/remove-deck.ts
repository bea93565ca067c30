import type { Db } from '../../db/connect.ts';
import { decksFor, questionsOfDeck, retireQuestions } from '../../db/decks.ts';
import { allTracks } from '../../db/tracks.ts';
import type { Context } from '../../delivery/context.ts';

export type DeckRemoved =
  | { readonly type: 'removed' }
  | { readonly type: 'unknown' }
  /** These tracks would have nothing to ask. */
  | { readonly type: 'in-use'; readonly tracks: readonly number[] };

/**
 * Takes a deck of the installation out of use. Its rows stay, since past rounds hang on them, and an
 * import of the same name brings it back.
 */
export async function removeDeck(
  { db, clock, log }: Pick<Context, 'db' | 'clock' | 'log'>,
  name: string,
): Promise<DeckRemoved> {
  return db.transaction().execute(async (tx): Promise<DeckRemoved> => {
    const deck = (await decksFor(tx)).find((one) => one.name === name);
    if (!deck) return { type: 'unknown' };
    const asking = (await allTracks(tx)).filter(({ track }) => track.deckIds.includes(deck.id));
    if (asking.length > 0) return { type: 'in-use', tracks: asking.map(({ track }) => track.id) };
    const slugs = (await questionsOfDeck(tx, deck.id)).map(({ slug }) => slug);
    const now = await clock.now(tx);
    await retireQuestions(tx, { deckId: deck.id, slugs, at: now });
    await markRemoved(tx, deck.id, now);
    log.info({ deck: name }, 'removed a deck');
    return { type: 'removed' };
  });
}

/** Nobody finds the deck any more; what hangs on its questions stays. */
async function markRemoved(db: Db, deckId: number, at: Date): Promise<void> {
  await db.updateTable('decks').set({ removedAt: at }).where('id', '=', deckId).execute();
}
