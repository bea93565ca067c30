import type { Deck, Question } from '../../domain/question.ts';
import type { Fault } from '../fault.ts';
import type { Remedy } from '../words/index.ts';

/** What a check found in a question; where it stands in the files is looked up later. */
export interface CheckFinding extends Pick<Fault, 'level' | 'problem' | 'fix' | 'remedy'> {
  /** Keys and indexes within the question. */
  readonly path: readonly PropertyKey[];
}

/** Looks at one question of a deck. */
export type Check = (question: Question, deck: Deck) => readonly CheckFinding[];

export const checkWarning = (
  path: readonly PropertyKey[],
  problem: string,
  fix: string,
): CheckFinding => ({
  level: 'warning',
  path,
  problem,
  fix,
});

export const checkError = (path: readonly PropertyKey[], told: Remedy): CheckFinding => ({
  level: 'error',
  path,
  problem: told.problem.en,
  fix: told.fix.en,
  remedy: told,
});
