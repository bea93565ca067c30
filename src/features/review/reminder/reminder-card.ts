import { type Block, type Button, type Message, message } from '../../../chat/message.ts';
import type { Day } from '../../../domain/day.ts';
import type { Language } from '../../../domain/language.ts';
import { timeOfDayText } from '../../../domain/time-of-day.ts';
import { reviewWords } from '../words/index.ts';
import type { Reminder } from './stored-reminder.ts';

export interface DueFacts {
  readonly language: Language;
  /** The day that it is for. */
  readonly day: Day;
  readonly due: number;
  /** It is the second one of the day: there is no third. */
  readonly later: boolean;
}

/** The private message that a member has asked for. */
export function reminderCard({ language, day, due, later }: DueFacts): Message {
  const words = reviewWords(language);
  const start: Button = {
    ...{ label: words.start, action: { name: 'review-next', args: [] }, style: 'primary' },
  };
  const again: Button = {
    label: words.remindLater,
    action: { name: 'remind-later', args: [String(day)] },
  };
  return message(
    [
      { type: 'text', text: [words.reminder(due)] },
      { type: 'buttons', buttons: [start, ...(later ? [] : [again]), stopButton(language)] },
    ],
    'question',
  );
}

export interface ReminderFacts {
  readonly language: Language;
  readonly reminder: Reminder;
  readonly timezone: string;
}

/** What `/review` says of the reminder. */
export function reminderNote({ language, reminder, timezone }: ReminderFacts): readonly Block[] {
  const words = reviewWords(language);
  switch (reminder.status) {
    case 'off':
      return [];
    case 'on': {
      const time = timeOfDayText(reminder.minute);
      return [{ type: 'note', text: [words.reminderOn({ time, timezone })] }];
    }
    case 'closed':
      return [{ type: 'text', text: [words.reminderClosed] }];
  }
}

/** The buttons under `/review` that set it, and stop it where it is on. */
export function reminderButtons({
  language,
  reminder,
}: Omit<ReminderFacts, 'timezone'>): readonly Button[] {
  const words = reviewWords(language);
  const label = reminder.status === 'on' ? words.remindOtherwise : words.remindMe;
  const set: Button = { label, action: { name: 'remind', args: [] } };
  return reminder.status === 'on' ? [set, stopButton(language)] : [set];
}

const stopButton = (language: Language): Button => ({
  label: reviewWords(language).remindStop,
  action: { name: 'remind-stop', args: [] },
});
