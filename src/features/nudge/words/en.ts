import { rich, type Span } from '../../../chat/text.ts';
import type { TimeUnit } from '../../../domain/duration.ts';
import { countEn } from '../../../i18n/plural.ts';
import { unitFormat } from '../../../i18n/unit.ts';

/** What is said before a round's deadline, and what managers read when they set it. */
export const en = {
  title: 'Nudge before the deadline',
  unset: 'none',
  lasting: ({ count, unit }: { readonly count: number; readonly unit: TimeUnit }) =>
    unitFormat('en', count, unit),
  before: (time: string) => `${time} before a round closes`,
  neverComes: (time: string) =>
    `${time} before a round closes; it does not come, since rounds are open for no longer than that`,
  change: 'Nudge',
  formTitle: 'Nudge',
  about: 'Once in the thread before a round closes. It names and notifies no one.',
  when: 'How long before the deadline',
  off: 'No nudge',
  other: 'Another time',
  otherHint: 'Such as 90m, 3h or 2d; it replaces what is chosen above',
  save: 'Save',
  faults: {
    invalid: (given: string) =>
      `“${given}” is not a time. Write 30m, 2h or 1d, or off for no nudge.`,
    tooShort: ({ given, least }: { readonly given: string; readonly least: string }) =>
      `“${given}” is too short: a nudge comes at least ${least} before a round closes.`,
    tooLong: ({ given, most }: { readonly given: string; readonly most: string }) =>
      `“${given}” is too long: a nudge comes at most ${most} before a round closes.`,
    beforeQuestion: ({ given, open }: { readonly given: string; readonly open: string }) =>
      `Rounds of this track are open for ${open}, so “${given}” before the deadline there is no question yet. Choose a shorter time.`,
  },
  closesSoon: (at: Span) => rich`This round closes ${at}.`,
  answers: (count: number) => `${countEn(count, 'answer', 'answers')} so far.`,
  answer: 'Answer',

  yours: ({ number, deadline }: { readonly number: number; readonly deadline: Span }) =>
    rich`Question ${number} closes ${deadline}, and you have not answered it yet.`,
  tellMe: 'Tell me before a deadline',
  stopTelling: 'No more private reminders',
  isOn: 'You are told privately two hours before a round closes that you have not answered.',
  isRefused:
    'Private reminders have stopped: Whetstone could not write to you. Allow private messages from it, then switch them on again.',
  switchedOn:
    'From now on you are told privately two hours before a round closes, if you have not answered it. In tracks that you have never answered, and on days away, you are not.',
  switchedOff: 'You get no private reminders of deadlines any more.',
};
