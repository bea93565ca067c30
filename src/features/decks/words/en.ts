/** What cards and forms call the parts of a question. */
export const en = {
  topic: 'Topic',
  difficulty: 'Difficulty',
  difficulties: { easy: 'easy', medium: 'medium', hard: 'hard' },
  toDiscuss: 'A question to discuss: it has no reference answer.',
  /** `votes` only where there was a round. */
  verdict: ({ right, votes }: { readonly right: boolean; readonly votes?: string }) =>
    [votes, right ? 'right' : 'wrong'].filter(Boolean).join(', '),
  votesOf: ({ votes, people }: { readonly votes: number; readonly people: number }) =>
    `${votes} of ${people}`,
  keyPoints: 'A good answer says',
  misconception: 'A common misconception',
  sources: 'Read more',
  tryAnswer: {
    ask: 'Type an answer, then an empty line.',
    verdicts: { covered: 'covered', partly: 'partly', missing: 'not found' },
    reasons: {
      negation: 'the words are there, but the sentence says “not”',
      quantifier: 'the words are there, but all is said for a part, or a part for all',
      list: 'the words are there, but as a list of key words',
      'off-topic': 'the words are there, but most of the answer is about something else',
    },
    notes: {
      copy: 'This is mostly the question itself, so nothing was matched.',
      'other-language': 'This is in another language than the question, so nothing was matched.',
      short: 'A short answer: fewer than twelve words that carry meaning.',
    },
    quote: (text: string) => `“${text}”`,
    coverage: ({ covered, points }: { covered: number; points: number }) =>
      `${covered} of ${points} key points`,
  },
};
