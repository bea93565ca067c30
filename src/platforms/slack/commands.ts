import type { CommandDefinition, OptionDefinition } from '../../chat/command.ts';
import type { CommandEvent } from '../../chat/event.ts';
import { LANGUAGES, type Localized } from '../../domain/language.ts';
import { unescape } from './read-text.ts';
import { splitWords, type Word } from './words.ts';

/** Slack keeps /help, /status, /remind and others for itself; what it keeps is said under this. */
export const GENERAL_COMMAND = 'whetstone';

export type ParsedCommand = Pick<CommandEvent, 'command' | 'subcommand' | 'options'>;

/**
 * Reads `/track` with `add deck:llm cron:"0 9 * * *"`. Names may be in any language we speak. What is
 * not known is passed on as it was typed, so that the command's own words say what is wrong.
 */
export function parseCommand(
  definitions: readonly CommandDefinition[],
  slashCommand: string,
  text: string,
): ParsedCommand {
  const name = slashCommand.replace(/^\//, '');
  const words = splitWords(text);
  if (name !== GENERAL_COMMAND) return parseWords(definitions, name, words);
  const [first, ...rest] = words;
  return first === undefined
    ? { command: 'help', options: {} }
    : parseWords(definitions, typed(first), rest);
}

function parseWords(
  definitions: readonly CommandDefinition[],
  name: string,
  words: readonly Word[],
): ParsedCommand {
  const definition = definitions.find((each) => isNamed(each, name));
  const command = definition?.name ?? name;
  if (!definition?.subcommands) {
    return { command, options: readOptions(definition?.options ?? [], words) };
  }
  const [first, ...rest] = words;
  if (first === undefined) return { command, options: {} };
  const sub = definition.subcommands.find((each) => isNamed(each, typed(first)));
  const subcommand = sub?.name ?? typed(first);
  return { command, subcommand, options: readOptions(sub?.options ?? [], rest) };
}

/**
 * Words with a key go to the option of that name. Words without one go to the choice they name, and
 * what is left of them, together, to the first option not yet given.
 */
function readOptions(
  definitions: readonly OptionDefinition[],
  words: readonly Word[],
): Record<string, string> {
  const options: Record<string, string> = {};
  for (const { key, value } of words) {
    if (key === undefined) continue;
    const definition = definitions.find((each) => isNamed(each, key));
    options[definition?.name ?? key] = readValue(definition, value);
  }
  const loose = words.filter(({ key }) => key === undefined).map(({ value }) => value);
  const left = loose.filter((word) => !takeChoice(definitions, options, word));
  const first = definitions.find((each) => options[each.name] === undefined);
  if (first && left.length > 0) options[first.name] = readValue(first, left.join(' '));
  return options;
}

function takeChoice(
  definitions: readonly OptionDefinition[],
  options: Record<string, string>,
  word: string,
): boolean {
  for (const definition of definitions) {
    const choice = choiceNamed(definition, word);
    if (choice === undefined || options[definition.name] !== undefined) continue;
    options[definition.name] = choice;
    return true;
  }
  return false;
}

function readValue(definition: OptionDefinition | undefined, value: string): string {
  if (definition?.type === 'member')
    return /^<@([A-Z0-9]+)(?:\|[^>]*)?>$/.exec(value)?.[1] ?? unescape(value);
  return (definition && choiceNamed(definition, value)) ?? unescape(value);
}

function choiceNamed(definition: OptionDefinition, word: string): string | undefined {
  const same = (name: string): boolean => name.toLowerCase() === word.toLowerCase();
  return definition.choices?.find(({ value, labels }) => same(value) || anyOf(labels, same))?.value;
}

function isNamed(definition: { name: string; names: Localized }, word: string): boolean {
  const same = (name: string): boolean => name.toLowerCase() === word.toLowerCase();
  return same(definition.name) || anyOf(definition.names, same);
}

const anyOf = (names: Localized, test: (name: string) => boolean): boolean =>
  LANGUAGES.some((language) => test(names[language]));

const typed = ({ key, value }: Word): string => (key === undefined ? value : `${key}:${value}`);
