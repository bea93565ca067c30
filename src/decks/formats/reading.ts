import type { Localized } from '../../domain/language.ts';
import type { Question } from '../../domain/question.ts';
import type { DeckHead } from '../schema.ts';
import { told } from '../words/index.ts';
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
  readonly places?: Places;
  /** Of what somebody published: only with a licence may others be shown it. */
  readonly origin?: Origin;
}

/** Where each question stands in its file, by its id. */
export type Places = ReadonlyMap<string, Localized>;

export interface Origin {
  readonly licence?: string;
  readonly address?: string;
}

export interface Skipped {
  /** `line 7`, `question 3 (lora-vs-qlora)`, `the file`. */
  readonly where: Localized;
  readonly why: Localized;
  /** How many questions that are; where left out, one. */
  readonly count?: number;
}

export const THE_FILE = told((words) => words.theFile);

/** A file of which nothing is taken. */
export function refused(why: Localized): FileReading {
  const skipped = [{ where: THE_FILE, why }];
  return { head: {}, questions: [], skipped, warnings: [], lost: NOTHING_LOST };
}

/** How many questions were left out: one may be told of several times. */
export function countLeftOut(skipped: readonly Skipped[]): number {
  const places = new Map(skipped.map(({ where, count = 1 }) => [where.en, count]));
  return places.values().reduce((sum, count) => sum + count, 0);
}
