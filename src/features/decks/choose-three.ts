import type { Question } from '../../domain/question.ts';

/** Three questions to judge a deck by: the first, the one with most to show, and the last. */
export function chooseThree(questions: readonly Question[]): readonly Question[] {
  const between = questions.slice(1, -1);
  const longest = between.toSorted((a, b) => lengthOf(b) - lengthOf(a))[0];
  const chosen = [questions[0], longest, questions.at(-1)];
  return [...new Set(chosen)].filter((question) => question !== undefined);
}

const lengthOf = (question: Question): number => JSON.stringify(question).length;
