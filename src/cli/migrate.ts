import { createInterface } from 'node:readline/promises';
import { Command } from 'commander';
import { migrateDown, migrateToLatest, newestMigration } from '../db/migrate.ts';
import { isBotRunning } from '../db/running-bots.ts';
import { OperatorError } from '../features/shared/cli/output.ts';
import type { Output, Terminal } from '../features/shared/cli/terminal.ts';
import { onDatabase, onStored } from './on-database.ts';
import type { Session } from './session.ts';

interface Options {
  readonly down?: true;
  readonly yes?: true;
}

/** `migrate`: the bot does it at start; this is for doing it ahead, or for going back. */
export function migrateCommand(session: Session, { print }: Pick<Output, 'print'>): Command {
  return new Command('migrate')
    .description('bring the database to the newest schema')
    .option('--down', 'take the newest migration back, and what it holds; stop the bot first')
    .option('--yes', 'with --down: do not ask first')
    .action(async ({ down, yes }: Options) =>
      print(await (down ? goBack(session, yes === true) : goAhead(session))),
    );
}

async function goAhead(session: Session): Promise<string> {
  const done = await onDatabase(session, migrateToLatest);
  return done.length > 0 ? `migrated: ${done.join(', ')}` : 'nothing to migrate';
}

async function goBack(session: Session, isAgreed: boolean): Promise<string> {
  const done = await onStored(session, async (url) => {
    await requireNoBot(url);
    const newest = await newestMigration(url);
    if (newest === undefined) return [];
    if (!isAgreed) await ask(session.terminal, newest);
    // A bot may have started while the question stood.
    await requireNoBot(url);
    return migrateDown(url);
  });
  return done.length > 0 ? `taken back: ${done.join(', ')}` : 'nothing to take back';
}

async function requireNoBot(url: string): Promise<void> {
  if (!(await isBotRunning(url))) return;
  throw new OperatorError(
    'A bot runs on this database, and would lose the tables it works on. Stop it first.',
  );
}

/** The question goes to standard error, so that standard output holds the result alone. */
async function ask({ stdin, stderr }: Terminal, newest: string): Promise<void> {
  const terminal = createInterface({ input: stdin, output: stderr });
  const ended = new AbortController();
  terminal.once('close', () => ended.abort());
  const question = `This takes back ${newest} and deletes what it holds for good. Type “yes” to go on: `;
  const reply = await terminal.question(question, { signal: ended.signal }).catch(() => undefined);
  terminal.close();
  if (reply?.trim().toLowerCase() === 'yes') return;
  const hint = reply === undefined ? ' Without a terminal, add --yes.' : '';
  throw new OperatorError(`Nothing was taken back.${hint}`);
}
