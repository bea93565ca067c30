import { isDeepStrictEqual } from 'node:util';
import {
  type APIApplicationCommand,
  type APIApplicationCommandBasicOption,
  type APIApplicationCommandOption,
  type APIApplicationCommandSubcommandOption,
  ApplicationCommandOptionType,
  ApplicationCommandType,
  ApplicationIntegrationType,
  InteractionContextType,
  Locale,
  PermissionFlagsBits,
  type RESTPostAPIChatInputApplicationCommandsJSONBody,
  type RESTPostAPIContextMenuApplicationCommandsJSONBody,
  Routes,
} from 'discord-api-types/v10';
import type {
  CommandDefinition,
  MessageCommandDefinition,
  OptionDefinition,
  SubcommandDefinition,
} from '../../chat/command.ts';
import type { Localized } from '../../domain/language.ts';
import type { Api } from './api.ts';

/** Discord's specification wants the permissions as a number, and answers them as a string. */
type Wanted<Body> = Omit<Body, 'default_member_permissions'> & {
  readonly default_member_permissions: number | null;
};

type Command =
  | Wanted<RESTPostAPIChatInputApplicationCommandsJSONBody>
  | Wanted<RESTPostAPIContextMenuApplicationCommandsJSONBody>;

/** What is typed, and what stands in the menu of messages. */
export interface Definitions {
  readonly commands: readonly CommandDefinition[];
  readonly messageCommands: readonly MessageCommandDefinition[];
}

/**
 * Makes exactly these commands known to Discord, in every server. Nothing is sent where they are
 * known already: an overwrite takes up to an hour to reach everyone and counts against a limit.
 */
export async function registerCommands(
  api: Api,
  application: string,
  { commands, messageCommands }: Definitions,
): Promise<'registered' | 'unchanged'> {
  const route = Routes.applicationCommands(application);
  const wanted = [...commands.map(toCommand), ...messageCommands.map(toMessageCommand)];
  const known = await api.request<APIApplicationCommand[]>('GET', route, {
    query: { with_localizations: 'true' },
  });
  if (isDeepStrictEqual(comparable(known), comparable(wanted))) return 'unchanged';
  await api.request('PUT', route, { body: wanted });
  return 'registered';
}

const MANAGE = Number(PermissionFlagsBits.ManageGuild);

const inServers = {
  contexts: [InteractionContextType.Guild],
  integration_types: [ApplicationIntegrationType.GuildInstall],
};

function toMessageCommand({ name, names }: MessageCommandDefinition): Command {
  return {
    type: ApplicationCommandType.Message,
    name,
    name_localizations: localizations(names, name),
    ...inServers,
    default_member_permissions: null,
  };
}

function toCommand(definition: CommandDefinition): Command {
  return {
    type: ApplicationCommandType.ChatInput,
    ...named(definition),
    ...inServers,
    default_member_permissions: definition.manage ? MANAGE : null,
    options: definition.subcommands?.map(toSubcommand) ?? toOptions(definition.options),
  };
}

function toSubcommand(definition: SubcommandDefinition): APIApplicationCommandSubcommandOption {
  return {
    type: ApplicationCommandOptionType.Subcommand,
    ...named(definition),
    options: toOptions(definition.options),
  };
}

/** Discord wants the required options first. */
function toOptions(
  definitions: readonly OptionDefinition[] = [],
): APIApplicationCommandBasicOption[] {
  return definitions
    .map(toOption)
    .toSorted((a, b) => Number(b.required ?? false) - Number(a.required ?? false));
}

function toOption(definition: OptionDefinition): APIApplicationCommandBasicOption {
  const base = { ...named(definition), required: definition.required ?? false };
  switch (definition.type) {
    case 'member':
      return { ...base, type: ApplicationCommandOptionType.User };
    case 'choice':
      return {
        ...base,
        type: ApplicationCommandOptionType.String,
        choices: (definition.choices ?? []).map(({ value, labels }) => ({
          name: labels.en,
          name_localizations: { [Locale.Russian]: labels.ru },
          value,
        })),
      };
    case 'text':
      return {
        ...base,
        type: ApplicationCommandOptionType.String,
        autocomplete: definition.completes ?? false,
      };
  }
}

interface Named {
  readonly name: string;
  readonly names: Localized;
  readonly descriptions: Localized;
}

function named({ name, names, descriptions }: Named) {
  return {
    name,
    name_localizations: localizations(names, name),
    description: descriptions.en,
    description_localizations: localizations(descriptions, descriptions.en),
  };
}

/** Only what differs from the text shown where no localisation fits. */
function localizations(texts: Localized, fallback: string): Partial<Record<Locale, string>> {
  const all = {
    [Locale.EnglishUS]: texts.en,
    [Locale.EnglishGB]: texts.en,
    [Locale.Russian]: texts.ru,
  };
  return Object.fromEntries(Object.entries(all).filter(([, text]) => text !== fallback));
}

/** Commands without what Discord adds of its own, its defaults filled in, in one order. */
function comparable(commands: readonly (APIApplicationCommand | Command)[]): unknown {
  return commands
    .map((each) => ({
      ...comparableBase(each),
      permissions: Number(each.default_member_permissions ?? 0),
      contexts: each.contexts ?? null,
      installs: each.integration_types ?? null,
    }))
    .toSorted((a, b) => (a.name < b.name ? -1 : 1));
}

interface Describable {
  readonly type?: number | undefined;
  readonly name: string;
  readonly description?: string | undefined;
  readonly name_localizations?: object | null | undefined;
  readonly description_localizations?: object | null | undefined;
  readonly options?: readonly APIApplicationCommandOption[] | undefined;
}

function comparableBase(each: Describable) {
  return {
    type: each.type,
    name: each.name,
    // A message's command has none, which Discord tells as an empty one.
    description: each.description ?? '',
    names: { ...each.name_localizations },
    descriptions: { ...each.description_localizations },
    options: (each.options ?? []).map(comparableOption) as unknown,
  };
}

function comparableOption(option: APIApplicationCommandOption): unknown {
  return {
    ...comparableBase(option),
    required: option.required ?? false,
    autocomplete: 'autocomplete' in option ? (option.autocomplete ?? false) : false,
    choices: 'choices' in option ? (option.choices ?? []) : [],
  };
}
