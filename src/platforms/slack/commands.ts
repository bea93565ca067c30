import { type CommandDefinition, type SpellCommand, spelledOut } from '../../chat/command.ts';
import { splitWords } from '../../chat/command-words.ts';
import {
  asTyped,
  isNamed,
  type ReadCommand,
  readCommand,
  type ReadValue,
} from '../../chat/read-command.ts';
import { unescape } from './read-text.ts';

/** Slack keeps /help, /status, /remind and others for itself; what it keeps is said under this. */
export const GENERAL_COMMAND = 'whetstone';

/** Names are typed letter for letter: the English ones work for everyone. */
export const spellCommand: SpellCommand = (command) => {
  const typed = spelledOut(command, 'name');
  return command.ownName ? `/${typed}` : `/${GENERAL_COMMAND} ${typed}`;
};

/** Reads `/track` with `add deck:llm cron:"0 9 * * *"`, and `/whetstone` with `help`. */
export function parseCommand(
  definitions: readonly CommandDefinition[],
  slashCommand: string,
  text: string,
): ReadCommand {
  const name = slashCommand.replace(/^\//, '');
  const words = splitWords(text);
  if (name !== GENERAL_COMMAND) return readCommand(definitions, { name, words }, readValue);
  const [first, ...rest] = words;
  if (first === undefined) return { command: 'help', options: {} };
  const typed = asTyped(first);
  return isSubcommand(definitions, typed)
    ? readCommand(definitions, { name, words }, readValue)
    : readCommand(definitions, { name: typed, words: rest }, readValue);
}

/** Whether a word after `/whetstone` is a subcommand of that command itself, such as `doctor`. */
export function isSubcommand(definitions: readonly CommandDefinition[], word: string): boolean {
  const general = definitions.find(({ name }) => name === GENERAL_COMMAND);
  return general?.subcommands?.some((each) => isNamed(each, word)) ?? false;
}

const readValue: ReadValue = (value, type) => {
  if (type !== 'member') return unescape(value);
  const [, group, label = ''] = /^<!subteam\^([A-Z0-9]+)(?:\|([^>]*))?>$/.exec(value) ?? [];
  if (group !== undefined) return `&${group} ${unescape(label)}`.trim();
  const mentioned = /^<@([A-Z0-9]+)(?:\|[^>]*)?>$/.exec(value)?.[1];
  return mentioned ?? `@${unescape(value).replace(/^@/, '')}`;
};
