import type { QuestionText } from '../question.ts';
import { readText } from './read-text.ts';
import { createTermMaker, type TermMaker } from './term.ts';

/** What a question's answers are compared with. */
export type Rubric = Pick<QuestionText, 'question' | 'answer' | 'keyPoints'> & {
  /** How many of the key points make a whole answer; where left out, all of them. */
  readonly need?: number;
};

/** What is known of a language's words from its questions; made once, for all rubrics and answers in it. */
export interface Lexicon {
  /** How much a stem tells: the fewer questions it occurs in, the more. */
  readonly rarityOf: (stem: string) => number;
  /** The rarity of a stem that occurs in none. */
  readonly mostRare: number;
  readonly termOf: TermMaker;
}

export function createLexicon(questions: Iterable<Rubric>): Lexicon {
  const termOf = createTermMaker();
  const questionsWith = new Map<string, number>();
  let all = 0;
  for (const question of questions) {
    all++;
    const { content } = readText(proseOf(question), termOf);
    for (const stem of new Set(content.map(({ term }) => term.stem))) {
      questionsWith.set(stem, (questionsWith.get(stem) ?? 0) + 1);
    }
  }
  const rarity = (count: number): number => Math.log(1 + Math.max(1, all) / (1 + count));
  return {
    rarityOf: (stem) => rarity(questionsWith.get(stem) ?? 0),
    mostRare: rarity(0),
    termOf,
  };
}

function proseOf({ question, answer, keyPoints }: Rubric): string {
  const points = keyPoints.flatMap(({ label, phrasings }) => [label, ...phrasings]);
  return [question, answer, ...points].join('\n');
}
