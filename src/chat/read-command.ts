import { LANGUAGES, type Localized } from '../domain/language.ts';
import type { CommandDefinition, OptionDefinition } from './command.ts';
import type { Word } from './command-words.ts';
import type { CommandEvent } from './event.ts';

export type ReadCommand = Pick<CommandEvent, 'command' | 'subcommand' | 'options'>;

/** What a platform's own way of writing a value means, such as a mention of a member. */
export type ReadValue = (value: string, type: OptionDefinition['type'] | undefined) => string;

/** A command as it was typed: its name and the words after it. */
export interface WrittenCommand {
  readonly name: string;
  readonly words: readonly Word[];
}

/**
 * Reads the typed words after a command's name, for platforms that leave it to us:
 * `add deck:llm cron:"0 9 * * *"`. Names may be in any language we speak. What is not known is passed
 * on as it was typed, so that the command's own words say what is wrong.
 */
export function readCommand(
  definitions: readonly CommandDefinition[],
  { name, words }: WrittenCommand,
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
 * `cron:0 9 * * *` needs no quotes. Words that name a choice, such as `all time`, are that choice.
 * Words before any key are, together, the first option not given otherwise.
 */
function readOptions(
  definitions: readonly OptionDefinition[],
  words: readonly Word[],
  readValue: ReadValue,
): Record<string, string> {
  const given = new Map<string, string[]>();
  const first: string[] = [];
  let current = first;
  for (const { key, value } of joinChoices(definitions, words)) {
    const choice = key === undefined ? openChoice(definitions, given, value) : undefined;
    if (choice !== undefined) given.set(choice, [value]);
    else {
      if (key !== undefined) given.set(optionNamed(definitions, key), (current = []));
      if (value !== '') current.push(value);
      // A choice that was named is complete: what follows is not part of it.
      if (key !== undefined && isChoiceOf(definitions, key, value)) current = first;
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

/** Words that name a choice together become one word: the most of them, so `all time` is not `all`. */
function joinChoices(
  definitions: readonly OptionDefinition[],
  words: readonly Word[],
): readonly Word[] {
  const joined: Word[] = [];
  for (let index = 0; index < words.length;) {
    const { word, length } = choiceAt(definitions, words.slice(index));
    joined.push(word);
    index += length;
  }
  return joined;
}

/** No name of a choice has more words than this. */
const MOST_WORDS = 4;

function choiceAt(
  definitions: readonly OptionDefinition[],
  [first = { value: '' }, ...others]: readonly Word[],
): { readonly word: Word; readonly length: number } {
  const keyed = others.findIndex(({ key }) => key !== undefined);
  const free = others.slice(0, Math.min(keyed === -1 ? others.length : keyed, MOST_WORDS - 1));
  for (let count = free.length; count > 0; count--) {
    const parts = [first, ...free.slice(0, count)].map(({ value }) => value);
    const value = parts.join(' ').trim();
    const isChoice = definitions.some((each) => choiceNamed(each, value) !== undefined);
    if (isChoice) return { word: { ...first, value }, length: 1 + count };
  }
  return { word: first, length: 1 };
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

function isChoiceOf(definitions: readonly OptionDefinition[], key: string, value: string): boolean {
  const definition = definitions.find((each) => isNamed(each, key));
  return definition !== undefined && choiceNamed(definition, value) !== undefined;
}

function choiceNamed(definition: OptionDefinition, word: string): string | undefined {
  return definition.choices?.find(
    ({ value, labels }) => isSame(value, word) || isAnyOf(labels, word),
  )?.value;
}

const isAnyOf = (labels: Localized, word: string): boolean =>
  LANGUAGES.some((language) => isSame(labels[language], word));

const isSame = (name: string, word: string): boolean => folded(name) === folded(word);

/** Russian is mostly typed without ё. */
const folded = (word: string): string => word.toLowerCase().replaceAll('ё', 'е');
