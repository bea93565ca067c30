import { isolated } from '../../chat/displayable.ts';
import type { Db } from '../../db/connect.ts';
import { decksByIds } from '../../db/decks.ts';
import type { Language } from '../../domain/language.ts';
import type { TrackPlan } from '../../domain/track-plan.ts';
import { deckTitles, topicTitle } from '../decks/titles.ts';
import type { TrackFacts } from './track-facts-card.ts';

interface ShownPlan {
  readonly channel: string;
  readonly plan: TrackPlan;
  readonly language: Language;
}

/** What cards show of a plan, its decks and topics by their titles. */
export async function trackFacts(
  db: Db,
  { channel, plan, language }: ShownPlan,
): Promise<TrackFacts> {
  const rows = await decksByIds(db, plan.deckIds);
  const decks = plan.deckIds.flatMap((id) => rows.find((deck) => deck.id === id) ?? []);
  return {
    channel,
    deck: deckTitles(plan.deckIds, decks, language),
    topics: plan.topics.map((topic) => isolated(topicTitle(decks, topic, language))),
    plan,
  };
}
