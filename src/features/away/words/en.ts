import { rich, type Span } from '../../../chat/text.ts';

interface Days {
  readonly from: string;
  readonly until: string;
}

const span = ({ from, until }: Days): string =>
  from === until ? `on ${from}` : `from ${from} to ${until}`;

/** What `/away` says. */
export const en = {
  command: { name: 'away', does: 'Days off: your streak waits for you' },
  subcommands: {
    set: { name: 'set', does: 'Say on which days you are away' },
    list: { name: 'list', does: 'Your days away, now and to come' },
    clear: { name: 'clear', does: 'You are back: your rounds count again from today on' },
  },
  options: {
    from: {
      name: 'from',
      does: 'The first day: 2026-12-24, 24.12.2026, today or tomorrow',
      example: '2026-12-24',
    },
    until: {
      name: 'until',
      does: 'The last day; left out: the first day alone',
      example: '2027-01-08',
    },
  },

  announced: (days: Days) =>
    `Noted: you are away ${span(days)}. Rounds that close then do not touch your streak, and what you answer all the same still counts.`,
  joined: (days: Days) =>
    `Noted, and joined with the days that you had announced: you are away ${span(days)}. Rounds that close then do not touch your streak, and what you answer all the same still counts.`,
  heading: 'Your days away',
  rule: (clear: Span) =>
    rich`Rounds that close on these days do not touch your streak, and what you answer all the same still counts. Back earlier? Type ${clear}.`,
  none: (set: Span) =>
    rich`You have announced no days away. Type the first and the last, and your streak waits for you: ${set}`,
  cleared: {
    begun:
      'Welcome back. From today on your rounds count again; those that you missed until now stay excused.',
    ahead: 'Your days away are cleared. The rounds of those days count like all others.',
    nothing: 'You have announced no days away, so there is nothing to clear.',
  },

  noDays: (set: Span) => rich`Nothing was changed. Type from when until when you are away: ${set}`,
  notADay: (given: string) =>
    `“${given}” is not a day. Write it like 2026-12-24 or 24.12.2026, or say today or tomorrow. Nothing was changed.`,
  past: (day: string) =>
    `${day} is over. Days away begin today at the earliest: a streak cannot be saved afterwards. Nothing was changed.`,
  backwards: ({ from, until }: Days) =>
    `${until} comes before ${from}. Give the first day first. Nothing was changed.`,
  tooFar: (latest: string) =>
    `That is too far ahead: the last day can be ${latest} at the latest. Nothing was changed.`,
};
