import { rich, type RichText } from '../../../chat/text.ts';

/** What is said of the days that a track skips. */
export const en = {
  title: 'Days to skip',
  change: 'Days to skip',
  save: 'Save',
  about:
    'On these days no question comes, so they break no streak. An open round keeps its deadline.',
  hint: 'One a line: 2026-12-24, or 2026-12-24 – 2027-01-08 New Year',
  more: (count: number) => `and ${count} more`,
  nextQuestions: (times: RichText): RichText => rich`The next questions: ${times}.`,
  /** `days`: such as `24 December 2026 – 3 January 2027 (Winter break)`. */
  skipped: (days: readonly string[]) => `No question on ${days.join('; ')}.`,
  faults: {
    unreadable: (given: string) =>
      `“${given}” is not a day. Write 2026-12-24 or 24.12.2026, or two days with a dash between them.`,
    over: (given: string) => `“${given}” is over already. Check the year.`,
    backwards: ({ from, until }: { readonly from: string; readonly until: string }) =>
      `${until} comes before ${from}. Give the first day first.`,
    tooFar: ({ given, latest }: { readonly given: string; readonly latest: string }) =>
      `“${given}” is too far ahead: the last day can be ${latest} at the latest.`,
    tooMany: (most: number) =>
      `A track can skip at most ${most} days or ranges, in a text of a form’s length. Join days that follow each other, and shorten the reasons.`,
  },
};
