import { DiscordSnowflake } from '@sapphire/snowflake';
import { ChannelType, ComponentType, InteractionType } from 'discord-api-types/v10';
import type {
  ButtonEvent,
  Caller,
  CommandEvent,
  CompletionEvent,
  FormEvent,
  MessageCommandEvent,
} from '../../chat/event.ts';
import type { Place } from '../../chat/place.ts';
import { languageOfLocale } from '../../domain/language.ts';
import { addresseeOf } from './addressee.ts';
import { actionOf } from './buttons.ts';
import { parseCommand, parseCompletion } from './commands.ts';
import { submittedFiles, submittedValues } from './form.ts';
import { threadRepliedTo, wordsOf } from './messages.ts';
import { COMPONENT, type Interaction, MESSAGE, MESSAGE_COMMAND, MODAL } from './payloads.ts';
import { mayManage } from './permissions.ts';

/** What someone did, in neutral words. */
export type Gesture =
  | { readonly type: 'command'; readonly event: CommandEvent }
  | { readonly type: 'button'; readonly event: ButtonEvent }
  | { readonly type: 'form'; readonly event: FormEvent }
  | { readonly type: 'message-command'; readonly event: MessageCommandEvent }
  | { readonly type: 'completion'; readonly event: CompletionEvent };

/** Undefined for what the bot never offers: commands in private messages, menus, commands on people. */
export function toGesture(interaction: Interaction, apiUrl?: string): Gesture | undefined {
  const place = placeOf(interaction);
  const caller = place ? toAsker(interaction, place) : privateAsker(interaction);
  if (!caller) return undefined;
  switch (interaction.type as InteractionType) {
    case InteractionType.ApplicationCommand:
      return command(interaction, caller) ?? (place && messageCommand(interaction, caller, place));
    case InteractionType.ApplicationCommandAutocomplete:
      return completion(interaction, caller);
    case InteractionType.MessageComponent:
      return button(interaction, caller);
    case InteractionType.ModalSubmit:
      return form(interaction, caller, apiUrl);
    default:
      return undefined;
  }
}

const THREADS: ReadonlySet<number> = new Set([
  ChannelType.PublicThread,
  ChannelType.PrivateThread,
  ChannelType.AnnouncementThread,
]);

/** A gesture in a thread belongs to the channel above it. */
function placeOf({ guild_id, channel, application_id }: Interaction): Place | undefined {
  // Without the application's id there is no address for an answer that takes longer.
  if (!guild_id || !channel || !application_id) return undefined;
  return THREADS.has(channel.type) && channel.parent_id
    ? { workspace: guild_id, channel: channel.parent_id, thread: channel.id }
    : { workspace: guild_id, channel: channel.id };
}

function toAsker({ member, locale }: Interaction, place: Place): Caller | undefined {
  if (!member) return undefined;
  const language = languageOfLocale(locale);
  const { id, global_name, username } = member.user;
  return {
    platform: 'discord',
    workspace: place.workspace,
    channel: place.channel,
    member: { id, name: member.nick ?? global_name ?? username, ...(language && { language }) },
    mayManage: mayManage(member.permissions),
  };
}

/**
 * The person who presses a button that the bot sent to them alone, or sends the form that it opened. Discord tells neither
 * their name in that server nor what they may do there.
 */
function privateAsker(interaction: Interaction): Caller | undefined {
  const { channel, application_id, user, locale } = interaction;
  const addressee = addresseeOf(interaction);
  if (!addressee || !channel || !application_id || user?.id !== addressee.member) return undefined;
  const { workspace } = addressee;
  const language = languageOfLocale(locale);
  const { id, global_name, username } = user;
  return {
    platform: 'discord',
    workspace,
    channel: channel.id,
    isPrivate: true,
    member: { id, name: global_name ?? username, unconfirmed: true, ...(language && { language }) },
    mayManage: undefined,
  };
}

function command({ data }: Interaction, caller: Caller): Gesture | undefined {
  const event = parseCommand(data, caller);
  return event && { type: 'command', event };
}

function messageCommand(
  { id, data, application_id: bot = '' }: Interaction,
  caller: Caller,
  place: Place,
): Gesture | undefined {
  const chosen = MESSAGE_COMMAND.safeParse(data).data;
  const message = MESSAGE.safeParse(chosen?.resolved.messages[chosen.target_id]).data;
  if (!chosen || !message) return undefined;
  const under = place.thread === undefined ? threadRepliedTo(message, place) : undefined;
  const event: MessageCommandEvent = {
    caller,
    command: chosen.name,
    message: {
      ref: { ...place, message: message.id },
      author: message.author.id,
      text: wordsOf(message, bot),
      at: new Date(message.timestamp),
      ...(under && { under }),
    },
    at: receivedAt(id),
  };
  return { type: 'message-command', event };
}

/** The id of an interaction tells when Discord received it. */
/** When Discord was told of it. */
export const receivedAt = (id: string): Date => new Date(DiscordSnowflake.timestampFrom(id));

function completion({ data }: Interaction, caller: Caller): Gesture | undefined {
  const event = parseCompletion(data, caller);
  return event && { type: 'completion', event };
}

function button({ data, message }: Interaction, caller: Caller): Gesture | undefined {
  const pressed = COMPONENT.safeParse(data).data;
  if (!message || pressed?.component_type !== ComponentType.Button.valueOf()) return undefined;
  return { type: 'button', event: { caller, action: actionOf(pressed.custom_id) } };
}

/** The id of an interaction is unique to it. */
function form({ id, data }: Interaction, caller: Caller, apiUrl?: string): Gesture | undefined {
  const sent = MODAL.safeParse(data).data;
  if (!sent) return undefined;
  const event = {
    caller,
    action: actionOf(sent.custom_id),
    values: submittedValues(sent),
    files: submittedFiles(sent, apiUrl),
    submission: id,
    at: receivedAt(id),
  };
  return { type: 'form', event };
}
