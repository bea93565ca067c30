import type { Language } from '../../../src/domain/language.ts';
import { nudgeCard } from '../../../src/features/nudge/nudge-card.ts';
import type { Gallery } from '../gallery.ts';

const AT = new Date('2026-11-23T18:00:00Z');

/** What a thread is told before its round closes. */
export function gallery(language: Language): Gallery {
  return {
    nudgeCard: [0, 1, 5].map((answers) =>
      nudgeCard({ language, roundId: 1, closesAt: AT, answers }),
    ),
  };
}
