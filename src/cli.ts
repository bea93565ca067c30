import { Command } from 'commander';
import packageJson from '../package.json' with { type: 'json' };
import { backupCommand, moveCommand, restoreCommand } from './cli/backup.ts';
import { doctorCommand } from './cli/doctor.ts';
import { explain } from './cli/explain.ts';
import { migrateCommand } from './cli/migrate.ts';
import { operator } from './cli/operator.ts';
import { FEATURES } from './features/index.ts';
import { endQuietly } from './features/shared/cli/output.ts';

const program = new Command('npm run -s whetstone --')
  .description('The operator’s commands of Whetstone. They work while the bot runs.')
  .version(packageJson.version)
  .showHelpAfterError()
  .addCommand(doctorCommand())
  .addCommand(migrateCommand())
  .addCommand(backupCommand())
  .addCommand(restoreCommand())
  .addCommand(moveCommand());
for (const command of groupsFirst(await featureCommands())) program.addCommand(command);

endQuietly(process.stdout);
try {
  await program.parseAsync();
} catch (error) {
  explain(error);
  process.exitCode = 1;
}

/** What every feature gives the operator, in the order of the features. */
async function featureCommands(): Promise<readonly Command[]> {
  const made = await Promise.all(
    FEATURES.map(async ({ cli }) => (await cli?.())?.(operator) ?? []),
  );
  return made.flat();
}

/** Commands that have commands of their own are read first in the help. */
function groupsFirst(commands: readonly Command[]): readonly Command[] {
  const isGroup = ({ commands: own }: Command): boolean => own.length > 0;
  return [...commands.filter(isGroup), ...commands.filter((one) => !isGroup(one))];
}
