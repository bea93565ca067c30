import type { Deck, Question } from '../../domain/question.ts';
import { checkError, type CheckFinding } from './finding.ts';

/** Something of a question that a platform's card cannot show. */
interface CardFault {
  /** Keys and indexes within the question. */
  readonly path: readonly PropertyKey[];
  readonly reason: string;
}

/**
 * Lays out the cards of a question, open and revealed, as every platform shows them, and returns what
 * could not be. Platforms are unknown here, so whoever checks a deck hands it in.
 */
export type CardCheck = (question: Question, deck: Deck) => readonly CardFault[];

export function checkCards(question: Question, deck: Deck, check: CardCheck): CheckFinding[] {
  return check(question, deck).map(({ path, reason }) => {
    const what = path.length === 0 ? 'the question' : `\`${path.join('.')}\``;
    return checkError(
      path,
      `${what} cannot be shown: ${reason}`,
      'write it shorter or with less markup',
    );
  });
}
