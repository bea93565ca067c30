import { countEn } from '../plural.ts';

export const boards = {
  streakHeading: (name: string) => `Streak of ${name}`,
  myStreakHeading: 'Your streak',
  current: 'Current',
  longest: 'Longest',
  freezes: 'Freezes',
  answered: 'Answered in time',
  rounds: (count: number) => countEn(count, 'round', 'rounds'),
  freezesHeld: (count: number, most: number) => `${count} of ${most}`,
  lastRounds: 'Last rounds, newest on the right',
  noRounds: 'No rounds yet.',
  legend:
    '🟩 answered · ⬜ missed · 🧊 forgiven by a freeze · ➖ not counted, after an outage · 🟦 open now · ▫️ before the first answer',
  /** The row of marks in words: `runs` of equal rounds, oldest first. */
  inWords: (runs: readonly string[]) => `The same in words, oldest first: ${runs.join(', ')}.`,
  marks: {
    answered: (count: number) => `${count} answered`,
    missed: (count: number) => `${count} missed`,
    frozen: (count: number) => `${count} forgiven`,
    excused: (count: number) => `${count} not counted`,
    open: (count: number) => `${count} open now`,
    before: (count: number) => `${count} before the first answer`,
  },
  streakRule: (every: number, most: number) =>
    `A streak counts rounds answered before they closed, one after the other; pauses make no round, and outages break none. Every ${every}th answer of a streak earns a freeze, which forgives one missed round; at most ${most} are kept.`,
  boardHeading: 'Leaderboard',
  periods: { week: 'this week', month: 'this month', all: 'all time' },
  periodButtons: { week: 'Week', month: 'Month', all: 'All time' },
  row: (place: number, name: string, points: number, streak: number) =>
    `${place}. ${name} — ${countEn(points, 'point', 'points')}, streak ${streak}`,
  mine: (place: number, points: number, streak: number) =>
    `Your place: ${place} — ${countEn(points, 'point', 'points')}, streak ${streak}`,
  noPoints: 'You have no points in this period yet.',
  empty: 'Nobody has a point in this period yet. The next question is open to all.',
  pointsRule: 'One point for each round answered in time. Equal points share a place.',
  page: (page: number, pages: number) => `Page ${page} of ${pages}`,
  previous: '← Earlier places',
  next: 'Later places →',
  otherTrack: (track: number, deck: string) => `Track ${track}: ${deck}`,
  moreTracks: (tracks: readonly number[]) =>
    `More tracks: ${tracks.join(', ')}. Name one by its number.`,
  unknownMember: 'This person has not taken part here yet.',
  nobodyNamed: (name: string) =>
    `Nobody called “${name}” has taken part here yet. Type @ and choose the person.`,
  severalNamed: (name: string) =>
    `Several people here are called “${name}”. Type @ and choose the person.`,
  trackLine: (deck: string, track: number) => `${deck} · track ${track}`,
};
