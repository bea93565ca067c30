import { ConfigError } from '../config/error.ts';
import { PostgresError } from '../db/embedded/error.ts';
import { OperatorError } from './output.ts';

/** Faults that an operator can mend are told in words; anything else with its stack. */
export function explain(error: unknown): void {
  process.stderr.write(`${wordsFor(error)}\n`);
}

function wordsFor(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const known =
    error instanceof ConfigError ||
    error instanceof PostgresError ||
    error instanceof OperatorError;
  return known ? error.message : (error.stack ?? error.message);
}
