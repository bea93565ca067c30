import { createHash } from 'node:crypto';
import { guessLanguage } from '../../domain/text/guess-language.ts';
import { LIMITS } from '../limits.ts';
import { slugOf } from '../slug.ts';
import { addLost, type Lost } from './lost.ts';
import type { Reading } from './reading.ts';
import { takeQuestions } from './take.ts';

/** A flashcard of another program: a front, a back, in a language that nobody tells. */
export interface FlashCard {
  readonly where: string;
  readonly front: string;
  readonly back: string;
  readonly topic?: string | undefined;
  readonly difficulty?: string | undefined;
  readonly lost?: Partial<Lost>;
}

const TOPIC = 'imported';
const DIFFICULTY = 'medium';

/** Cards become questions in one language without key points: something to start from. */
export function readCards(cards: readonly FlashCard[], lost: Partial<Lost> = {}): Reading {
  const seen: Seen = { ids: new Map(), topics: new Set([TOPIC]) };
  const candidates = cards.map((card) => ({ where: card.where, value: questionOf(card, seen) }));
  const all = addLost([lost, ...cards.map((card) => card.lost ?? {})]);
  return { head: { draft: true }, ...takeQuestions(candidates), lost: all };
}

interface Seen {
  /** Each id's question. */
  readonly ids: Map<string, string>;
  readonly topics: Set<string>;
}

function questionOf(card: FlashCard, { ids, topics }: Seen): unknown {
  const { front, back, topic, difficulty } = card;
  const text = { question: front, answer: back };
  return {
    id: idOf(front, ids),
    topic: topicOf(topic, topics),
    difficulty: difficulty?.trim().toLowerCase() ?? DIFFICULTY,
    [guessLanguage(`${front} ${back}`)]: text,
  };
}

/** People tag cards far more finely than a deck has topics: beyond its limit they share one. */
function topicOf(tag: string | undefined, topics: Set<string>): string {
  const slug = slugOf(tag ?? '') ?? TOPIC;
  if (topics.size < LIMITS.topics) topics.add(slug);
  return topics.has(slug) ? slug : TOPIC;
}

/**
 * From the question's words, so that the same card gets the same id at every import. Another
 * question of the same slug gets a mark of its own; the same question twice stays a duplicate.
 */
function idOf(front: string, ids: Map<string, string>): string {
  const digest = createHash('sha256').update(front).digest('hex').slice(0, 8);
  const slug = slugOf(front) ?? `card-${digest}`;
  const first = ids.get(slug);
  if (first === undefined) ids.set(slug, front);
  if (first === undefined || first === front) return slug;
  return `${slug.slice(0, LIMITS.id - 9).replace(/-$/, '')}-${digest}`;
}
