import { countEn } from '../../../i18n/plural.ts';

/** What `/streak` says. */
export const en = {
  command: { name: 'streak', does: 'Your streak, or another person’s' },
  memberOption: { name: 'member', does: 'Whose streak; yours if left out' },

  streakHeading: (name: string) => `Streak of ${name}`,
  myStreakHeading: 'Your streak',
  current: 'Current',
  longest: 'Longest',
  freezes: 'Freezes',
  answered: 'Answered in time',
  rounds: (count: number) => countEn(count, 'round', 'rounds'),
  freezesHeld: ({ count, most }: { readonly count: number; readonly most: number }) =>
    `${count} of ${most}`,
  lastRounds: 'Last rounds, newest on the right',
  noRounds: 'No rounds yet.',
  legend: {
    answered: 'answered',
    missed: 'missed',
    frozen: 'forgiven by a freeze',
    excused: 'not counted',
    open: 'open now',
    before: 'before the first answer',
  },
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
  streakRule: ({ rounds, most }: { readonly rounds: number; readonly most: number }) =>
    `A streak counts rounds answered before they closed, one after the other; pauses make no round, and neither outages nor days that you announced to be away break it. Every ${rounds}th answer of a streak earns a freeze, which forgives one missed round; at most ${most} are kept.`,
  unknownMember: 'This person has not taken part here yet.',
  nobodyNamed: (name: string) =>
    `Nobody called “${name}” has taken part here yet. Type @ and choose the person.`,
  severalNamed: (name: string) =>
    `Several people here are called “${name}”. Type @ and choose the person.`,
};
