import type { Deck, Question } from '../../domain/question.ts';
import type { Fault } from '../fault.ts';

/** What a check found in a question; where it stands in the files is looked up later. */
export interface Finding extends Pick<Fault, 'level' | 'problem' | 'fix'> {
  /** Keys and indexes within the question. */
  readonly path: readonly PropertyKey[];
}

/** Looks at one question of a deck. */
export type Check = (question: Question, deck: Deck) => readonly Finding[];

export const warning = (path: readonly PropertyKey[], problem: string, fix: string): Finding => ({
  level: 'warning',
  path,
  problem,
  fix,
});

export const error = (path: readonly PropertyKey[], problem: string, fix: string): Finding => ({
  level: 'error',
  path,
  problem,
  fix,
});
