import { ApplicationCommandOptionType, ApplicationCommandType } from 'discord-api-types/v10';
import { type SpellCommand, spelledOut } from '../../chat/command.ts';
import type { Caller, CommandEvent, CompletionEvent } from '../../chat/event.ts';
import { COMMAND, type CommandData, type CommandOption } from './payloads.ts';

/** The picker shows a command's names in the reader's language. */
export const spellCommand: SpellCommand = (command) => `/${spelledOut(command, 'localName')}`;

/** Undefined for a menu's command, which is not typed. */
export function parseCommand(data: unknown, caller: Caller): CommandEvent | undefined {
  const command = typedCommand(data);
  return command && commandEvent(command, caller);
}

/** What someone has typed of an option so far. */
export function parseCompletion(data: unknown, caller: Caller): CompletionEvent | undefined {
  const command = typedCommand(data);
  const focused = leaves(command?.options).find((each) => each.focused);
  if (command === undefined || focused?.value === undefined) return undefined;
  const { name, value } = focused;
  return { ...commandEvent(command, caller), option: name, partial: String(value) };
}

function typedCommand(data: unknown): CommandData | undefined {
  const command = COMMAND.safeParse(data).data;
  return command?.type === ApplicationCommandType.ChatInput.valueOf() ? command : undefined;
}

function commandEvent({ name, options }: CommandData, caller: Caller): CommandEvent {
  const isSub = ({ type }: CommandOption) =>
    type === ApplicationCommandOptionType.Subcommand.valueOf();
  const sub = options?.find(isSub);
  const given = leaves(options).flatMap((each) =>
    each.value === undefined ? [] : [[each.name, String(each.value)] as const],
  );
  return {
    caller,
    command: name,
    ...(sub && { subcommand: sub.name }),
    options: Object.fromEntries(given),
  };
}

function leaves(options: readonly CommandOption[] = []): readonly CommandOption[] {
  return options.flatMap((each) => (each.options ? leaves(each.options) : [each]));
}
