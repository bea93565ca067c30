import { rich, type RichText } from '../../../chat/text.ts';
import { countEn } from '../../../i18n/plural.ts';

interface IcsFailing {
  readonly since: string;
  readonly reason: string;
  /** When the days were read that stay. */
  readonly read: string;
}

/** What is said of the days that a track skips. */
export const en = {
  title: 'Days to skip',
  unset: 'none ahead',
  change: 'Days to skip',
  save: 'Save',
  about:
    'On these days no question comes, so they break no streak. An open round keeps its deadline.',
  hint: 'One a line: 2026-12-24, or 2026-12-24 – 2027-01-08 New Year',
  more: (count: number) => `and ${count} more`,
  ics: {
    title: 'Calendar of days off',
    unset: 'none',
    about:
      'No question comes on days that an event of this calendar takes whole, such as public holidays. Meetings do not count. Leave both empty to use no calendar.',
    address: 'Address of an .ics calendar',
    addressHint: 'https://… or webcal://…; it is read again every night',
    file: 'Or an .ics file',
    value: ({ name, count }: { readonly name: string; readonly count: number }) =>
      `${name}, ${countEn(count, 'day or range', 'days or ranges')} ahead`,
    failing: ({ since, reason, read }: IcsFailing) =>
      `It could not be read since ${since}: ${reason} The days of ${read} stay.`,
    faults: {
      notAnAddress: (given: string) =>
        `“${given}” is not an address. Write one that begins with https:// or webcal://.`,
      fileNotRead: (given: string) => `“${given}” cannot be read. Is it a file that is there?`,
      tooLarge: (most: number) =>
        `This calendar has more than ${most} MB. Give one that holds the days off alone.`,
      notACalendar:
        'This is not a calendar: an .ics file begins with BEGIN:VCALENDAR. A page that shows a calendar often has a link to the .ics.',
      tooHeavy: 'This calendar takes too long to read. Give one that holds the days off alone.',
      everyDay: 'This calendar takes every day, so that no question would ever come.',
      tooOften: (event: string) =>
        `“${event}” recurs far more often than once a day, and for ever. Give a calendar that holds the days off alone.`,
      tooMany: (most: number) =>
        `This calendar has more than ${most} days off ahead. Give one that holds the days off alone.`,
      notFetched: {
        'not-https': 'Only addresses that begin with https:// are fetched, also past redirects.',
        'not-public':
          'This address leads into a private network. Give one that is open to everybody, or the file.',
        'too-large': 'This calendar is too large.',
        'too-slow': 'The server of this address took too long. Try again, or give the file.',
        redirects: 'This address only leads from one to the next. Give the one at the end.',
        refused:
          'The server does not hand this calendar out. Look whether the address is right and open to everybody.',
        unreachable: 'There is no server at this address, or it cannot be reached now.',
      },
    },
  },
  feed: {
    title: 'Rounds as a calendar',
    unset: 'no address yet',
    subscribe: (address: string) =>
      `Subscribe to this address in your calendar, and the next questions stand in it in your own zone: ${address} Whoever has the address sees when questions come, and never which.`,
    noAddress:
      'The rounds have no address yet. Whoever runs Whetstone can set PUBLIC_URL in .env to the address under which others reach its web server, such as https://whetstone.example.com.',
    name: (deck: string) => `Questions: ${deck}`,
    event: (deck: string) => `A question comes: ${deck}`,
    answering: (open: string) => `Open for answers: ${open}.`,
  },
  nextQuestions: (times: RichText): RichText => rich`The next questions, by your clock: ${times}.`,
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
