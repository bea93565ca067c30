import { constants, createReadStream } from 'node:fs';
import { access, stat } from 'node:fs/promises';
import type { Readable } from 'node:stream';
import { Command } from 'commander';
import { moveDatabase, restoreDatabase } from '../app/move-database.ts';
import { databaseUrlAdvice, readDatabaseUrl } from '../config/database-url.ts';
import { BackupError } from '../db/backup/error.ts';
import type { RowCounts } from '../db/backup/format.ts';
import type { Restored } from '../db/backup/restore-backup.ts';
import { writeBackup } from '../db/backup/write-backup.ts';
import { connect } from '../db/connect.ts';
import { isBotRunning } from '../db/running-bots.ts';
import { OperatorError, table } from '../features/shared/cli/output.ts';
import type { Output } from '../features/shared/cli/terminal.ts';
import { compareStandings } from '../features/standings/compare-standings.ts';
import { WAITING_JOBS } from '../jobs/waiting-jobs.ts';
import { reachDatabase } from '../postgres/reach.ts';
import { writeNewFile } from './backup-file.ts';
import { onDatabase, onStored } from './on-database.ts';
import type { Session } from './session.ts';

/** How many of the standings that differ are named. */
const SHOWN = 10;

type Print = Output['print'];

/** `backup FILE`: all that is stored, while the bot runs. */
export function backupCommand(session: Session, { print }: Pick<Output, 'print'>): Command {
  return new Command('backup')
    .description('write all that is stored to a file; the bot may run meanwhile')
    .argument('<file>', 'a file that does not exist yet')
    .action(async (file: string) => {
      const { written, madeFolder } = await onStored(session, (url) =>
        writeNewFile(file, (out) => writeBackup(url, out, [WAITING_JOBS])),
      );
      // A path that is mistyped, or whose disk is not mounted, shows by that.
      const made = madeFolder === undefined ? '' : ` in the new folder ${madeFolder}`;
      print(`${tableOf(written)}\nwritten to ${file}${made}`);
    });
}

/** `restore FILE`: into an empty database. */
export function restoreCommand(session: Session, { print }: Pick<Output, 'print'>): Command {
  return new Command('restore')
    .description('store a backup in an empty database, all of it or nothing; stop the bot first')
    .argument('<file>', 'a file that "backup" has written')
    .action(async (file: string) => {
      await requireFile(file);
      await onDatabase(session, (url) => restore(url, createReadStream(file), print)).catch(
        advise(
          'If this repeats a restore that was interrupted, that one had stored everything: start the bot. ' +
            'Otherwise name an empty one in DATABASE_URL, or another folder in WHETSTONE_HOME.',
        ),
      );
    });
}

/** It is not opened for this, since a pipe can be opened but once. */
async function requireFile(file: string): Promise<void> {
  const found = await stat(file).catch((cause: unknown) => {
    throw unreadable(file, cause);
  });
  if (found.isDirectory()) {
    throw new OperatorError(`${file} is a folder. Name the file in it that "backup" has written.`);
  }
  await access(file, constants.R_OK).catch((cause: unknown) => {
    throw unreadable(file, cause);
  });
}

/** The system's own words, “ENOENT: …”, do not say what to do. */
function unreadable(file: string, cause: unknown): unknown {
  switch ((cause as NodeJS.ErrnoException).code) {
    case 'ENOENT':
    case 'ENOTDIR':
      return new OperatorError(
        `There is no file ${file}. Name the one that "backup" has written.`,
        { cause },
      );
    case 'EACCES':
      return new OperatorError(
        `${file} may not be read by this user. Run the command as whoever owns it, or let this user read it.`,
        { cause },
      );
    default:
      return cause;
  }
}

/** `move --to DATABASE_URL`: a backup and its restore in one, without a file. */
export function moveCommand(session: Session, { print }: Pick<Output, 'print'>): Command {
  return new Command('move')
    .description('copy all that is stored to an empty database; stop the bot first')
    .requiredOption('--to <DATABASE_URL>', 'the address of the other database')
    .action(async ({ to: written }: { readonly to: string }) => {
      const to = addressOf(written);
      await reachDatabase(to, '--to');
      await onStored(session, (url) => move(url, to, print)).catch(
        advise(
          'If this repeats a move that was interrupted, that one had stored everything: put this address into ' +
            'DATABASE_URL, and start the bot. Otherwise name an empty database with --to.',
        ),
      );
      print('Now put its address into DATABASE_URL, and start the bot.');
    });
}

/** Says what to do where the database that is to be filled is not empty. */
const advise =
  (advice: string) =>
  (error: unknown): never => {
    const isTaken = error instanceof BackupError && error.code === 'database-not-empty';
    throw isTaken ? new OperatorError(`${error.message} ${advice}`, { cause: error }) : error;
  };

/** @throws {OperatorError} where it is none; its password is not in the words */
function addressOf(written: string): string {
  const read = readDatabaseUrl(written);
  if (read.ok) return read.url;
  throw new OperatorError(`--to ${databaseUrlAdvice(read.fault)}`);
}

async function move(from: string, to: string, print: Print): Promise<void> {
  await requireNoBot(from, 'this database');
  await requireNoBot(to, 'the database of --to');
  await tell(to, await moveDatabase(from, to), print);
}

/** Stores a backup, and holds what stands there against the log of rounds and answers. */
async function restore(url: string, file: Readable, print: Print): Promise<void> {
  await requireNoBot(url, 'this database');
  await tell(url, await restoreDatabase(url, file), print);
}

async function tell(url: string, restored: Restored, print: Print): Promise<void> {
  const { rows, madeAt, migrated } = restored;
  print(`restored what was backed up at ${madeAt}:\n${tableOf(rows)}`);
  if (migrated.length > 0) print(`migrated: ${migrated.join(', ')}`);
  print(await proveStandings(url));
}

async function requireNoBot(url: string, named: string): Promise<void> {
  if (!(await isBotRunning(url))) return;
  throw new OperatorError(`A bot runs on ${named}. Stop it first. Nothing was stored.`);
}

/** @throws {OperatorError} where stored standings are not what the log comes to */
async function proveStandings(url: string): Promise<string> {
  const { db, close } = connect(url, { onError: () => undefined, max: 1 });
  const { stored, differing } = await compareStandings(db).finally(close);
  if (differing.length === 0) return `counted anew: ${stored} of ${stored} streaks agree`;
  const some = differing
    .slice(0, SHOWN)
    .map((one) => `member ${one.memberId} in track ${one.trackId}`);
  throw new OperatorError(
    `Everything is stored, but ${differing.length} of ${stored} streaks are not what the log of answers ` +
      `comes to: ${some.join(', ')}. They were so when the backup was made, or an older version counted ` +
      'otherwise; the next answer or round counts each anew.',
  );
}

function tableOf(rows: RowCounts): string {
  const filled = Object.entries(rows).filter(([, count]) => count > 0);
  return table(
    ['TABLE', 'ROWS'],
    filled.map(([name, count]) => [name, String(count)]),
  );
}
