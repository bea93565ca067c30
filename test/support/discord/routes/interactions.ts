import { InteractionResponseType, InteractionType } from 'discord-api-types/v10';
import type { Checks } from '../../../../src/platforms/discord/message-rules.ts';
import type { CallbackBody, ChoiceBody, MessageBody, ModalBody } from '../bodies.ts';
import { alreadyAcknowledged, invalidBody, unknownInteraction } from '../errors.ts';
import {
  EPHEMERAL,
  FIRST_RESPONSE_MS,
  type PendingInteraction,
  settle,
  whisper,
} from '../interactions.ts';
import { checkChoices, checkMessage } from '../limits.ts';
import { checkModal } from '../limits-modal.ts';
import { buildMessage, editMessage, replace } from '../messages.ts';
import type { Call, Route } from '../rest.ts';
import { findMessage, type StoredMessage, type World } from '../world.ts';

export const interactionRoutes: readonly Route[] = [
  {
    method: 'POST',
    path: '/interactions/{interaction_id}/{interaction_token}/callback',
    open: true,
    check: checkCallback,
    answer: callback,
  },
];

function checkCallback(check: Checks, body: CallbackBody): void {
  switch (body.type as InteractionResponseType) {
    case InteractionResponseType.ChannelMessageWithSource:
    case InteractionResponseType.UpdateMessage:
      return checkMessage(check, body.data ?? {}, 'data');
    case InteractionResponseType.ApplicationCommandAutocompleteResult:
      return checkChoices(check, body);
    case InteractionResponseType.Modal:
      return checkModal(check, body.data ?? {});
    default:
      return;
  }
}

function callback(call: Call): undefined {
  const { world, params } = call;
  const { type, data = {} } = call.body as CallbackBody;
  const interaction = acknowledge(world, params['interaction_token'] ?? '', type);
  switch (type as InteractionResponseType) {
    case InteractionResponseType.ChannelMessageWithSource:
      return answerWith(call, interaction, data);
    case InteractionResponseType.UpdateMessage:
      return update(call, interaction, data);
    case InteractionResponseType.DeferredMessageUpdate:
      if (interaction.source) interaction.original = interaction.source.id;
      return;
    case InteractionResponseType.Modal:
      return open(interaction, data as ModalBody);
    case InteractionResponseType.ApplicationCommandAutocompleteResult:
      return offer(interaction, data.choices ?? []);
    default:
      return requirePrivate(data);
  }
}

function acknowledge(world: World, token: string, type: number): PendingInteraction {
  const interaction = world.interactions.get(token);
  if (!interaction) throw unknownInteraction();
  if (interaction.acknowledged) throw alreadyAcknowledged(interaction.shared);
  if (world.now().getTime() - interaction.at.getTime() > FIRST_RESPONSE_MS) {
    throw unknownInteraction();
  }
  if (!isAllowed(interaction, type)) {
    throw invalidBody([{ at: 'type', message: 'Not an answer to this interaction.' }]);
  }
  interaction.acknowledged = true;
  return interaction;
}

/** A form cannot answer a form; only a button's message can be updated; choices complete typing. */
function isAllowed({ type, source }: PendingInteraction, answer: number): boolean {
  switch (answer as InteractionResponseType) {
    case InteractionResponseType.Modal:
      return type !== InteractionType.ModalSubmit;
    case InteractionResponseType.UpdateMessage:
    case InteractionResponseType.DeferredMessageUpdate:
      return source !== undefined;
    case InteractionResponseType.ApplicationCommandAutocompleteResult:
      return type === InteractionType.ApplicationCommandAutocomplete;
    default:
      return type !== InteractionType.ApplicationCommandAutocomplete;
  }
}

function answerWith(
  { world, files }: Call,
  interaction: PendingInteraction,
  data: MessageBody,
): undefined {
  requirePrivate(data);
  const { channel } = interaction;
  const message = buildMessage(world, { channel, author: world.bot, body: data, files });
  interaction.original = message.id;
  whisper(world, interaction, message);
}

function update(
  { world, files }: Call,
  interaction: PendingInteraction,
  data: MessageBody,
): undefined {
  interaction.original = interaction.source?.id ?? '';
  const message = changePrivate(world, interaction, (shown) =>
    editMessage(shown, data, files, world.now()),
  );
  if (!message) throw invalidBody([{ at: 'type', message: 'Would change what everyone sees.' }]);
  settle(interaction, { type: 'message', message });
}

/** Changes the original, which the person alone sees; undefined where others see it too. */
export function changePrivate(
  world: World,
  { original = '', person }: PendingInteraction,
  change: (shown: StoredMessage) => StoredMessage,
): StoredMessage | undefined {
  const whispered = world.whispers.find(({ message }) => message.id === original);
  if (whispered) return (whispered.message = change(whispered.message));
  const stands = findMessage(world, original);
  if (!stands || world.channels.get(stands.channel_id)?.recipient !== person) return undefined;
  const changed = change(stands);
  replace(world, stands, changed);
  return changed;
}

function open(interaction: PendingInteraction, modal: ModalBody): undefined {
  interaction.modal = modal;
  settle(interaction, { type: 'modal', modal, handle: interaction.token });
}

function offer(interaction: PendingInteraction, choices: readonly ChoiceBody[]): undefined {
  settle(interaction, { type: 'choices', choices: choices.map(({ name }) => name) });
}

/** The house's own rule: what answers one person is seen by that person alone. */
export function requirePrivate({ flags }: MessageBody): undefined {
  if (((flags ?? 0) & EPHEMERAL) !== 0) return;
  throw invalidBody([{ at: 'data.flags', message: 'The answer would be seen by everyone.' }]);
}
