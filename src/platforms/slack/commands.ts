import type { CommandDefinition, SpellCommand } from '../../chat/command.ts';
import { splitWords } from '../../chat/command-words.ts';
import { asTyped, type ReadCommand, readCommand, type ReadValue } from '../../chat/read-command.ts';
import { unescape } from './read-text.ts';

/** Slack keeps /help, /status, /remind and others for itself; what it keeps is said under this. */
export const GENERAL_COMMAND = 'whetstone';

/** Names are typed letter for letter: the English ones work for everyone. */
export const spellCommand: SpellCommand = ({ name, ownName }) =>
  ownName ? `/${name}` : `/${GENERAL_COMMAND} ${name}`;

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
  return first === undefined
    ? { command: 'help', options: {} }
    : readCommand(definitions, { name: asTyped(first), words: rest }, readValue);
}

const readValue: ReadValue = (value, type) => {
  if (type !== 'member') return unescape(value);
  const [, group, label = ''] = /^<!subteam\^([A-Z0-9]+)(?:\|([^>]*))?>$/.exec(value) ?? [];
  if (group !== undefined) return `&${group} ${unescape(label)}`.trim();
  const mentioned = /^<@([A-Z0-9]+)(?:\|[^>]*)?>$/.exec(value)?.[1];
  return mentioned ?? `@${unescape(value).replace(/^@/, '')}`;
};
