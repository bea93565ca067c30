import type { Question } from '../../domain/question.ts';
import type { DeckHead } from '../schema.ts';

/** What a file of some format held. */
export interface Reading {
  /** What it says of the deck itself. */
  readonly head: Partial<DeckHead>;
  readonly questions: readonly Question[];
  readonly skipped: readonly Skipped[];
  /** Of what was taken, but not quite as it was written. */
  readonly warnings: readonly Skipped[];
}

export interface Skipped {
  /** `row 7`, `question 3 (lora-vs-qlora)`, `the file`. */
  readonly where: string;
  readonly why: string;
}

/** A file of which nothing is taken. */
export function refused(why: string): Reading {
  return { head: {}, questions: [], skipped: [{ where: 'the file', why }], warnings: [] };
}
