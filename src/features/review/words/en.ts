import { countEn } from '../../../i18n/plural.ts';

const questions = (count: number): string => countEn(count, 'question', 'questions');

/** What `/review` says. */
export const en = {
  command: { name: 'review', does: 'What is due for you today, question by question' },

  heading: 'Your review',
  toDo: 'Today',
  /** `again`: met before; `fresh`: new ones. */
  left: ({ again, fresh }: { readonly again: number; readonly fresh: number }) => {
    if (again + fresh === 0) return 'nothing left';
    if (fresh === 0) return `${questions(again)} to review`;
    return again === 0 ? `${fresh} new` : `${questions(again)} to review, ${fresh} new`;
  },
  done: 'Done today',
  doneOf: ({ done, cap }: { readonly done: number; readonly cap: number }) => `${done} of ${cap}`,
  /** `when`: a day; left out where it is more than a year away. */
  behind: ({ cap, when }: { readonly cap: number; readonly when: string | undefined }) =>
    when === undefined
      ? `More is due than a year of ${cap} a day takes. What matters most comes first, and nothing new begins meanwhile; set more a day with Settings to be through sooner.`
      : `A lot is due. What matters most comes first, and nothing new begins meanwhile: at ${cap} a day you are through by ${when}.`,
  week: 'Due this week',
  topics: 'Your topics, from strong to weak',
  topic: (topic: {
    readonly topic: string;
    readonly percent: string;
    readonly reviewed: number;
    readonly questions: number;
  }) =>
    `${topic.topic} — ${topic.percent}, ${topic.reviewed} of ${questions(topic.questions)} reviewed`,
  /** `more`: so many besides, without their names. */
  notReviewed: ({ topics, more }: { readonly topics: readonly string[]; readonly more: number }) =>
    `Not reviewed yet: ${topics.join(', ')}${more > 0 ? ` and ${countEn(more, 'more topic', 'more topics')}` : ''}.`,
  strongest: 'Your strongest topics',
  weakest: 'Your weakest topics, the weakest first',
  topicsButton: 'All topics',
  /** Under the picture's title. */
  topicsMeaning: 'How much of each you are likely to recall today',
  topicReviewed: ({
    reviewed,
    questions: all,
  }: {
    readonly reviewed: number;
    readonly questions: number;
  }) => `${reviewed} of ${all}`,
  moreTopics: (count: number) => `${countEn(count, 'more topic', 'more topics')} in the text`,
  topicUnnamed: 'title in the text',
  topicsNotDrawn: 'There is no picture this time. The list says the same.',
  only: 'Only you see this.',
  percentage: 'The percentage is how much of a topic you are likely to recall today.',
  start: 'Start',
  settings: 'Settings',

  remindMe: 'Remind me',
  remindOtherwise: 'Change the reminder',
  remindStop: 'Stop reminding',
  remindLater: 'In 3 hours',
  reminder: (due: number) =>
    due === 1
      ? 'A question is due for your review today.'
      : `${questions(due)} are due for your review today.`,
  reminderOn: ({ time, timezone }: { readonly time: string; readonly timezone: string }) =>
    `I remind you privately at ${time} (${timezone}) on days when something is due.`,
  reminderClosed:
    'The reminder has stopped: you take no private messages from me. Allow them, then press Remind me.',
  reminderTitle: 'Daily reminder',
  timeField: 'Time of day',
  timeHint: 'Such as 9:00 or 18:30',
  timeUnreadable: (given: string) =>
    `“${given}” is not a time of day: write one such as 9:00 or 18:30.`,
  reminderSet: ({ time, timezone }: { readonly time: string; readonly timezone: string }) =>
    `Saved. I write to you privately at ${time} (${timezone}), only when something is due, and never while you are away.`,
  reminderLater: (time: string) => `I will remind you again at ${time}.`,
  reminderLaterBefore: 'I remind you once more today already.',
  reminderTooLate: 'In 3 hours it is tomorrow. Your next reminder comes at its usual time.',
  reminderPast: 'This reminder was for another day. The next one comes at its usual time.',
  reminderStopped: 'I will not remind you any more. Remind me under your review starts it again.',
  reminderOff: 'The reminder is off. Remind me under your review starts it again.',

  questionHeading: (left: number) =>
    left === 1 ? 'Review: the last one for today' : `Review: ${left} left today`,
  reasons: {
    new: 'you have not reviewed it yet',
    due: 'it is due',
    'weak-topic': 'your weakest topic',
    interview: 'for your interview',
  },
  over: (done: number) =>
    done === 0
      ? 'There is nothing to review today.'
      : `That is all for today: ${questions(done)} done.`,
  next: 'Next question',
  gone: 'This question is open in a round here now, or not here any more. Press Next question to go on.',

  settingsTitle: 'Review settings',
  save: 'Save',
  capField: 'Questions a day',
  capHint: 'From 1 to 100',
  timezoneField: 'Your time zone',
  timezoneHint: 'Such as Europe/Berlin; it decides when your day begins',
  saved: 'Saved. It takes effect with your next review.',
  capOutOfRange: ({
    given,
    least,
    most,
  }: {
    readonly given: string;
    readonly least: number;
    readonly most: number;
  }) =>
    `“${given}” does not work as a number of questions a day: write one from ${least} to ${most}.`,
  timezoneUnknown: ({
    given,
    near,
  }: {
    readonly given: string;
    readonly near: readonly string[];
  }) =>
    near.length > 0
      ? `There is no time zone “${given}”. Did you mean ${near.join(' or ')}?`
      : `There is no time zone “${given}”. Write one such as Europe/Berlin.`,
};
