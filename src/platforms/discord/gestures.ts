import {
  type APIApplicationCommandInteraction,
  type APIApplicationCommandAutocompleteInteraction,
  type APIInteraction,
  type APIMessageComponentInteraction,
  type APIModalSubmitInteraction,
  ChannelType,
  ComponentType,
  InteractionType,
  SnowflakeUtil,
} from 'discord.js';
import type {
  Asker,
  ButtonEvent,
  CommandEvent,
  CompletionEvent,
  FormEvent,
} from '../../chat/event.ts';
import type { Place } from '../../chat/place.ts';
import { languageOfLocale } from '../../domain/language.ts';
import { actionOf } from './buttons.ts';
import { parseCommand, parseCompletion } from './commands.ts';
import { submittedValues } from './form.ts';
import { mayManage } from './permissions.ts';

/** What someone did, in neutral words. */
export type Gesture =
  | { readonly type: 'command'; readonly event: CommandEvent }
  | { readonly type: 'button'; readonly event: ButtonEvent }
  | { readonly type: 'form'; readonly event: FormEvent }
  | { readonly type: 'completion'; readonly event: CompletionEvent };

/** Undefined for what the bot never offers: direct messages, menus, context commands. */
export function toGesture(interaction: APIInteraction): Gesture | undefined {
  const place = placeOf(interaction);
  const asker = place && toAsker(interaction, place);
  if (!asker) return undefined;
  switch (interaction.type) {
    case InteractionType.ApplicationCommand:
      return command(interaction, asker);
    case InteractionType.ApplicationCommandAutocomplete:
      return completion(interaction, asker);
    case InteractionType.MessageComponent:
      return button(interaction, asker, place);
    case InteractionType.ModalSubmit:
      return form(interaction, asker);
    case InteractionType.Ping:
      return undefined;
  }
}

const THREADS: readonly ChannelType[] = [
  ChannelType.PublicThread,
  ChannelType.PrivateThread,
  ChannelType.AnnouncementThread,
];

/** A gesture in a thread belongs to the channel above it. */
function placeOf({ guild_id, channel }: APIInteraction): Place | undefined {
  if (guild_id === undefined || channel === undefined) return undefined;
  const parent = 'parent_id' in channel ? channel.parent_id : undefined;
  return THREADS.includes(channel.type) && parent
    ? { workspace: guild_id, channel: parent, thread: channel.id }
    : { workspace: guild_id, channel: channel.id };
}

function toAsker(interaction: APIInteraction, { workspace, channel }: Place): Asker | undefined {
  const { member } = interaction;
  if (member === undefined) return undefined;
  const locale = 'locale' in interaction ? interaction.locale : undefined;
  const language = languageOfLocale(locale);
  const { id, global_name, username } = member.user;
  return {
    platform: 'discord',
    workspace,
    channel,
    member: { id, name: member.nick ?? global_name ?? username, ...(language && { language }) },
    mayManage: mayManage(member.permissions),
  };
}

function command(interaction: APIApplicationCommandInteraction, asker: Asker): Gesture | undefined {
  const event = parseCommand(interaction, asker);
  return event && { type: 'command', event };
}

function completion(
  interaction: APIApplicationCommandAutocompleteInteraction,
  asker: Asker,
): Gesture | undefined {
  const event = parseCompletion(interaction, asker);
  return event && { type: 'completion', event };
}

function button(
  { data, message }: APIMessageComponentInteraction,
  asker: Asker,
  place: Place,
): Gesture | undefined {
  if (data.component_type !== ComponentType.Button) return undefined;
  const event = { asker, action: actionOf(data.custom_id), on: { ...place, message: message.id } };
  return { type: 'button', event };
}

/** The id of an interaction is unique to it and tells when Discord received it. */
function form({ id, data }: APIModalSubmitInteraction, asker: Asker): Gesture {
  const event = {
    asker,
    action: actionOf(data.custom_id),
    values: submittedValues(data),
    submission: id,
    at: new Date(SnowflakeUtil.timestampFrom(id)),
  };
  return { type: 'form', event };
}
