import type { Remedy } from './words/index.ts';

/** Something wrong with a deck, told so that its author can mend it. */
export interface Fault {
  /** An `error` keeps the question (or the deck) from being used as it is. */
  readonly level: 'error' | 'warning';
  /** Relative to the deck's folder. */
  readonly file: string;
  /** Counted from 1. */
  readonly line?: number;
  /** The question's id. */
  readonly question?: string;
  readonly problem: string;
  readonly fix: string;
  /** The same in every language: of an error, which an import tells to whoever has the file. */
  readonly remedy?: Remedy;
}

/** One line for a terminal: `questions/a.yaml:7: error: … Fix: …`. */
export function formatFault(fault: Fault): string {
  const place = fault.line === undefined ? fault.file : `${fault.file}:${fault.line}`;
  return `${place}: ${fault.level}: ${fault.problem}. Fix: ${fault.fix}.`;
}

export const isError = (fault: Fault): boolean => fault.level === 'error';

/**
 * Where a value of the deck stands: a question's when an id is given, of `deck.yaml` otherwise.
 * `path` holds keys and indexes, such as `['en', 'keyPoints', 0, 'label']`.
 */
export type Locate = (
  question: string | undefined,
  path: readonly PropertyKey[],
) => Pick<Fault, 'file' | 'line'>;
