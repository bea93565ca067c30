import {
  type APIApplicationCommandAutocompleteInteraction,
  type APIApplicationCommandInteraction,
  type APIApplicationCommandInteractionDataOption,
  ApplicationCommandOptionType,
  ApplicationCommandType,
  type InteractionType,
} from 'discord.js';
import type { Asker, CommandEvent, CompletionEvent } from '../../chat/event.ts';

/** Undefined for a menu's command: the bot has none. */
export function parseCommand(
  { data }: APIApplicationCommandInteraction,
  asker: Asker,
): CommandEvent | undefined {
  return data.type === ApplicationCommandType.ChatInput ? commandEvent(data, asker) : undefined;
}

/** What someone has typed of an option so far. */
export function parseCompletion(
  { data }: APIApplicationCommandAutocompleteInteraction,
  asker: Asker,
): CompletionEvent | undefined {
  const focused = leaves(data.options).find((each) => 'focused' in each && each.focused);
  if (focused === undefined || !('value' in focused)) return undefined;
  return { ...commandEvent(data, asker), option: focused.name, partial: String(focused.value) };
}

type CommandData = {
  readonly name: string;
  readonly options?: readonly APIApplicationCommandInteractionDataOption<InteractionType>[];
};
type DataOption = NonNullable<CommandData['options']>[number];

function commandEvent({ name, options }: CommandData, asker: Asker): CommandEvent {
  const sub = options?.find((each) => each.type === ApplicationCommandOptionType.Subcommand);
  const given = leaves(options).flatMap((each) =>
    'value' in each ? [[each.name, String(each.value)] as const] : [],
  );
  return {
    asker,
    command: name,
    ...(sub && { subcommand: sub.name }),
    options: Object.fromEntries(given),
  };
}

function leaves(options: readonly DataOption[] = []): readonly DataOption[] {
  return options.flatMap((each) => ('options' in each ? leaves(each.options) : [each]));
}
