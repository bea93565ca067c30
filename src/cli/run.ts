import { Command, CommanderError } from 'commander';
import packageJson from '../../package.json' with { type: 'json' };
import { FEATURES } from '../features/index.ts';
import type { Operator } from '../features/shared/cli/operator.ts';
import { createOutput, type Terminal } from '../features/shared/cli/terminal.ts';
import { backupCommand, moveCommand, restoreCommand } from './backup.ts';
import { doctorCommand } from './doctor.ts';
import { explain } from './explain.ts';
import { migrateCommand } from './migrate.ts';
import { createOperator } from './operator.ts';
import { rehearseCommand } from './rehearse.ts';
import type { Session } from './session.ts';

/** Runs what an operator typed, and returns the exit status. Whatever is wrong is told on standard error. */
export async function runCommandLine(args: readonly string[], session: Session): Promise<number> {
  const output = createOutput(session.terminal);
  const { operator, close } = createOperator(session, output);
  try {
    const program = await createProgram(session, operator);
    await program.parseAsync(args, { from: 'user' });
    return output.status();
  } catch (error) {
    // Help is such an error too, and what was typed wrong has been told.
    if (error instanceof CommanderError) return error.exitCode;
    session.terminal.stderr.write(`${explain(error)}\n`);
    return 1;
  } finally {
    close();
  }
}

async function createProgram(session: Session, operator: Operator): Promise<Command> {
  const program = new Command('npm run -s whetstone --')
    .description('The operator’s commands of Whetstone. They work while the bot runs.')
    .version(packageJson.version)
    .addCommand(doctorCommand(session, operator))
    .addCommand(rehearseCommand(session, operator))
    .addCommand(migrateCommand(session, operator))
    .addCommand(backupCommand(session, operator))
    .addCommand(restoreCommand(session, operator))
    .addCommand(moveCommand(session, operator));
  for (const command of groupsFirst(await featureCommands(operator))) program.addCommand(command);
  speakOn(session.terminal, program);
  return program;
}

/** What every feature gives the operator, in the order of the features. */
async function featureCommands(operator: Operator): Promise<readonly Command[]> {
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

/** Lets commander write to the terminal, the usage alone after a mistake, and throw where it would end the process. */
function speakOn(terminal: Terminal, command: Command): void {
  const { stdout, stderr } = terminal;
  const usage = command.createHelp().commandUsage(command);
  command.exitOverride().showHelpAfterError(`Usage: ${usage}\nMore: add --help.`);
  command.configureOutput({
    writeOut: (text) => stdout.write(text),
    writeErr: (text) => stderr.write(text),
  });
  for (const own of command.commands) speakOn(terminal, own);
}
