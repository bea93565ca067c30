import type { Deck, Question } from '../domain/question.ts';
import { checkAmounts } from './checks/amounts.ts';
import { type CardCheck, checkCards } from './checks/cards.ts';
import { checkCompleteness } from './checks/completeness.ts';
import { checkCoverage } from './checks/coverage.ts';
import type { Check, CheckFinding } from './checks/finding.ts';
import { checkFormula, type FormulaCheck } from './checks/formula.ts';
import { checkKeyPointIds } from './checks/key-point-ids.ts';
import { findLikeness } from './checks/likeness.ts';
import { checkPhrasings } from './checks/phrasings.ts';
import { checkWording } from './checks/wording.ts';
import { createYoCheck } from './checks/yo.ts';
import { type Fault, isError, type Locate } from './fault.ts';
import { locateByName } from './layout.ts';

export interface CheckOptions {
  readonly formula: FormulaCheck;
  readonly cards: CardCheck;
  /** From `readDeck`, so that faults name lines; without it they name files only. */
  readonly locate?: Locate | undefined;
}

/** Those that find errors; a draft is forgiven them. */
const STRICT: readonly Check[] = [checkCompleteness];

/** Those that only ever warn. */
const ADVISORY: readonly Check[] = [checkAmounts, checkWording, checkPhrasings, checkCoverage];

/**
 * Everything `deck check` looks at beyond reading the files. Errors are what a round would stumble
 * over, warnings what a good deck does better; of a draft everything is a warning, except an id
 * that occurs twice, a question's or a key point's, a formula that cannot be drawn and a text that no
 * card can show.
 */
export async function checkDeck(deck: Deck, options: CheckOptions): Promise<Fault[]> {
  const isInRussian = deck.questions.some(({ ru }) => ru !== undefined);
  const checks = [...STRICT, ...ADVISORY, ...(isInRussian ? [await createYoCheck()] : [])];
  return findFaults(deck, { ...options, checks, likeness: findLikeness(deck) });
}

/** The errors alone, of a deck whose questions are known to have ids of their own: much quicker. */
export async function deckErrors(deck: Deck, options: CheckOptions): Promise<Fault[]> {
  return (await findFaults(deck, { ...options, checks: STRICT, likeness: new Map() })).filter(
    isError,
  );
}

interface Search extends CheckOptions {
  readonly checks: readonly Check[];
  /** What was found by holding the deck's questions against each other. */
  readonly likeness: ReadonlyMap<Question, readonly CheckFinding[]>;
}

async function findFaults(
  deck: Deck,
  { checks, likeness, formula, cards, locate = locateByName }: Search,
): Promise<Fault[]> {
  const find = async (question: Question): Promise<Fault[]> => {
    // Formulas are drawn in a process of their own, one after another, while the cards are laid out here.
    const drawing = checkFormula(question, formula);
    const soft = checks.flatMap((check) => check(question, deck));
    const hard = [
      ...(likeness.get(question) ?? []),
      ...checkKeyPointIds(question),
      ...checkCards(question, deck, cards),
      ...(await drawing),
    ];
    const findings = [...hard, ...(deck.draft ? soft.map(soften) : soft)];
    return findings.map((finding) => faultOf(question, finding, locate));
  };
  return (await Promise.all(deck.questions.map(find))).flat();
}

const soften = (finding: CheckFinding): CheckFinding => ({ ...finding, level: 'warning' });

function faultOf(question: Question, { path, ...told }: CheckFinding, locate: Locate): Fault {
  return { ...locate(question.id, path), question: question.id, ...told };
}
