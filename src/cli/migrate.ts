import { Command } from 'commander';
import { migrateDown, migrateToLatest } from '../db/migrate.ts';
import { onDatabase } from './operator.ts';
import { print } from './output.ts';

/** `migrate`: the bot does it at start; this is for doing it ahead, or for going back. */
export function migrateCommand(): Command {
  return new Command('migrate')
    .description('bring the database to the newest schema')
    .option('--down', 'take the newest migration back, and what it holds; stop the bot first')
    .action(({ down }: { down?: true }) => (down ? goBack() : goAhead()));
}

async function goAhead(): Promise<void> {
  const done = await onDatabase(migrateToLatest);
  print(done.length > 0 ? `migrated: ${done.join(', ')}` : 'nothing to migrate');
}

async function goBack(): Promise<void> {
  const done = await onDatabase(migrateDown);
  print(done.length > 0 ? `taken back: ${done.join(', ')}` : 'nothing to take back');
}
