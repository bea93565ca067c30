import { type PlainOrRich, rich, type RichText, type Span } from '../../../chat/text.ts';
import type { TimeUnit } from '../../../domain/duration.ts';
import type { NthOfMonth } from '../../../domain/month-words.ts';
import type { SuspendCode } from '../../../domain/suspend-reason.ts';
import { unitFormat } from '../../../i18n/unit.ts';

const listed = (items: readonly string[]): string => items.join(', ');

interface Suspended {
  /** The command that edits a track. */
  readonly edit: Span;
  /** What is lacking, where it is known. */
  readonly permission?: string | undefined;
}

const suspendReasons: Readonly<Record<SuspendCode, (suspended: Suspended) => PlainOrRich>> = {
  'deck-empty': ({ edit }) =>
    rich`no question fits its decks, language, topics and difficulties. Add questions to a deck, or choose differently with ${edit}.`,
  'workspace-gone': () => 'Whetstone was removed from here. Install it again.',
  'channel-gone': () =>
    'its channel was deleted, or Whetstone can no longer see it. Let Whetstone into the channel again, or remove the track.',
  'channel-archived': () =>
    'its channel is archived. Unarchive it and let Whetstone in, or remove the track.',
  forbidden: ({ permission }) =>
    permission === undefined
      ? 'Whetstone may not write in its channel any more. Let it write there again.'
      : `Whetstone lacks “${permission}” in its channel. Give it that permission.`,
  refused: ({ permission }) =>
    permission === undefined
      ? 'Whetstone may not write in its channel, though no permission is missing. Look whether a setting of the channel, the server or the workspace limits who may write there.'
      : `the platform asks Whetstone for “${permission}”. Give it that permission.`,
  rejected: () =>
    'one question after the other could not be posted. The log says why; whoever runs Whetstone can look there.',
};

function notSetUp(platform: string): string {
  switch (platform) {
    case 'playground':
      return 'The playground is switched off. Set PLAYGROUND=on in .env and start the bot again.';
    case 'slack':
      return 'Slack is not set up. Put its token in .env, as docs/slack.md says, and start the bot again.';
    default:
      return 'Discord is not set up. Put its token in .env, as docs/discord.md says, and start the bot again.';
  }
}

const dayList = new Intl.ListFormat('en-GB');

const ORDINALS = ['', 'first', 'second', 'third', 'fourth'];

interface EveryWeeks {
  readonly count: number;
  readonly days: readonly number[];
  readonly time: string;
}

interface Monthly {
  readonly nth: NthOfMonth;
  readonly day: number;
  readonly time: string;
}

const DAYS = ['Sundays', 'Mondays', 'Tuesdays', 'Wednesdays', 'Thursdays', 'Fridays', 'Saturdays'];

/** Of schedules in words, wherever one can be written. */
export const SCHEDULE_EXAMPLES =
  'weekdays 10:00, every second Monday at 10, first Friday of a month 9:30';

/** What several features say of a track: what it is made of, what is wrong with a plan, why it is suspended. */
export const en = {
  command: { name: 'track', does: 'Manage the questions of a channel' },
  subcommands: {
    add: { name: 'add', does: 'A new track for this channel' },
    edit: { name: 'edit', does: 'Change a track' },
    settings: { name: 'settings', does: 'What else can be set for a track' },
    list: { name: 'list', does: 'All tracks of this server or workspace' },
    pause: { name: 'pause', does: 'No questions until it is resumed' },
    resume: { name: 'resume', does: 'Questions come again' },
    remove: { name: 'remove', does: 'End a track for good' },
    ask: { name: 'ask', does: 'Ask a question now' },
    doctor: { name: 'doctor', does: 'Check the channel, rights and questions of every track' },
    reveal: { name: 'reveal', does: 'Close the open round and reveal its answer now' },
  },
  option: { name: 'track', does: 'The track’s number, where there are several' },

  settingsHeading: (number: number) => `Settings of track ${number}`,

  deck: 'Deck',
  channel: 'Channel',
  schedule: 'When a question comes',
  timezone: 'Time zone',
  answering: 'How long a round stays open',
  language: 'Language of its posts',
  languages: { en: 'English', ru: 'Русский' },
  topics: 'Topics',
  difficulties: 'Difficulties',
  faults: {
    cronInvalid: (given: string) =>
      `“${given}” is not a schedule. Write it like ${SCHEDULE_EXAMPLES}; or as five cron fields: 0 10 * * 1-5.`,
    timeMissing: (given: string) =>
      `“${given}” names no time of day. Add one, such as ${given} 10:00.`,
    timeInvalid: (given: string) =>
      `“${given}” is not a time of day: those go from 0:00 to 23:59. Write it like ${SCHEDULE_EXAMPLES}.`,
    cronTooOften: (given: string) =>
      `“${given}” has six fields, the first for seconds. Once a minute is the most: leave out the seconds.`,
    cronNever: (given: string) => `“${given}” never comes. Choose a date that exists.`,
    timezoneUnknown: ({
      given,
      near,
    }: {
      readonly given: string;
      readonly near: readonly string[];
    }) =>
      near.length > 0
        ? `There is no time zone “${given}”. Did you mean ${near.join(' or ')}?`
        : `There is no time zone “${given}”. Write a region and a city, such as Europe/Berlin, or UTC.`,
    answeringInvalid: (given: string) =>
      `“${given}” is not a time to answer. Write 90s, 30m, 8h, 2d, or until-next.`,
    answeringTooShort: ({ given, seconds }: { readonly given: string; readonly seconds: number }) =>
      `“${given}” is too short: a round stays open for at least ${seconds} seconds.`,
    answeringTooLong: ({ given, days }: { readonly given: string; readonly days: number }) =>
      `“${given}” is too long: a round stays open for at most ${days} days.`,
    deckMissing: (known: readonly string[]) => `A deck is missing. Decks: ${listed(known)}.`,
    deckUnknown: ({
      given,
      known,
    }: {
      readonly given: string;
      readonly known: readonly string[];
    }) => `There is no deck “${given}”. Decks: ${listed(known)}.`,
    topicUnknown: ({
      given,
      known,
    }: {
      readonly given: string;
      readonly known: readonly string[];
    }) => `There is no topic “${given}” in these decks. Topics: ${listed(known)}.`,
    difficultyUnknown: (given: string) =>
      `“${given}” is not a difficulty. Write easy, medium or hard, or several with commas.`,
    languageUnknown: (given: string) => `“${given}” is not a language here. Write en or ru.`,
    poolEmpty:
      'No question fits these decks, the language, the topics and the difficulties together. Leave one of them out.',
    missingPermissions: (permissions: readonly string[]) =>
      `Whetstone lacks in this channel: ${listed(permissions)}. Give it that, then check again.`,
    channelGone:
      'Whetstone cannot see this channel. Let it in (on Slack: /invite it), then check again.',
    workspaceGone: 'Whetstone is not installed here any more. Install it, then check again.',
    channelIdInvalid: (given: string) =>
      `“${given}” is not a channel’s id. On Discord it is a long number: switch on Developer Mode, right-click the channel, Copy Channel ID. On Slack it begins with C and stands at the end of the channel’s details.`,
    workspaceIdInvalid: (given: string) =>
      `“${given}” is not a server’s or workspace’s id. On Discord it is a long number: switch on Developer Mode, right-click the server, Copy Server ID. On Slack it begins with T and stands in the workspace’s address at app.slack.com.`,
    channelElsewhere:
      'This channel is not in that server or workspace. Name the channel and the server or workspace it is in.',
    channelUnsuitable:
      'Rounds cannot be held in this kind of channel. On Discord choose a text or announcement channel, on Slack a public or private channel.',
    platformNotSetUp: notSetUp,
    platformUnavailable: 'The channel could not be checked just now. Check again in a minute.',
  },
  nextQuestion: (at: Span): RichText => ['The next question comes ', at, '.'],
  noNext: 'No question is due.',
  notFound: ({ given, list }: { readonly given: string; readonly list: Span }) =>
    rich`There is no track “${given}” here; ${list} shows them.`,
  suspendReasons,
  refusal: (words: string) => `What the platform said: “${words}”.`,
  /** Says under a private message which of the reader's servers or workspaces a track is in. */
  from: (workspace: string) => `In ${workspace}.`,
  when: {
    everyDay: (time: string) => `every day at ${time}`,
    weekdays: (time: string) => `on weekdays at ${time}`,
    weekends: (time: string) => `on weekends at ${time}`,
    /** `days`: of the week, Sunday is 0. */
    onDays: ({ days, time }: { readonly days: readonly number[]; readonly time: string }) =>
      `on ${dayList.format(days.map((day) => DAYS[day] ?? ''))} at ${time}`,
    everyWeeks: ({ count, days, time }: EveryWeeks) =>
      `every ${ORDINALS[count] ?? `${count}th`} week on ${dayList.format(days.map((day) => DAYS[day] ?? ''))} at ${time}`,
    monthly: ({ nth, day, time }: Monthly) =>
      `on the ${nth === 'last' ? 'last' : (ORDINALS[nth] ?? '')} ${DAYS[day]?.slice(0, -1) ?? ''} of a month at ${time}`,
    untilNext: 'until the next question',
    lasting: ({ count, unit }: { readonly count: number; readonly unit: TimeUnit }) =>
      unitFormat('en', count, unit),
  },
};
