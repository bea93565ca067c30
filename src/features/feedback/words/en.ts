import { countEn } from '../../../i18n/plural.ts';

/** What members read about which key points their answers cover: never that one is wrong, and no mark. */
export const en = {
  howDidIDo: 'How did I do?',
  heading: 'Your answer and the key points',
  covered: ({ covered, points }: { readonly covered: number; readonly points: number }) =>
    `${covered} of ${countEn(points, 'point', 'points')}`,
  verdicts: {
    covered: 'Covered',
    partly: 'Partly',
    missing: 'I didn’t find',
    credited: 'Covered, by your word',
  },
  otherwise: 'said it another way?',
  reasons: {
    negation: 'The words are there, but the sentence says “not”.',
    quantifier: 'The words are there, but all is said for a part, or a part for all.',
  },
  reference: 'The reference answer says:',
  answers: 'The reference answer',
  flags: {
    short: 'This is a short answer, so I don’t add its points up. Here is what I found in it.',
    list: 'This reads as a list of key words. I found the words, but I can’t tell what you would say with them.',
    'off-topic':
      'Most of the answer seems to be about something else, so what I found counts as partly there.',
    copy: 'These are mostly the question’s own words, so there was nothing to compare.',
    'other-language':
      'This is in another language than the question, so I couldn’t compare the two. Write it in the question’s language, and I can.',
  },
  nothing:
    'I couldn’t match this to the key points. You may have said them in words that I don’t know.',
  keyPoints: 'The key points',
  automatic:
    'Matched automatically, by words: it can miss what you say in other words. Only you see this, and it gives and takes no points.',
  iSaid: 'I said this',
  iSaidPoint: (number: number) => `I said this (${number})`,
  credited: 'Counted as covered:',
  creditedBefore: 'Counted as covered already:',
  makes: (fraction: string) => `That makes ${fraction}.`,
  mayBeAccepted:
    'That is how you put it. Once somebody else here puts it alike, or a manager agrees, it counts for everyone here. Nobody is told whose words they are.',
  accepted:
    'That is how you put it, and somebody else here puts it alike: it counts for everyone here from now on.',
  takeBack: 'Take it back',
  takeBackOne: (number: number) => `Take back (${number})`,
  takenBack:
    'Your wording is taken back: answers here are not compared with it any more. The point stays counted for you.',
  takenBackBefore: 'There is nothing to take back any more.',
  answerGone: 'This answer is not there any more, so there is nothing to count.',
  pointGone: 'The question has no such key point any more, so there is nothing to count.',
  foundByModel: 'Covered, as the language model reads it',
  alsoRead: (model: string) =>
    `A language model (${model}) read this answer as well, without your name. It can only add to what was found, and it errs too.`,
  rate: 'How did it go? Your word decides when you meet this question again.',
  notAnswered: 'You have no answer to this question.',
  tryWith:
    'Write one now, and I’ll compare it with the key points. Only you will see it; it counts for no round and no streak.',
  tryNow: 'Try it now',
  notClosed: 'This question still takes answers. Come back after the reveal.',
  noPoints: 'This question has no key points to compare an answer with.',
};
