import type { Language } from '../../../src/domain/language.ts';
import { digestCard, redactedDigestCard } from '../../../src/features/digest/digest-card.ts';
import type { Gallery } from '../gallery.ts';
import { MADE_UP } from '../made-up.ts';

const AT = new Date('2026-11-30T10:00:00Z');

/** A week or a month in one message, with all that it may hold, and with little. */
export function gallery(language: Language): Gallery {
  const { name, text, topic, deck } = MADE_UP[language];
  const line = { place: 1, name, points: 5, streak: 3 };
  const week = { every: 'week', from: 20780, until: 20786 } as const;
  const month = { ...week, every: 'month' } as const;
  const little = {
    ...{ language, track: 1, deck, period: week, members: 1, answers: 1, rounds: 1 },
    ...{ board: [line], streaks: [], moreStreaks: 0, ahead: { asked: [], skipped: [] } },
  };
  const full = {
    ...{ ...little, members: 7, answers: 23, rounds: 5, topic },
    ...{ board: [line, line], streaks: [{ name, rounds: 12 }], moreStreaks: 2 },
    missed: { label: text, missed: 4, compared: 6, number: 2, question: text },
    ahead: { asked: [AT], skipped: [{ from: 20790, until: 20792, reason: text }] },
  };
  return {
    digestCard: [
      digestCard(full),
      digestCard({ ...full, period: month, missed: { ...full.missed, compared: 21 } }),
      digestCard(little),
    ],
    redactedDigestCard: [week, month].map((period) => redactedDigestCard(language, period)),
  };
}
