import type { Language } from '../../../src/domain/language.ts';
import { interviewCard } from '../../../src/features/interview/interview-card.ts';
import { outcomeCard } from '../../../src/features/interview/outcome/outcome-card.ts';
import type { Gallery } from '../gallery.ts';
import { MADE_UP } from '../made-up.ts';

const TODAY = 20_780;

/** The card of a member's interviews. */
export function gallery(language: Language): Gallery {
  const { text, deck } = MADE_UP[language];
  const expected = [
    { cap: 5, recall: 0.9 },
    { cap: 7, recall: 0.93 },
  ];
  const interviews = [
    { id: 1, on: TODAY + 30, name: '', expected },
    { id: 2, on: TODAY + 60, name: text, deck, expected },
    { id: 3, on: TODAY + 400, name: text, deck: { gone: true }, expected: [] },
  ] as const;
  const outcome = { id: 1, on: TODAY - 1, name: text };
  return {
    interviewCard: [
      interviewCard({ language, today: TODAY, interviews, over: [] }),
      interviewCard({ language, today: TODAY, interviews: [], over: [outcome], told: text }),
    ],
    outcomeCard: [outcomeCard({ language, today: TODAY, outcome })],
  };
}
