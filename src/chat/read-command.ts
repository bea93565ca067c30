import { LANGUAGES, type Localized } from '../domain/language.ts';
import type { CommandDefinition, OptionDefinition } from './command.ts';
import type { Word } from './command-words.ts';
import type { CommandEvent } from './event.ts';

export type ReadCommand = Pick<CommandEvent, 'command' | 'subcommand' | 'options'>;

/** What a platform's own way of writing a value means, such as a mention of a member. */
export type ReadValue = (value: string, type: OptionDefinition['type'] | undefined) => string;

/**
 * Reads the typed words after a command's name, for platforms that leave it to us:
 * `add deck:llm cron:"0 9 * * *"`. Names may be in any language we speak. What is not known is passed
 * on as it was typed, so that the command's own words say what is wrong.
 */
export function readCommand(
  definitions: readonly CommandDefinition[],
  name: string,
  words: readonly Word[],
  readValue: ReadValue,
): ReadCommand {
  const definition = definitions.find((each) => isNamed(each, name));
  const command = definition?.name ?? name;
  const optionsOf = (options: readonly OptionDefinition[] = [], rest: readonly Word[]) =>
    readOptions(options, rest, readValue);
  if (!definition?.subcommands) return { command, options: optionsOf(definition?.options, words) };
  const [first, ...rest] = words;
  if (first === undefined) return { command, options: {} };
  const sub = definition.subcommands.find((each) => isNamed(each, asTyped(first)));
  const subcommand = sub?.name ?? asTyped(first);
  return { command, subcommand, options: optionsOf(sub?.options, rest) };
}

/** Whether a word names it, in any language and any case. */
export function isNamed(
  { name, names }: { readonly name: string; readonly names: Localized },
  word: string,
): boolean {
  return isSame(name, word) || isAnyOf(names, word);
}

/** A word as it was typed, but for quotes. */
export const asTyped = ({ key, value }: Word): string =>
  key === undefined ? value : `${key}:${value}`;

/**
 * A word with a key begins the option of that name, and words without one go on with it, so that
 * `cron:0 9 * * *` needs no quotes. A word that names a choice is that choice. Words before any key
 * are, together, the first option not given otherwise.
 */
function readOptions(
  definitions: readonly OptionDefinition[],
  words: readonly Word[],
  readValue: ReadValue,
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
  const valueOf = (name: string, parts: readonly string[]): string => {
    const definition = definitions.find((each) => each.name === name);
    const value = parts.join(' ');
    return (definition && choiceNamed(definition, value)) ?? readValue(value, definition?.type);
  };
  return Object.fromEntries([...given].map(([name, parts]) => [name, valueOf(name, parts)]));
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

function choiceNamed(definition: OptionDefinition, word: string): string | undefined {
  return definition.choices?.find(
    ({ value, labels }) => isSame(value, word) || isAnyOf(labels, word),
  )?.value;
}

const isAnyOf = (labels: Localized, word: string): boolean =>
  LANGUAGES.some((language) => isSame(labels[language], word));

const isSame = (name: string, word: string): boolean => name.toLowerCase() === word.toLowerCase();
