import type { Language } from '../../../src/domain/language.ts';
import { switchedCard } from '../../../src/features/nudge/member-nudge-button.ts';
import { memberNudgeCard } from '../../../src/features/nudge/member-nudge-card.ts';
import { nudgeCard } from '../../../src/features/nudge/nudge-card.ts';
import type { Gallery } from '../gallery.ts';
import { MADE_UP } from '../made-up.ts';

const AT = new Date('2026-11-23T18:00:00Z');

/** What is said before a round closes, in its thread and privately. */
export function gallery(language: Language): Gallery {
  const round = { language, roundId: 1, closesAt: AT };
  return {
    nudgeCard: [0, 1, 5].map((answers) => nudgeCard({ ...round, answers })),
    memberNudgeCard: ['', MADE_UP[language].name].map((workspace) =>
      memberNudgeCard({ ...round, number: 1, channel: '1', workspace }),
    ),
    switchedCard: [true, false].map((isOn) => switchedCard(language, isOn)),
  };
}
