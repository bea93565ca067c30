import { countEn } from '../../../i18n/plural.ts';

/** Who corrected a round, unless that is not known any more, and why. */
interface Corrected {
  readonly by: string | undefined;
  readonly reason: string;
}

interface YearSums {
  readonly current: number;
  readonly longest: number;
  readonly answered: number;
}

/** What `/streak` says. */
export const en = {
  command: { name: 'streak', does: 'Your streak, or another person’s' },
  showOption: { name: 'show', does: 'why: what stands behind each of your marks' },
  why: 'why',
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
    away: (count: number) => `${count} while away`,
  },
  yearButton: 'My year',
  yearOfTrack: (track: number) => `My year: track ${track}`,
  yearHeading: 'Your year of rounds',
  yearSummary: ({ current, longest, answered }: YearSums) =>
    `Streak now: ${current} · longest: ${longest} · in time this year: ${answered}`,
  /** Under the picture of a year. */
  yearLegend: {
    answered: 'answered',
    frozen: 'forgiven by a freeze',
    missed: 'missed',
    excused: 'not counted',
    away: 'away',
    open: 'open now',
    before: 'before the first answer',
    none: 'no round',
  },
  yearNotDrawn: 'There is no picture this time. The months say the same.',
  streakRule: ({ rounds, most }: { readonly rounds: number; readonly most: number }) =>
    `A streak counts rounds answered before they closed, one after the other; pauses make no round, and neither outages nor days that you announced to be away break it. Every ${rounds}th answer of a streak earns a freeze, which forgives one missed round; at most ${most} are kept.`,
  whyButton: 'Why?',
  whyOfTrack: (track: number) => `Why? Track ${track}`,
  whyHeading: 'Why your marks stand as they do',
  whyRound: (round: number) => `Round ${round}`,
  streakThen: ({
    current,
    earnedFreeze,
  }: {
    readonly current: number;
    readonly earnedFreeze: boolean;
  }) => `Streak: ${current}.${earnedFreeze ? ' It earned a freeze.' : ''}`,
  reasons: {
    answered: 'answered in time,',
    answeredSometime: 'answered in time.',
    late: 'answered late,',
    countedLate: ({ by = 'a manager', reason }: Corrected) =>
      `counted all the same by ${by}: “${reason}”.`,
    void: ({ by = 'a manager', reason }: Corrected) =>
      `counts for nobody, as ${by} decided: “${reason}”.`,
    frozen: ({ round, streak }: { readonly round: number; readonly streak: number }) =>
      `missed, and forgiven by the freeze that your answer to round ${round} earned, when your streak reached ${streak}.`,
    frozenSometime: 'missed, and forgiven by a freeze.',
    outage: 'not counted, since an outage kept people from answering.',
    outageWas: 'It lasted:',
    away: (days: string) => `not counted, since you were away: ${days}.`,
    awaySometime: 'not counted, since you were away.',
    missed: (ended: number) => `missed; it ended a streak of ${countEn(ended, 'round', 'rounds')}.`,
    missedAgain: 'missed; there was no streak to end.',
    open: 'open now; nothing is lost yet.',
    before: 'before your first answer in this track, so it could break nothing.',
  },
  earlierRounds: '← Earlier rounds',
  laterRounds: 'Later rounds →',
  whyOfOthers: 'Why a mark stands as it does is shown only to the person whose mark it is.',
  unknownMember: 'This person has not taken part here yet.',
  nobodyNamed: (name: string) =>
    `Nobody called “${name}” has taken part here yet. Type @ and choose the person.`,
  severalNamed: (name: string) =>
    `Several people here are called “${name}”. Type @ and choose the person.`,
};
