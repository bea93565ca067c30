import { countEn } from '../../../i18n/plural.ts';

/** What `/leaderboard` says. */
export const en = {
  command: { name: 'leaderboard', does: 'Points and streaks of this channel’s track' },
  periodOption: { name: 'period', does: 'This week, this month or all time' },

  boardHeading: 'Leaderboard',
  periods: { week: 'this week', month: 'this month', all: 'all time' },
  periodButtons: { week: 'Week', month: 'Month', all: 'All time' },
  row: ({
    place,
    name,
    points,
    streak,
  }: {
    readonly place: number;
    readonly name: string;
    readonly points: number;
    readonly streak: number;
  }) => `${place}. ${name} — ${countEn(points, 'point', 'points')}, streak ${streak}`,
  mine: ({
    place,
    points,
    streak,
  }: {
    readonly place: number;
    readonly points: number;
    readonly streak: number;
  }) => `Your place: ${place} — ${countEn(points, 'point', 'points')}, streak ${streak}`,
  /** Over the numbers of the picture. */
  columns: { points: 'points', streak: 'streak' },
  unnamed: 'name in the text',
  picture: 'Picture',
  notDrawn: 'There is no picture this time. The list says the same.',
  noPoints: 'You have no points in this period yet.',
  empty: 'Nobody has a point in this period yet. The next question is open to all.',
  pointsRule: 'One point for each round answered in time. Equal points share a place.',
  page: ({ page, pages }: { readonly page: number; readonly pages: number }) =>
    `Page ${page} of ${pages}`,
  previous: '← Earlier places',
  next: 'Later places →',
  otherTrack: ({ track, deck }: { readonly track: number; readonly deck: string }) =>
    `Track ${track}: ${deck}`,
  moreTracks: (tracks: readonly number[]) =>
    `More tracks: ${tracks.join(', ')}. Name one by its number.`,
};
