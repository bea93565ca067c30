import type { Language } from '../../../src/domain/language.ts';
import { digestCard } from '../../../src/features/digest/digest-card.ts';
import type { Gallery } from '../gallery.ts';
import { MADE_UP } from '../made-up.ts';

const AT = new Date('2026-11-30T10:00:00Z');

/** A week or a month in one message, with all that it may hold, and with little. */
export function gallery(language: Language): Gallery {
  const { name, text } = MADE_UP[language];
  const line = { place: 1, name, points: 5, streak: 3 };
  const full = {
    ...{ language, period: { from: 20780, until: 20786 }, members: 7, answers: 23, rounds: 5 },
    ...{ board: [line, line], streaks: [{ name, rounds: 12 }], moreStreaks: 2 },
    missed: { label: text, missed: 4, compared: 6, number: 2, question: text },
    ahead: { asked: [AT], skipped: [{ from: 20790, until: 20792, reason: text }] },
  };
  const { missed, ...rest } = full;
  return {
    digestCard: [
      digestCard({ ...full, every: 'week' }),
      digestCard({ ...full, every: 'month', missed: { ...missed, compared: 21 } }),
      digestCard({
        ...{ ...rest, every: 'week', board: [line], members: 1, answers: 1, rounds: 1 },
        ...{ streaks: [], moreStreaks: 0, ahead: { asked: [], skipped: [] } },
      }),
    ],
  };
}
