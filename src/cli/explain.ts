import { ConfigError } from '../config/error.ts';
import { PostgresError } from '../db/embedded/error.ts';
import { MigrationError } from '../db/migrate.ts';
import { WebError } from '../web/error.ts';
import { OperatorError } from './output.ts';

/** What an operator can mend; the message says how. */
const MENDABLE = [ConfigError, PostgresError, MigrationError, WebError, OperatorError];

/** Faults that an operator can mend are told in words; anything else with its stack. */
export function explain(error: unknown): void {
  process.stderr.write(`${wordsFor(error)}\n`);
}

function wordsFor(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const isMendable = isAboutFile(error) || MENDABLE.some((kind) => error instanceof kind);
  return isMendable ? error.message : (error.stack ?? error.message);
}

/** The system's own words name the file: “ENOENT: no such file or directory, open 'x/y.png'”. */
const isAboutFile = (error: Error): boolean => 'syscall' in error && 'path' in error;
