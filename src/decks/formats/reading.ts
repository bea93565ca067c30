import type { Question } from '../../domain/question.ts';
import type { DeckHead } from '../schema.ts';
import { type Lost, NOTHING_LOST } from './lost.ts';

/** What a file of some format held. */
export interface FileReading {
  /** What it says of the deck itself. */
  readonly head: Partial<DeckHead>;
  readonly questions: readonly Question[];
  readonly skipped: readonly Skipped[];
  /** Of what was taken, but not quite as it was written. */
  readonly warnings: readonly Skipped[];
  readonly lost: Lost;
  /** Of what somebody published: only with a licence may others be shown it. */
  readonly origin?: Origin;
}

export interface Origin {
  readonly licence?: string;
  readonly address?: string;
}

export interface Skipped {
  /** `row 7`, `question 3 (lora-vs-qlora)`, `the file`. */
  readonly where: string;
  readonly why: string;
  /** How many questions that are; where left out, one. */
  readonly count?: number;
}

/** A file of which nothing is taken. */
export function refused(why: string): FileReading {
  const skipped = [{ where: 'the file', why }];
  return { head: {}, questions: [], skipped, warnings: [], lost: NOTHING_LOST };
}

/** How many questions were left out: one may be told of several times. */
export function countLeftOut(skipped: readonly Skipped[]): number {
  const places = new Map(skipped.map(({ where, count = 1 }) => [where, count]));
  return places.values().reduce((sum, count) => sum + count, 0);
}
