import { countEn } from '../../../i18n/plural.ts';

/** What a reveal says around the reference answer. */
export const en = {
  heading: (number: number) => `Answer to question ${number}`,
  discussion: (number: number) => `Answers to question ${number}`,
  answers: 'What you sent privately',
  anonymous: 'Anonymous',
  excused:
    'Whetstone could not be reached for part of this round: it breaks the streak of nobody who missed it.',
  withheld: 'What people sent could not be shown here. Their answers count all the same.',
  redacted: 'Something that stood here was deleted at its author’s request.',
  noAnswers: 'Nobody answered in time. The next question is another chance.',
  participants: (answers: number) => `${countEn(answers, 'person', 'people')} answered in time.`,
  streaks: 'Streaks',
  streakRow: ({ name, rounds }: { readonly name: string; readonly rounds: number }) =>
    `${name}: ${countEn(rounds, 'round', 'rounds')}`,
  moreStreaks: (count: number) => `and ${count} more`,
};
