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
 * A word with a key begins the option of that name, and words without one go on with it, so that
 * `cron:0 9 * * *` needs no quotes. A word that names a choice is that choice. Words before any key
 * are, together, the first option not given otherwise.
 */
function readOptions(
  definitions: readonly OptionDefinition[],
  words: readonly Word[],
): Record<string, string> {
  const given = new Map<string, string[]>();
  const first: string[] = [];
  let current = first;
  for (const { key, value } of words) {
    const choice = key === undefined ? openChoice(definitions, given, value) : undefined;
    if (choice !== undefined) given.set(choice, [value]);
    else {
      if (key !== undefined) given.set(optionNamed(definitions, key), (current = []));
      if (value !== '') current.push(value);
    }
  }
  const free = definitions.find(({ name }) => !given.has(name));
  if (free && first.length > 0) given.set(free.name, first);
  return Object.fromEntries(
    [...given].map(([name, parts]) => [name, readValue(definitions, name, parts.join(' '))]),
  );
}

/** The option, not given yet, that has a choice of this name. */
function openChoice(
  definitions: readonly OptionDefinition[],
  given: ReadonlyMap<string, unknown>,
  word: string,
): string | undefined {
  return definitions.find((each) => !given.has(each.name) && choiceNamed(each, word) !== undefined)
    ?.name;
}

function optionNamed(definitions: readonly OptionDefinition[], key: string): string {
  return definitions.find((each) => isNamed(each, key))?.name ?? key;
}

function readValue(definitions: readonly OptionDefinition[], name: string, value: string): string {
  const definition = definitions.find((each) => each.name === name);
  const mentioned = /^<@([A-Z0-9]+)(?:\|[^>]*)?>$/.exec(value)?.[1];
  if (definition?.type === 'member' && mentioned !== undefined) return mentioned;
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
