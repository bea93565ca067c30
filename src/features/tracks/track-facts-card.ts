import type { Field } from '../../chat/message.ts';
import { channel, code, type RichText, time } from '../../chat/text.ts';
import type { Language } from '../../domain/language.ts';
import type { TrackPlan } from '../../domain/track-plan.ts';
import { readPattern } from '../../domain/week-pattern.ts';
import { deckWords } from '../decks/words/index.ts';
import { answeringText, scheduleText } from './schedule-text.ts';
import { trackWords } from './words/index.ts';

/** What cards show of a track or of the plan for one. */
export interface TrackFacts {
  readonly channel: string;
  /** The titles of its decks. */
  readonly deck: string;
  /** The titles of its topics; empty: every topic. */
  readonly topics: readonly string[];
  readonly plan: TrackPlan;
}

/** Everything that was chosen, a field each; filters only where there are any. */
export function trackFields(facts: TrackFacts, language: Language): readonly Field[] {
  const { plan } = facts;
  const track = trackWords(language);
  const names = deckWords(language).difficulties;
  const difficulties = plan.difficulties.map((one) => names[one]);
  return [
    { name: track.deck, value: [facts.deck] },
    { name: track.channel, value: [channel(facts.channel)] },
    { name: track.schedule, value: scheduleSpans(plan.cron, language) },
    { name: track.timezone, value: [plan.timezone] },
    { name: track.answering, value: [answeringText(plan.answeringSeconds, language)] },
    { name: track.language, value: [track.languages[plan.language]] },
    ...listField(track.topics, facts.topics),
    ...listField(track.difficulties, difficulties),
  ];
}

/** In words with the cron beside it, or either alone: what is stored of weeks is no cron. */
function scheduleSpans(stored: string, language: Language): RichText {
  const words = scheduleText(stored, language);
  if (words === stored) return [code(stored)];
  const { cron, weeks } = readPattern(stored);
  return weeks ? [words] : [`${words} · `, code(cron)];
}

function listField(name: string, items: readonly string[]): readonly Field[] {
  return items.length > 0 ? [{ name, value: [items.join(', ')] }] : [];
}

/** When the next question comes, as a sentence; null: none is due. */
export function nextQuestion(at: Date | null, language: Language): RichText {
  const words = trackWords(language);
  return at ? words.nextQuestion(time(at)) : [words.noNext];
}
