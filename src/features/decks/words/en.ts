/** What cards and forms call the parts of a question. */
export const en = {
  topic: 'Topic',
  difficulty: 'Difficulty',
  difficulties: { easy: 'easy', medium: 'medium', hard: 'hard' },
  keyPoints: 'A good answer says',
  misconception: 'A common misconception',
  sources: 'Read more',
};
