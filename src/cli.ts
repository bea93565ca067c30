import { Command } from 'commander';
import { deckCommands } from './cli/deck.ts';
import { explain } from './cli/explain.ts';
import { memberCommands } from './cli/member.ts';
import { migrateCommand } from './cli/migrate.ts';
import { endQuietly } from './cli/output.ts';
import { roundCommands } from './cli/round.ts';
import { statusCommand } from './cli/status.ts';
import { trackCommands } from './cli/track.ts';

const program = new Command('npm run -s whetstone --')
  .description('The operator’s commands of Whetstone. They work while the bot runs.')
  .showHelpAfterError()
  .addCommand(migrateCommand())
  .addCommand(deckCommands())
  .addCommand(trackCommands())
  .addCommand(memberCommands())
  .addCommand(statusCommand());
for (const command of roundCommands()) program.addCommand(command);

endQuietly(process.stdout);
try {
  await program.parseAsync();
} catch (error) {
  explain(error);
  process.exitCode = 1;
}
