/** What `/quiz` says. */
export const en = {
  command: { name: 'quiz', does: 'A question now, for you alone' },
  topicOption: { name: 'topic', does: 'Only this topic' },
  difficultyOption: { name: 'difficulty', does: 'Only this difficulty' },
  heading: 'A question for you',
  only: 'Only you see this. A quiz gives no points; rounds do.',
  answer: 'Answer',
  show: 'Show the answer',
  another: 'Another one',
  answerHeading: 'Reference answer',
  saved: 'Your answer is saved.',
  savedToCompare: 'Your answer is saved. Compare it with the reference answer:',
  pressOne: 'Press the letter of your choice: you are told at once.',
  pressSeveral: 'Several may be right: press the letter of each, then Check.',
  check: 'Check',
  chose: 'You chose',
  judgements: {
    right: 'That is right.',
    partly: 'That is partly right.',
    wrong: 'That is not right.',
  },
  changed: 'This question has been changed since you were shown it. This is how it reads now:',
  reasons: {
    due: 'it is due',
    new: 'you have not met it yet',
    'longest-ago': 'you met it longest ago',
  },
  none: {
    'nothing-fits': 'No question fits that: try another topic or difficulty.',
    'all-open':
      'Every question that fits is open in a round here now: answer it there, or try another topic or difficulty.',
    'just-shown':
      'Only the question that you have just seen fits that: try another topic or difficulty.',
  },
  gone: {
    open: 'This question is open in a round here now: answer it there. Press Another one for a different question.',
    unknown: 'This question is not here any more. Press Another one for a different question.',
  },
  unknownTopic: ({ given, known }: { readonly given: string; readonly known: readonly string[] }) =>
    `There is no topic “${given}”. Topics: ${known.join(', ')}.`,
};
