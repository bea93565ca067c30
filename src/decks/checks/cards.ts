import type { Localized } from '../../domain/language.ts';
import type { Deck, Question } from '../../domain/question.ts';
import { questionLanguages } from '../languages.ts';
import { partName } from '../part-name.ts';
import { remedy, told } from '../words/index.ts';
import { checkError, type CheckFinding } from './finding.ts';

/** Something of a question that a platform's card cannot show. */
interface CardFault {
  /** Keys and indexes within the question. */
  readonly path: readonly PropertyKey[];
  readonly reason: Localized;
}

/**
 * Lays out the cards of a question, open and revealed, as every platform shows them, and returns what
 * could not be. Platforms are unknown here, so whoever checks a deck hands it in.
 */
export type CardCheck = (question: Question, deck: Deck) => readonly CardFault[];

const THE_QUESTION = told((words) => words.theQuestion);

export function checkCards(question: Question, deck: Deck, check: CardCheck): CheckFinding[] {
  return check(question, deck).map(({ path, reason }) => {
    const part = path.length === 0 ? THE_QUESTION : partName(path, questionLanguages(question));
    return checkError(
      path,
      remedy((words, language) =>
        words.notShown({ part: part[language], reason: reason[language] }),
      ),
    );
  });
}
