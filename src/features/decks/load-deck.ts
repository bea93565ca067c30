import { questionHashes, retireQuestions, saveDeckHead, saveQuestion } from '../../db/decks.ts';
import { questionLanguages } from '../../decks/languages.ts';
import { questionHash } from '../../decks/question-hash.ts';
import type { Context } from '../../delivery/context.ts';
import type { Deck } from '../../domain/question.ts';

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
    const before = await questionHashes(tx, head.id);
    const added: string[] = [];
    const changed: string[] = [];
    for (const question of deck.questions) {
      const hash = questionHash(question);
      const known = before.get(question.id);
      if (known?.hash === hash && !known.retired) continue;
      const languages = questionLanguages(question);
      await saveQuestion(tx, { deckId: head.id, question, languages, hash });
      (known ? changed : added).push(question.id);
    }
    const kept = new Set(deck.questions.map((question) => question.id));
    const retired = [...before].filter(([id, row]) => !row.retired && !kept.has(id));
    const ids = retired.map(([id]) => id);
    await retireQuestions(tx, { deckId: head.id, slugs: ids, at: await clock.now(tx) });
    const loaded = { name, questions: deck.questions.length, added, changed, retired: ids };
    const counts = { added: added.length, changed: changed.length, retired: ids.length };
    log.info({ deck: name, questions: loaded.questions, ...counts }, 'loaded a deck');
    return loaded;
  });
}
