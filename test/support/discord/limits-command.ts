import type { Checks } from '../../../src/platforms/discord/message-rules.ts';
import type { CommandBody, CommandOptionBody } from './bodies.ts';

/** The pattern and the letter case of names in every language, by Discord's naming rules. */
const NAME = /^[-_'\p{L}\p{N}]{1,32}$/u;

const isName = (name: string): boolean => NAME.test(name) && name === name.toLowerCase();

/** A command in the menu of messages, whose name may hold spaces and capitals. */
const MESSAGE = 3;

const [SUBCOMMAND, SUBCOMMAND_GROUP] = [1, 2];

export function checkCommands(check: Checks, commands: readonly CommandBody[]): void {
  check.count(commands, 'commands', 100);
  check.unique(
    commands.map(({ name }) => name),
    'commands',
  );
  for (const [i, command] of commands.entries()) {
    if (command.type === MESSAGE) {
      check.length(command.name, `${i}.name`, { min: 1, max: 32 });
      check.that(!command.description, `${i}.description`, 'A menu command has no description.');
      continue;
    }
    checkNamed(check, command, String(i));
    checkOptions(check, command.options ?? [], `${i}.options`);
    check.that(size(command) <= 8_000, String(i), 'Command exceeds maximum size of 8000.');
  }
}

function checkNamed(check: Checks, command: CommandBody, at: string): void {
  const { name, description, name_localizations: names, description_localizations: all } = command;
  for (const each of [name, ...Object.values(names ?? {})]) {
    check.that(isName(each), `${at}.name`, `Not a command name: ${each}`);
  }
  for (const each of [description, ...Object.values(all ?? {})]) {
    check.length(each, `${at}.description`, { min: 1, max: 100 });
  }
}

function checkOptions(check: Checks, options: readonly CommandOptionBody[], at: string): void {
  check.count(options, at, 25);
  check.unique(
    options.map(({ name }) => name),
    at,
  );
  const required = options.map((option) => option.required ?? false);
  check.that(!required.join().includes('false,true'), at, 'Required options come first.');
  const isSub = ({ type }: CommandOptionBody) => type === SUBCOMMAND || type === SUBCOMMAND_GROUP;
  const mixed = options.some(isSub) && !options.every(isSub);
  check.that(!mixed, at, 'Subcommands and options do not mix.');
  for (const [i, option] of options.entries()) checkOption(check, option, `${at}.${i}`);
}

function checkOption(check: Checks, option: CommandOptionBody, at: string): void {
  checkNamed(check, option, at);
  checkOptions(check, option.options ?? [], `${at}.options`);
  check.count(option.choices, `${at}.choices`, 25);
  for (const [i, choice] of (option.choices ?? []).entries()) {
    for (const name of [choice.name, ...Object.values(choice.name_localizations ?? {})]) {
      check.length(name, `${at}.choices.${i}.name`, { min: 1, max: 100 });
    }
    check.length(choice.value, `${at}.choices.${i}.value`, 100);
  }
  const both = option.autocomplete === true && (option.choices?.length ?? 0) > 0;
  check.that(!both, at, 'Choices and autocomplete exclude each other.');
}

/** Names, descriptions and values together, with the longest of their localisations. */
function size({ name, name_localizations, description, options, ...rest }: CommandBody): number {
  const longest = (text = '', others: object = {}): number =>
    Math.max(text.length, ...Object.values(others).map((each) => String(each).length));
  const choices = 'choices' in rest ? (rest as CommandOptionBody).choices : undefined;
  return (
    longest(name, name_localizations ?? {}) +
    longest(description, rest.description_localizations ?? {}) +
    (choices ?? []).reduce((sum, { name: shown, value }) => sum + shown.length + value.length, 0) +
    (options ?? []).reduce((sum, option) => sum + size(option), 0)
  );
}
