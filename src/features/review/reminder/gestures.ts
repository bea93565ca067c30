import { cutInput } from '../../../chat/cut.ts';
import type { Response } from '../../../chat/event.ts';
import { noteCard } from '../../../delivery/note-card.ts';
import { timeOfDayText } from '../../../domain/time-of-day.ts';
import { studyOf } from '../../memory/study.ts';
import type { ButtonHandler, FormHandler, FormOutcome, Request } from '../../shared/feature.ts';
import { refuse, warn } from '../../shared/reply.ts';
import { reviewWords } from '../words/index.ts';
import { remindLater } from './remind-later.ts';
import { type ReminderFault, setReminder } from './set-reminder.ts';
import { findReminder, stopReminder } from './stored-reminder.ts';

/** Under `/review` and in the reminder itself. */
export const REMINDER_BUTTONS: readonly ButtonHandler[] = [
  { name: 'remind', opensForm: true, run: openForm },
  { name: 'remind-later', run: (request, [day]) => later(request, Number(day)) },
  { name: 'remind-stop', run: stop },
];

export const REMINDER_FORM: FormHandler = {
  name: 'remind',
  opener: 'remind',
  labels: (language) => {
    const { timeField, timezoneField } = reviewWords(language);
    return { time: timeField, timezone: timezoneField };
  },
  run: (request, _args, { values }) => set(request, values),
};

async function openForm(request: Request): Promise<Response> {
  const words = reviewWords(request.language);
  const { timezone } = await studyOf(request);
  const reminder = await findReminder(request.context.db, request.member.id);
  const time = reminder.status === 'off' ? {} : { value: timeOfDayText(reminder.minute) };
  return {
    type: 'form',
    form: {
      action: { name: 'remind', args: [] },
      title: words.reminderTitle,
      submit: words.save,
      fields: [
        {
          ...{ id: 'time', type: 'line', label: words.timeField, hint: words.timeHint },
          ...{ required: true, ...time },
        },
        {
          ...{ id: 'timezone', type: 'line', label: words.timezoneField },
          ...{ hint: words.timezoneHint, required: true, value: timezone },
        },
      ],
    },
  };
}

async function set(
  { context, member, language }: Request,
  { time = '', timezone = '' }: Readonly<Record<string, string>>,
): Promise<FormOutcome> {
  const outcome = await setReminder(context, { memberId: member.id, time, timezone });
  const words = reviewWords(language);
  if (outcome.type === 'refused') {
    return refuse(reminderFaultText(words, outcome.fault), { again: true });
  }
  const at = { time: timeOfDayText(outcome.minute), timezone: outcome.timezone };
  return { type: 'reply', message: noteCard(words.reminderSet(at), 'success') };
}

function reminderFaultText(words: ReturnType<typeof reviewWords>, fault: ReminderFault): string {
  const given = cutInput(fault.written.trim());
  switch (fault.code) {
    case 'time-unreadable':
      return words.timeUnreadable(given);
    case 'timezone-unknown':
      return words.timezoneUnknown({ given, near: fault.near });
  }
}

async function later(request: Request, day: number): Promise<Response> {
  const { context, member, language } = request;
  const words = reviewWords(language);
  const { timezone } = await studyOf(request);
  const outcome = await remindLater(context, { memberId: member.id, day, timezone });
  switch (outcome.type) {
    case 'later':
      return reply(words.reminderLater(timeOfDayText(outcome.at)));
    case 'off':
      return warn(words.reminderOff);
    case 'past':
      return warn(words.reminderPast);
    case 'later-before':
      return warn(words.reminderLaterBefore);
    case 'too-late':
      return warn(words.reminderTooLate);
  }
}

async function stop({ context, member, language }: Request): Promise<Response> {
  const words = reviewWords(language);
  const stopped = await stopReminder(context.db, member.id);
  return stopped ? reply(words.reminderStopped) : warn(words.reminderOff);
}

const reply = (text: string): Response => ({ type: 'reply', message: noteCard(text, 'success') });
