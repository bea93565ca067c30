import { Command } from 'commander';
import { migrateDown, migrateToLatest } from '../db/migrate.ts';
import { asOperator } from './operator.ts';
import { print } from './output.ts';

/** `migrate`: the bot does it at start; this is for doing it ahead, or for going back. */
export function migrateCommand(): Command {
  return new Command('migrate')
    .description('bring the database to the newest schema')
    .option('--down', 'take the newest migration back')
    .action(async ({ down }: { down?: true }) => {
      await asOperator(async ({ databaseUrl }) => {
        const done = await (down ? migrateDown : migrateToLatest)(databaseUrl);
        print(done.length > 0 ? `migrated: ${done.join(', ')}` : 'nothing to migrate');
      });
    });
}
