import { type DayMark, yearUntil } from '../../src/domain/year-of-rounds.ts';
import type { BoardPicture } from '../../src/pictures/board-picture.ts';
import type { CalendarPicture } from '../../src/pictures/calendar-picture.ts';
import type { TopicsPicture } from '../../src/pictures/topics-picture.ts';

/** A board with these names on it, from the first place down. */
export function boardOf(
  names: readonly string[],
  { points = [], own }: { readonly points?: readonly number[]; readonly own?: number } = {},
): BoardPicture {
  return {
    type: 'board',
    title: 'Leaderboard: this week',
    subtitle: 'LLM interview · track 1',
    columns: { points: 'points', streak: 'streak' },
    unnamed: 'name in the text',
    rows: names.map((name, index) => ({
      ...{ place: index + 1, name, streak: index, own: index === own },
      points: points[index] ?? 30 - index,
    })),
  };
}

/** A year up to Friday, 27 November 2026, with these marks on its last days. */
export function calendarOf(marks: readonly DayMark[]): CalendarPicture {
  const days = yearUntil(20_784);
  return {
    ...{ type: 'calendar', language: 'en', days },
    ...{ title: 'Your year', subtitle: 'LLM interview · track 1', summary: 'Streak now: 3' },
    marks: new Map(marks.map((mark, index) => [days.until - index, mark])),
    legend: [...DAY_MARKS, 'none' as const].map((mark) => ({ mark, means: mark })),
  };
}

export const DAY_MARKS: readonly DayMark[] = [
  ...(['answered', 'missed', 'frozen', 'excused', 'away', 'open', 'before'] as const),
];

/** Topics that are this strong. */
export function topicsOf(shares: readonly number[]): TopicsPicture {
  return {
    ...{ type: 'topics', title: 'Your topics', subtitle: 'Today', unnamed: 'title in the text' },
    rows: shares.map((share, index) => ({
      ...{ name: `Topic ${index}`, detail: '3 of 21', share, value: `${100 * share} %` },
    })),
  };
}

/** Names that people have given themselves to break what shows them. */
export const HOSTILE_NAMES = [
  '<script>alert(1)</script>&amp;',
  '"/><image href="http://127.0.0.1/"/>',
  ']]><!--',
  '\u202Ertl \u0000\u0007\u001B[31m',
  'Ann \uE000',
  '\u{1F3FD}\u200D\uFE0F',
  `Z${'\u0351'.repeat(79)}`,
  '﷽'.repeat(20),
] as const;
