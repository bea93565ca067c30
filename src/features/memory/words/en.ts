import type { RichText } from '../../../chat/text.ts';

/** What is said of a member's memory of a question. */
export const en = {
  grades: { again: 'Missed it', hard: 'Hard', good: 'Had it', easy: 'Easy' },
  rate: 'How did it go? Your word decides when you meet it again.',
  more: 'More',
  howDidItGo: 'How did it go?',
  /** `when`: one of the three below. */
  again: (when: string) => `You will meet it again ${when}.`,
  today: 'today',
  tomorrow: 'tomorrow',
  onDay: (day: string) => `on ${day}`,
  ratedBefore: 'You have rated this already.',
  tooOld: (day: string) =>
    `This question was shown on ${day}, which is too long ago to say how it went. Nothing was changed; rate it the next time you meet it.`,
  questionUnknown: 'This question is not here any more, so there is nothing to rate.',
  why: 'Why now',
  /** `when`: such as `in May`. */
  missed: ({ point, when }: { readonly point: RichText; readonly when: string }): RichText => [
    'you missed “',
    ...point,
    `” ${when}`,
  ],
  missedSome: (when: string) => `you left something out ${when}`,
};
