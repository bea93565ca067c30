import type { Db } from '../../../db/connect.ts';
import { questionHashes, saveQuestion } from '../../../db/decks.ts';
import type { DeckRow } from '../../../db/tables.ts';
import { inEach } from '../../../decks/formats/topics.ts';
import { questionLanguages } from '../../../decks/languages.ts';
import { DECK_LIMITS } from '../../../decks/limits.ts';
import { questionHash } from '../../../decks/question-hash.ts';
import { LANGUAGES } from '../../../domain/language.ts';
import type { Deck } from '../../../domain/question.ts';
import { localized } from '../../../i18n/define-words.ts';
import { sortByNews } from '../../decks/question-news.ts';
import { lockOwnDeck, OWN_DECK, saveTopics } from '../own-deck.ts';
import { suggestionWords } from '../words/index.ts';

/** A deck of a workspace that questions are to join. */
export interface TargetDeck {
  readonly name: string;
  /** As it was typed, for a deck that is not there yet. */
  readonly title: string;
}

export type QuestionsAdded =
  | { readonly type: 'added'; readonly added: number; readonly changed: number }
  /** The deck would hold more than it may. Nothing was changed. */
  | { readonly type: 'full' };

/**
 * Adds questions to a workspace's deck, which is made where it is not there yet. One with a known id takes
 * the place of that question; nothing goes out of use.
 */
export async function addQuestions(
  tx: Db,
  workspaceId: number,
  { target, deck }: { readonly target: TargetDeck; readonly deck: Deck },
): Promise<QuestionsAdded> {
  const row = await lockDeck(tx, workspaceId, target);
  const before = await questionHashes(tx, row.id);
  const { fresh, changed } = sortByNews(deck.questions, before);
  const topics = { ...row.topics, ...without(deck.topics, row.topics) };
  const isFull =
    before.size + fresh.length > DECK_LIMITS.questions ||
    Object.keys(topics).length > DECK_LIMITS.topics;
  if (isFull) return { type: 'full' };
  for (const question of [...fresh, ...changed]) {
    const languages = questionLanguages(question);
    await saveQuestion(tx, { deckId: row.id, question, languages, hash: questionHash(question) });
  }
  await saveTopics(tx, row.id, topics);
  return { type: 'added', added: fresh.length, changed: changed.length };
}

/** The deck's row, locked until the transaction ends, so that questions come into it one import at a time. */
function lockDeck(tx: Db, workspaceId: number, { name, title }: TargetDeck): Promise<DeckRow> {
  if (name === OWN_DECK) {
    return lockOwnDeck(
      tx,
      workspaceId,
      localized(suggestionWords, (words) => words.deckTitle),
    );
  }
  const empty = { description: JSON.stringify({}), topics: JSON.stringify({}), draft: true };
  return tx
    .insertInto('decks')
    .values({ workspaceId, name, title: JSON.stringify(inEach(LANGUAGES, title)), ...empty })
    .onConflict((conflict) =>
      conflict.columns(['workspaceId', 'name']).doUpdateSet({ removedAt: null }),
    )
    .returningAll()
    .executeTakeFirstOrThrow();
}

const without = (topics: Deck['topics'], known: object): Deck['topics'] =>
  Object.fromEntries(Object.entries(topics).filter(([id]) => !Object.hasOwn(known, id)));
