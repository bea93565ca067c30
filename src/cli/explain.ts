import { ConfigError } from '../config/error.ts';
import { BackupError } from '../db/backup/error.ts';
import { MigrationError } from '../db/migrate.ts';
import { OperatorError } from '../features/shared/cli/output.ts';
import { PostgresError } from '../postgres/error.ts';
import { CONNECTIONS } from '../postgres/server-check.ts';
import { WebError } from '../web/error.ts';

/** What an operator can mend; the message says how. */
const MENDABLE = [ConfigError, PostgresError, MigrationError, BackupError, WebError, OperatorError];

/** Faults that an operator can mend are told in words; anything else with its stack. */
export function explain(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  if (isForWantOfConnections(error)) return wordsForConnections(error);
  const isMendable = isAboutFile(error) || MENDABLE.some((kind) => error instanceof kind);
  return isMendable ? error.message : (error.stack ?? error.message);
}

/** The system's own words name the file: “ENOENT: no such file or directory, open 'x/y.png'”. */
const isAboutFile = (error: Error): boolean => 'syscall' in error && 'path' in error;

/** SQLSTATE `too_many_connections`, of the server, the database or the user. */
const TOO_MANY_CONNECTIONS = '53300';

const isForWantOfConnections = (error: Error): boolean =>
  ('code' in error && error.code === TOO_MANY_CONNECTIONS) ||
  (error.cause instanceof Error && isForWantOfConnections(error.cause));

const wordsForConnections = ({ message }: Error): string =>
  `The database allows no more connections: ${message}. ` +
  `Fix: raise the limit of its user, the database or the server; a bot opens up to ${CONNECTIONS}.`;
