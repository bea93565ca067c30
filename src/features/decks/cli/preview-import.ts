import type { Deck, Question } from '../../../domain/question.ts';
import type { Operator } from '../../shared/cli/operator.ts';

/** Three cards of a deck as they will be posted: the first, the one with most to show, and the last. */
export async function previewImport(operator: Operator, deck: Deck): Promise<string> {
  const chosen = chooseThree(deck.questions);
  const pages = await Promise.all(
    chosen.map((question) => operator.previewUnstored(deck, question)),
  );
  return pages.flat().join('\n\n');
}

function chooseThree(questions: readonly Question[]): readonly Question[] {
  const between = questions.slice(1, -1);
  const longest = between.toSorted((a, b) => lengthOf(b) - lengthOf(a))[0];
  const chosen = [questions[0], longest, questions.at(-1)];
  return [...new Set(chosen)].filter((question) => question !== undefined);
}

const lengthOf = (question: Question): number => JSON.stringify(question).length;
