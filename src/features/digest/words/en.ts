import { countEn } from '../../../i18n/plural.ts';

interface TookPart {
  readonly members: number;
  readonly answers: number;
  readonly rounds: number;
}

interface MissedBy {
  readonly missed: number;
  readonly compared: number;
  readonly number: number;
}

/** What a track says of a week or a month that has ended, and what managers read when they set it. */
export const en = {
  title: 'Digest of the week or month',
  unset: 'none',
  values: {
    week: (hour: string) => `weekly, on Mondays at ${hour}`,
    month: (hour: string) => `monthly, on the first at ${hour}`,
  },
  change: 'Digest',
  formTitle: 'Digest',
  about:
    'One message of the week or month that has ended: how many took part, the first places, streaks, the point that most missed, and when the next question comes. It notifies no one, and does not come where fewer than two answers were given.',
  every: 'How often',
  periods: { off: 'Never', week: 'Weekly, on Mondays', month: 'Monthly, on the first' },
  time: 'Time of day, in the track’s time zone',
  timeHint: (time: string) => `Such as 9:30. Empty: when the track asks, ${time}`,
  save: 'Save',
  badTime: (given: string) =>
    `“${given}” is not a time of day. Write 9:30 or 18:00, or leave it empty for the time at which the track asks.`,
  badPeriod: (given: string) => `“${given}” does not say how often. Write weekly, monthly or off.`,

  headings: {
    week: (days: string) => `The past week: ${days}`,
    month: (days: string) => `The past month: ${days}`,
  },
  tookPart: ({ members, answers, rounds }: TookPart) =>
    `${countEn(members, 'person', 'people')} took part, with ${countEn(answers, 'answer', 'answers')} to ${countEn(rounds, 'question', 'questions')}.`,
  board: 'First places',
  more: (count: number) => `and ${count} more`,
  streaks: 'Streaks to be proud of',
  streak: ({ name, rounds }: { readonly name: string; readonly rounds: number }) =>
    `${name} — ${countEn(rounds, 'round', 'rounds')} in a row`,
  missed: 'The point most people missed',
  missedBy: ({ missed, compared, number }: MissedBy) =>
    `Not in ${missed} of ${compared} answers to question ${number}:`,
  topic: (topic: string) => `Topic of the next question: ${topic}.`,
  redacted:
    'The names and numbers that stood here are gone: somebody among them had their data deleted.',
};
