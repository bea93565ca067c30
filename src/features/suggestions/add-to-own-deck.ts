import type { Db } from '../../db/connect.ts';
import { decksFor, questionHashes, saveQuestion } from '../../db/decks.ts';
import type { DeckRow, Suggestion } from '../../db/tables.ts';
import { DECK_LIMITS } from '../../decks/limits.ts';
import { questionHash } from '../../decks/question-hash.ts';
import { slugOf } from '../../decks/slug.ts';
import type { Question, Translated } from '../../domain/question.ts';
import { localized } from '../../i18n/define-words.ts';
import { topicTitles } from '../decks/titles.ts';
import { lockOwnDeck, saveTopics } from './own-deck.ts';
import { OTHER_TOPIC } from './suggestion-topics.ts';
import { suggestionWords } from './words/index.ts';

/**
 * Makes a suggestion a question of the workspace's own deck, in the language it was written in, and returns its
 * slug. One that was approved before and taken back is in use again.
 */
export async function addToOwnDeck(tx: Db, suggestion: Suggestion): Promise<string> {
  const { workspaceId, language, question, answer, topic, difficulty } = suggestion;
  const deck = await lockOwnDeck(
    tx,
    workspaceId,
    localized(suggestionWords, (words) => words.deckTitle),
  );
  await addTopic(tx, deck, suggestion);
  const added: Question = {
    id: suggestion.slug ?? (await freeId(tx, deck.id, question)),
    topic,
    difficulty,
    sources: [],
    [language]: { question, ...(answer !== '' && { answer }), keyPoints: [] },
  };
  const { id: deckId } = deck;
  const hash = questionHash(added);
  await saveQuestion(tx, { deckId, question: added, languages: [language], hash });
  return added.id;
}

async function addTopic(
  tx: Db,
  deck: DeckRow,
  { workspaceId, topic }: Pick<Suggestion, 'workspaceId' | 'topic'>,
): Promise<void> {
  if (Object.hasOwn(deck.topics, topic)) return;
  const title = await titleOf(tx, workspaceId, topic);
  await saveTopics(tx, deck.id, { ...deck.topics, [topic]: title });
}

async function titleOf(tx: Db, workspaceId: number, topic: string): Promise<Translated> {
  if (topic === OTHER_TOPIC) return localized(suggestionWords, (words) => words.otherTopic);
  return topicTitles(await decksFor(tx, workspaceId), topic);
}

/** From the question's words; a number sets it apart from others of the deck, retired ones included. */
async function freeId(tx: Db, deckId: number, question: string): Promise<string> {
  const taken = await questionHashes(tx, deckId);
  const base = slugOf(question) ?? 'question';
  for (let number = 1; ; number++) {
    const id = number === 1 ? base : `${cutSlug(base, `-${number}`)}-${number}`;
    if (!taken.has(id)) return id;
  }
}

/** Cut between words, as slugs are. */
function cutSlug(slug: string, suffix: string): string {
  const most = DECK_LIMITS.id - suffix.length;
  return slug.length <= most
    ? slug
    : slug
        .slice(0, most + 1)
        .replace(/-[^-]*$/, '')
        .slice(0, most);
}
