import type { InteractionType, MessageFlags } from 'discord-api-types/v10';
import type { ModalBody } from './bodies.ts';
import type { StoredMessage, World } from './world.ts';

/** A gesture that waits for the bot's answer. */
export interface PendingInteraction {
  readonly id: string;
  readonly token: string;
  readonly type: InteractionType;
  readonly person: string;
  readonly channel: string;
  readonly at: Date;
  /** The message that bears the button, or that led to the form. */
  readonly source?: StoredMessage;
  /** Sent to more than one session, so that a second acknowledgement is no fault. */
  readonly shared: boolean;
  acknowledged: boolean;
  /** The message that `@original` names. */
  original?: string;
  /** The form that it opened. */
  modal?: ModalBody;
  answered: boolean;
  readonly answer: (answer: Outcome) => void;
}

/** What came back, before anyone looks at it. */
export type Outcome =
  | { readonly type: 'message'; readonly message: StoredMessage }
  | { readonly type: 'modal'; readonly modal: ModalBody; readonly handle: string }
  | { readonly type: 'choices'; readonly choices: readonly string[] };

export const EPHEMERAL: MessageFlags.Ephemeral = 64;

/** Discord waits this long for the first response, and keeps a token this long after it. */
export const FIRST_RESPONSE_MS = 3_000;
export const TOKEN_MS = 15 * 60_000;

/** Hands the answer to the one who asked; what comes after the first has been told besides. */
export function settle(interaction: PendingInteraction, outcome: Outcome): void {
  interaction.answered = true;
  interaction.answer(outcome);
}

/** Shows a message to one member alone. */
export function whisper(
  world: World,
  interaction: PendingInteraction,
  message: StoredMessage,
): void {
  const answers = !interaction.answered;
  world.whispers.push({ to: interaction.person, message, answers });
  settle(interaction, { type: 'message', message });
}
