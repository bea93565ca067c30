import { rich, type RichText, type Span } from '../../../chat/text.ts';
import { countEn } from '../../../i18n/plural.ts';
import { SCHEDULE_EXAMPLES } from '../../tracks/words/en.ts';

interface PausedUntil {
  readonly number: number;
  readonly day: string;
  readonly resume: Span;
}

interface HeldUpWords {
  readonly number: number;
  readonly since: Span;
}

interface StillOpenWords {
  readonly number: number;
  readonly round: number;
  readonly until: Span | undefined;
}

interface RevealedWords {
  readonly number: number;
  readonly round: number;
  /** Rounds of the track. */
  readonly stillOpen: readonly number[];
}

/** What `/track` says. */
export const en = {
  whetstoneDoes: 'Whether Whetstone works as it should here',
  doctor: { name: 'doctor', does: 'Check channels, rights, questions and what is held up' },
  options: {
    decks: { name: 'decks', does: 'Decks; several with commas' },
    schedule: { name: 'schedule', does: 'Such as weekdays 10:00, or cron' },
    timezone: { name: 'timezone', does: 'Such as Europe/Berlin' },
    answering: {
      name: 'answering',
      does: 'How long a round stays open: 90s, 8h, 2d, until-next',
    },
    language: { name: 'language', does: 'Language of its posts' },
    topics: { name: 'topics', does: 'Only these topics, with commas; any for all' },
    difficulties: {
      name: 'difficulties',
      does: 'Only these difficulties, with commas; any for all',
    },
    until: { name: 'until', does: 'When it goes on by itself: 2026-12-24, tomorrow' },
  },

  newTitle: 'New track',
  title: (number: number) => `Track ${number}`,
  preview: 'Preview',
  scheduleHint: `Such as ${SCHEDULE_EXAMPLES}; or cron`,
  scheduleExample: 'weekdays 10:00',
  timezoneHint: 'Such as Europe/Berlin, America/New_York or UTC',
  answeringHint: '90s, 8h, 2d, or until-next: until the next question comes',
  nextRounds: 'The next rounds, by your clock:',
  notSaved: 'Nothing is saved yet.',
  save: 'Save',
  edit: 'Edit',
  cancel: 'Cancel',
  checkAgain: 'Check again',
  askNow: 'Ask now',
  remove: 'Remove',

  faultsHeading: 'This cannot be saved yet',

  saved: (number: number) => `Track ${number} is saved.`,
  changed: (number: number) => `Track ${number} is changed. An open round keeps its deadline.`,
  cancelled: 'Cancelled. Nothing was saved.',
  draftGone: (list: Span) =>
    rich`This was saved or cancelled already; ${list} shows what there is.`,
  noDecks:
    'There is no deck yet. Whoever runs Whetstone can add one on the command line: deck import.',

  listHeading: 'Tracks',
  noTracks: (add: Span) =>
    rich`There is no track yet. ${add} makes one for the channel it is typed in.`,
  checkHeading: 'Tracks, checked now',
  allWell: 'Nothing keeps them from asking.',
  someWrong: (count: number) => `${countEn(count, 'track', 'tracks')} cannot ask as things are.`,
  unchecked: ({ checked, more }: { readonly checked: number; readonly more: number }) =>
    `Only the first ${countEn(checked, 'track was', 'tracks were')} checked; ${countEn(more, 'more was', 'more were')} not. Whoever runs Whetstone can check all of them on the command line: doctor.`,
  heldUp: {
    question: ({ number, since }: HeldUpWords) =>
      rich`The question of round ${String(number)} has waited since ${since}: it could not be posted, and is tried again by itself.`,
    answer: ({ number, since }: HeldUpWords) =>
      rich`The answer to round ${String(number)} has waited since ${since}: it could not be posted, and is tried again by itself.`,
  },
  calendarUnread: ({ name, why }: { readonly name: string; readonly why: string }) =>
    `The calendar of days off (${name}) cannot be read, and the days read last stay. ${why}`,
  threadsUnread:
    'Replies in threads are not read here: people answer with the button. Whoever runs Whetstone can change that.',
  more: (count: number) => `and ${count} more`,
  line: ({ number, channel }: { readonly number: number; readonly channel: Span }): RichText => [
    `Track ${number} · `,
    channel,
  ],
  active: 'Active.',
  isPaused: (resume: Span) => rich`Paused: ${resume} starts it again.`,
  isSuspended: ({ reason, resume }: { readonly reason: RichText; readonly resume: Span }) =>
    rich`Stopped: ${reason} Then ${resume} starts it again.`,

  noneHere: ({ list, add }: { readonly list: Span; readonly add: Span }) =>
    rich`This channel has no track. Name another’s by its number (${list}), or make one with ${add}.`,
  which: 'There are several tracks in this channel. Which one?',
  whichNumber: 'There are several tracks in this channel. Name one by its number:',
  choice: ({ number, deck }: { readonly number: number; readonly deck: string }) =>
    `${number}: ${deck}`,

  paused: ({ number, resume }: { readonly number: number; readonly resume: Span }) =>
    rich`Track ${number} is paused: no question comes until ${resume}. An open round goes on to its deadline.`,
  pausedUntil: ({ number, day, resume }: PausedUntil) =>
    rich`Track ${number} is paused until ${day}: questions come again from that day on, or after ${resume}. An open round goes on to its deadline.`,
  pauseUntil: 'Paused until',
  pauseTitle: 'Pause until a day',
  notPaused: 'none',
  changePause: 'Pause until…',
  pause: 'Pause',
  aboutPause:
    'No question comes until that day, and streaks do not break. An open round goes on to its deadline.',
  pauseHint: 'Such as 2026-12-24. Empty: until somebody resumes it',
  pauseFaults: {
    unreadable: (given: string) =>
      `“${given}” is not a day. Write 2026-12-24, 24.12.2026 or tomorrow.`,
    over: (given: string) =>
      `“${given}” is not a day in the future. Give the first day on which questions are to come again.`,
    tooFar: ({ given, latest }: { readonly given: string; readonly latest: string }) =>
      `“${given}” is too far ahead: it can be ${latest} at the latest. Leave the day out to pause until somebody resumes the track.`,
  },
  alreadyPaused: (number: number) => `Track ${number} is paused already.`,
  resumed: (number: number) => `Track ${number} goes on.`,
  alreadyActive: (number: number) => `Track ${number} is active already.`,
  cannotResume: (number: number) => `Track ${number} cannot go on yet`,
  asked: (number: number) => `A question is on its way to track ${number}.`,
  askedAlready: (number: number) => `A question is on its way to track ${number} already.`,
  stillOpen: ({ number, round, until }: StillOpenWords) =>
    until
      ? rich`Question ${String(round)} of track ${String(number)} is open until ${until}. Another one now would be a round of its own beside it: whoever answers only one of them misses the other.`
      : rich`Question ${String(round)} of track ${String(number)} is still open. Another one now would be a round of its own beside it: whoever answers only one of them misses the other.`,
  askBeside: 'Ask another one',
  revealed: ({ number, round, stillOpen }: RevealedWords) => {
    const done = `Question ${round} of track ${number} is closed; the answer comes to its thread now.`;
    return stillOpen.length === 0 ? done : `${done} Still open: ${stillOpen.join(', ')}.`;
  },
  nothingOpen: (number: number) => `Track ${number} has no open round to reveal.`,
  removeSure: (number: number) =>
    `Remove track ${number}? No more questions come, an open round gets no reveal, and its streaks and leaderboard are shown no longer.`,
  removed: (number: number) => `Track ${number} is removed.`,
};
