import type { Language, Localized } from '../domain/language.ts';
import type { CommandSpan, TypedOption } from './text.ts';

/**
 * A slash command as the platforms need to know it. Discord registers it with its localisations;
 * Slack parses `name sub option:value …` by it; the playground offers it while one types.
 */
export interface CommandDefinition {
  /** Lower case, at most 32 characters; what handlers know it by, whatever the language shown. */
  readonly name: string;
  readonly names: Localized;
  readonly descriptions: Localized;
  /** For people who may manage the server or workspace. The handler checks again. */
  readonly manage?: boolean;
  readonly options?: readonly OptionDefinition[];
  readonly subcommands?: readonly SubcommandDefinition[];
  /**
   * Where a platform keeps names such as `/help` for itself, only these commands have a name of their
   * own; the others are typed under the bot's name there.
   */
  readonly ownName?: boolean;
}

/** A command as people see it or type it on a platform. */
export type SpellCommand = (command: CommandSpan) => string;

type Named = Pick<CommandDefinition, 'name' | 'names'>;

/** What texts need of a command to speak of it. */
export type CommandNames = Named & Pick<CommandDefinition, 'ownName'>;

/** A command, or a subcommand of it, as texts of a language speak of it. */
export function commandSpan(
  language: Language,
  command: CommandNames,
  subcommand?: Named,
): CommandSpan {
  const path = subcommand ? [command, subcommand] : [command];
  return {
    type: 'command',
    name: path.map(({ name }) => name).join(' '),
    localName: path.map(({ names }) => names[language]).join(' '),
    ownName: command.ownName === true,
  };
}

/** The same command with the options that have an example, such as `/interview set date:2026-12-24`. */
export function withExamples(
  command: CommandSpan,
  language: Language,
  options: readonly OptionDefinition[],
): CommandSpan {
  const typed = options.flatMap(({ name, names, example }): readonly TypedOption[] =>
    example ? [{ name, localName: names[language], value: example[language] }] : [],
  );
  return { ...command, options: typed };
}

/** A command with its options as one types them, its names in English or in the language of the text. */
export function spelledOut(
  { options = [], ...names }: CommandSpan,
  by: 'name' | 'localName',
): string {
  const typed = options.map((option) => `${option[by]}:${quoted(option.value)}`);
  return [names[by], ...typed].join(' ');
}

const quoted = (value: string): string => (/\s/.test(value) ? `"${value}"` : value);

/** A command in the menu of a message, on a platform that has such menus. */
export interface MessageCommandDefinition {
  /** At most 32 characters, as people see it; what handlers know it by, whatever the language shown. */
  readonly name: string;
  readonly names: Localized;
}

export interface SubcommandDefinition {
  readonly name: string;
  readonly names: Localized;
  readonly descriptions: Localized;
  readonly options?: readonly OptionDefinition[];
}

export interface OptionDefinition {
  readonly name: string;
  readonly names: Localized;
  readonly descriptions: Localized;
  readonly type: 'text' | 'member' | 'choice';
  readonly required?: boolean;
  /** A value that shows how it is meant; told to whoever leaves a required one out. */
  readonly example?: Localized;
  /** For `choice`: at most `MOST_CHOICES`. */
  readonly choices?: readonly { readonly value: string; readonly labels: Localized }[];
  /** For `text`: completed as one types, where the platform can. */
  readonly completes?: boolean;
}
