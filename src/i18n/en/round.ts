import { countEn } from '../plural.ts';

export const round = {
  heading: (number: number) => `Question ${number}`,
  topic: 'Topic',
  difficulty: 'Difficulty',
  formula: 'Formula',
  deadline: 'Answers close',
  howTo: 'Press Answer to keep yours private until the reveal, or reply in the thread.',
  howToButtonOnly: 'Press Answer: yours stays private until the reveal.',
  answer: 'Answer',
  myStreak: 'My streak',
  report: 'Report',
  threadTitle: (number: number, question: string) => `${number}. ${question}`,
  closed: (answers: number) =>
    answers === 0
      ? 'Closed. Nobody answered.'
      : `Closed. ${countEn(answers, 'answer', 'answers')}.`,
  revealHeading: (number: number) => `Answer to question ${number}`,
  keyPoints: 'A good answer says',
  misconception: 'A common misconception',
  sources: 'Read more',
  answers: 'What you sent privately',
  anonymous: 'Anonymous',
  excused:
    'Whetstone could not be reached for part of this round: it breaks the streak of nobody who missed it.',
  noAnswers: 'Nobody answered in time. The next question is another chance.',
  participants: (answers: number) => `${countEn(answers, 'person', 'people')} answered in time.`,
  streaks: 'Streaks',
  streakRow: (name: string, rounds: number) => `${name}: ${countEn(rounds, 'round', 'rounds')}`,
  moreStreaks: (count: number) => `and ${count} more`,
  removedTrack: 'This question belongs to a track that was removed. Nothing was changed.',
  unknownRound: 'This question is not known here any more. Nothing was changed.',
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
  difficulties: { easy: 'easy', medium: 'medium', hard: 'hard' },
};
