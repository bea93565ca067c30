import type { TrackFacts } from './track-facts-card.ts';
import { isolated } from '../../chat/displayable.ts';
import type { Db } from '../../db/connect.ts';
import { decksByIds } from '../../db/decks.ts';
import type { DeckRow } from '../../db/tables.ts';
import type { Language } from '../../domain/language.ts';
import { translatedTo } from '../../domain/question.ts';
import type { TrackPlan } from '../../domain/track-plan.ts';

/** What cards show of a plan, its decks and topics by their titles. */
export async function trackFacts(
  db: Db,
  channel: string,
  plan: TrackPlan,
  language: Language,
): Promise<TrackFacts> {
  const rows = await decksByIds(db, plan.deckIds);
  const decks = plan.deckIds.flatMap((id) => rows.find((deck) => deck.id === id) ?? []);
  const topics = plan.topics.map((topic) => topicTitle(decks, topic, language));
  return {
    channel,
    deck: decks.map((deck) => deckTitle(deck, language)).join(' + '),
    topics,
    plan,
  };
}

/** In a language or one that the deck has; its name where it has no title. */
export function deckTitle(deck: Pick<DeckRow, 'name' | 'title'>, language: Language): string {
  return isolated(translatedTo(deck.title, language) ?? deck.name);
}

function topicTitle(decks: readonly DeckRow[], topic: string, language: Language): string {
  const titles = decks.map((deck) => deck.topics[topic] ?? {});
  const own = titles.find((title) => title[language] !== undefined);
  const any = titles.find((title) => translatedTo(title, language) !== undefined);
  return isolated(translatedTo(own ?? any ?? {}, language) ?? topic);
}
