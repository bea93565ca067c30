import { countEn } from '../../../i18n/plural.ts';

/** What a round says from its question to its deadline. */
export const en = {
  heading: (number: number) => `Question ${number}`,
  deadline: 'Answers close',
  howTo: 'Press Answer to keep yours private until the reveal, or reply in the thread.',
  howToButtonOnly: 'Press Answer: yours stays private until the reveal.',
  chooseOne: 'Choose one by its letter. Nobody sees which; you can change it until answers close.',
  chooseSeveral:
    'Several may be right: choose each by its letter. Nobody sees which; you can change it until answers close.',
  answer: 'Answer',
  myStreak: 'My streak',
  report: 'Report',
  threadTitle: ({ number, question }: { readonly number: number; readonly question: string }) =>
    `${number}. ${question}`,
  closed: (answers: number) =>
    answers === 0
      ? 'Closed. Nobody answered.'
      : `Closed. ${countEn(answers, 'answer', 'answers')}.`,
  removedTrack: 'This question belongs to a track that was removed. Nothing was changed.',
  unknownRound: 'This question is not known here any more. Nothing was changed.',
  notOpen: 'This round is not open. Nothing was changed.',
  failed: {
    question: (number: number) => `Question ${number} could not be posted`,
    thread: (number: number) => `The thread of question ${number} could not be opened`,
    answer: (number: number) => `The answer to question ${number} could not be posted`,
  },
  failedThen: {
    question: 'It counts for nobody and breaks no streak. The next question comes when it is due.',
    thread: 'Answer it with the button. Its answer will come to the channel.',
    answer: 'Points and streaks stand. The next question comes when it is due.',
  },
  ownFailure:
    'Something in Whetstone itself failed. The log says what; whoever runs Whetstone can look there.',
};
