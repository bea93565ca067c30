import type { BoardPicture } from '../../src/pictures/board-picture.ts';

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
