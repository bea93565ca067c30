import type { QuestionText } from '../question.ts';
import { readText } from './read-text.ts';
import { createTermMaker } from './term.ts';

/** How much stems tell: the fewer questions one occurs in, the more. */
export interface Rarity {
  of(stem: string): number;
  /** Of a stem that occurs in none. */
  readonly most: number;
}

export type Rubric = Pick<QuestionText, 'question' | 'answer' | 'keyPoints'> & {
  /** How many of the key points make a whole answer; where left out, all of them. */
  readonly need?: number;
};

/** Counts in how many of these questions, all of one language, each stem occurs. To be made once for many answers. */
export function measureRarity(questions: Iterable<Rubric>): Rarity {
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
  const rarityOf = (count: number): number => Math.log(1 + Math.max(1, all) / (1 + count));
  return { of: (stem) => rarityOf(questionsWith.get(stem) ?? 0), most: rarityOf(0) };
}

function proseOf({ question, answer, keyPoints }: Rubric): string {
  const points = keyPoints.flatMap(({ label, phrasings }) => [label, ...phrasings]);
  return [question, answer, ...points].join('\n');
}
