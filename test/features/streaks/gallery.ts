import type { Language } from '../../../src/domain/language.ts';
import type { ExplainedRound, MarkReason } from '../../../src/domain/streak-ledger.ts';
import type { DayMark } from '../../../src/domain/year-of-rounds.ts';
import { whyCard } from '../../../src/features/streaks/why-card.ts';
import { yearCard } from '../../../src/features/streaks/year/year-card.ts';
import type { Gallery } from '../gallery.ts';
import { MADE_UP } from '../made-up.ts';

const AT = new Date('2026-11-23T18:00:00Z');
const span = { from: AT, until: new Date('2026-11-23T19:00:00Z') };

const DRAWN = { type: 'picture', png: new Uint8Array(1), name: '1.png', alt: '1' } as const;
const DAY_MARKS: readonly DayMark[] = [
  ...(['before', 'answered', 'missed', 'frozen', 'excused', 'away', 'open'] as const),
];

/** The cards of `/streak` that stand nowhere else. */
export function gallery(language: Language): Gallery {
  const { deck } = MADE_UP[language];
  const rounds = reasonsOf(language).map((one, index) => ({ round: 20 - index, ...one }));
  const base = { language, deck, track: 1, others: [2, 3] };
  return {
    yearCard: [undefined, DRAWN].map((picture) =>
      yearCard(
        {
          ...base,
          streak: { current: 3, longest: 7, freezes: 1, answered: 20 },
          days: { from: 20_420, until: 20_780 },
          marks: DAY_MARKS.map((mark, index) => ({ day: 20_700 + 20 * index, mark })),
        },
        picture,
      ),
    ),
    whyCard: [
      whyCard({ ...base, rounds, page: 2, pages: 3 }),
      whyCard({ ...base, others: [], rounds: [], page: 1, pages: 1 }),
    ],
  };
}

function reasonsOf(language: Language): readonly Omit<ExplainedRound, 'round'>[] {
  const { name, text } = MADE_UP[language];
  const correction = (type: 'void' | 'count-late', by?: string) =>
    ({ type, by, at: AT, reason: text }) as const;
  const told = (kind: ExplainedRound['kind'], reason: MarkReason, earnedFreeze = false) =>
    ({ kind, reason, current: 7, earnedFreeze }) as const;
  const countedLate = { type: 'counted-late', correction: correction('count-late', name) } as const;
  return [
    told('answered', { type: 'answered', at: AT }, true),
    told('answered', { type: 'answered', at: undefined }),
    told('answered', { ...countedLate, at: AT }),
    told('answered', { ...countedLate, at: undefined, correction: correction('count-late') }),
    told('excused', { type: 'void', correction: correction('void', name) }),
    told('excused', { type: 'void', correction: correction('void') }),
    told('frozen', { type: 'frozen', earned: { round: 7, streak: 7 } }),
    told('frozen', { type: 'frozen', earned: undefined }),
    told('excused', { type: 'outage', outages: [span, span] }),
    told('excused', { type: 'outage', outages: [] }),
    told('excused', { type: 'away', days: { from: 20_811, until: 20_826 } }),
    told('excused', { type: 'away', days: undefined }),
    told('missed', { type: 'missed', ended: 3 }),
    told('missed', { type: 'missed', ended: 0 }),
    told('open', { type: 'open' }),
    told('before', { type: 'before' }),
  ];
}
