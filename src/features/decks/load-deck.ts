import { questionHashes, retireQuestions, saveDeckHead, saveQuestion } from '../../db/decks.ts';
import { questionLanguages } from '../../decks/languages.ts';
import { questionHash } from '../../decks/question-hash.ts';
import type { Context } from '../../delivery/context.ts';
import type { Deck } from '../../domain/question.ts';
import { sortByNews } from './question-news.ts';

export interface LoadedDeck {
  readonly name: string;
  readonly questions: number;
  /** Ids of what differs from before. */
  readonly added: readonly string[];
  readonly changed: readonly string[];
  readonly retired: readonly string[];
}

/**
 * Brings the stored deck to what is given, all at once or not at all. A question keeps its row by its
 * id, so nobody's history is touched; one that is gone is retired, and past rounds keep its text.
 */
export async function loadDeck(
  { db, clock, log }: Pick<Context, 'db' | 'clock' | 'log'>,
  deck: Deck,
  workspaceId?: number,
): Promise<LoadedDeck> {
  return db.transaction().execute(async (tx) => {
    const { name, title, description = {}, topics, draft = false } = deck;
    const own = workspaceId === undefined ? {} : { workspaceId };
    const head = await saveDeckHead(tx, { name, title, description, topics, draft, ...own });
    const news = sortByNews(deck.questions, await questionHashes(tx, head.id));
    for (const question of [...news.fresh, ...news.changed]) {
      const languages = questionLanguages(question);
      const hash = questionHash(question);
      await saveQuestion(tx, { deckId: head.id, question, languages, hash });
    }
    await retireQuestions(tx, { deckId: head.id, slugs: news.missing, at: await clock.now(tx) });
    const loaded: LoadedDeck = {
      ...{ name, questions: deck.questions.length },
      added: news.fresh.map(({ id }) => id),
      changed: news.changed.map(({ id }) => id),
      retired: news.missing,
    };
    const { added, changed, retired } = loaded;
    const counts = { added: added.length, changed: changed.length, retired: retired.length };
    log.info({ deck: name, questions: loaded.questions, ...counts }, 'loaded a deck');
    return loaded;
  });
}
