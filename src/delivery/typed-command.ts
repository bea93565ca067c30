import { type CommandDefinition, commandSpan } from '../chat/command.ts';
import type { Platform } from '../chat/platform.ts';
import type { Language } from '../domain/language.ts';

/** A command as its reader types it, by its English names: `typed('track add')`. */
export type TypedCommand = (path: string) => string;

/** The commands as a platform shows them to readers of a language. */
export function typedOn(
  { spellCommand }: Pick<Platform, 'spellCommand'>,
  commands: readonly CommandDefinition[],
  language: Language,
): TypedCommand {
  return (path) => {
    const [name = '', subName] = path.split(' ');
    const command = withName(commands, name);
    const subcommand = subName === undefined ? undefined : withName(command.subcommands, subName);
    return spellCommand(commandSpan(language, command, subcommand));
  };
}

/** @throws {TypeError} where nothing has the name: a path is written in the code, so it is a slip there */
function withName<T extends { readonly name: string }>(all: readonly T[] = [], name: string): T {
  const found = all.find((each) => each.name === name);
  if (!found) throw new TypeError(`no command has the name ${name}`);
  return found;
}
