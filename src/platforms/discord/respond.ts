import { setTimeout as delay } from 'node:timers/promises';
import {
  type APIApplicationCommandOptionChoice,
  InteractionResponseType,
  MessageFlags,
  RESTJSONErrorCodes,
  Routes,
} from 'discord-api-types/v10';
import { cut } from '../../chat/cut.ts';
import type { Response } from '../../chat/event.ts';
import type { Choice } from '../../chat/form.ts';
import type { Message } from '../../chat/message.ts';
import { PlatformError } from '../../chat/platform.ts';
import { addresseeOf } from './addressee.ts';
import type { Api } from './api.ts';
import { isRefusal } from './errors.ts';
import { renderForm } from './form.ts';
import { LIMITS } from './limits.ts';
import { paginate } from './paginate.ts';
import type { Interaction } from './payloads.ts';
import { type Rendered, sent } from './render.ts';

/** `first`: nothing was sent back yet. `deferred`: Discord knows that the answer will follow. */
export type Phase = 'first' | 'deferred';

/** An interaction that waits for its answer. */
export interface UnansweredInteraction {
  readonly interaction: Interaction;
  readonly phase: Phase;
}

/**
 * Tells Discord, which waits three seconds only, that the answer will follow: as a new private
 * message, or, where the gesture was made on a private message, as a change of that one.
 */
export async function defer(api: Api, interaction: Interaction): Promise<void> {
  const response = onPrivateMessage(interaction)
    ? { type: InteractionResponseType.DeferredMessageUpdate }
    : {
        type: InteractionResponseType.DeferredChannelMessageWithSource,
        data: { flags: MessageFlags.Ephemeral },
      };
  await callback(api, interaction, response);
}

/** Sends a response to the one who asked, in as many private messages as it takes. */
export async function respond(
  api: Api,
  { interaction, phase }: UnansweredInteraction,
  response: Response,
): Promise<void> {
  const addressee = addresseeOf(interaction);
  if (response.type === 'form') {
    // Only a first response can be a form; defer() was not called for what may open one.
    return callback(api, interaction, {
      type: InteractionResponseType.Modal,
      data: renderForm(response.form, addressee),
    });
  }
  const pages = paginate(response.message).map((page) => sent(page, { addressee }));
  const [first, ...rest] = await Promise.all(pages);
  if (first) await opening(response.type, phase)(api, interaction, first);
  for (const page of rest) await followUp(api, interaction, page);
}

type Send = (api: Api, interaction: Interaction, page: Rendered) => Promise<void>;

function opening(type: 'reply' | 'replace', phase: Phase): Send {
  return (api, interaction, page) => {
    const isPrivate = onPrivateMessage(interaction);
    if (phase === 'first') {
      const shownAs =
        type === 'replace' && isPrivate
          ? InteractionResponseType.UpdateMessage
          : InteractionResponseType.ChannelMessageWithSource;
      return callback(api, interaction, { type: shownAs, ...privately(page) });
    }
    // What was deferred on a private message is that message: a reply must not overwrite it.
    return type === 'reply' && isPrivate
      ? followUp(api, interaction, page)
      : editOriginal(api, interaction, page);
  };
}

export async function offer(
  api: Api,
  interaction: Interaction,
  choices: readonly Choice[],
): Promise<void> {
  await callback(api, interaction, {
    type: InteractionResponseType.ApplicationCommandAutocompleteResult,
    data: { choices: choices.slice(0, LIMITS.choices).map(toChoice) },
  });
}

function toChoice({ label, value }: Choice): APIApplicationCommandOptionChoice<string> {
  return { name: cut(label, LIMITS.choiceName), value };
}

export const reply = (message: Message): Response => ({ type: 'reply', message });

/** On a message that no other person sees. */
function onPrivateMessage(interaction: Interaction): boolean {
  const { message } = interaction;
  if (!message) return false;
  const isEphemeral = ((message.flags ?? 0) & MessageFlags.Ephemeral) !== 0;
  return isEphemeral || addresseeOf(interaction) !== undefined;
}

/** A page that only the one who asked sees. */
function privately({ body, files }: Rendered) {
  return { data: { ...body, flags: MessageFlags.Ephemeral }, files };
}

interface FirstResponse {
  readonly type: InteractionResponseType;
  readonly data?: object;
  readonly files?: Rendered['files'];
}

async function callback(
  api: Api,
  { id, token }: Interaction,
  { files = [], ...body }: FirstResponse,
): Promise<void> {
  const route = Routes.interactionCallback(id, token);
  await insist(() => api.request('POST', route, { body, files }));
}

async function editOriginal(
  api: Api,
  { application_id, token }: Interaction,
  { body, files }: Rendered,
): Promise<void> {
  const route = Routes.webhookMessage(String(application_id), token);
  await insist(() => api.request('PATCH', route, { body, files }));
}

async function followUp(
  api: Api,
  { application_id, token }: Interaction,
  page: Rendered,
): Promise<void> {
  const { data, files } = privately(page);
  const route = Routes.webhook(String(application_id), token);
  await insist(() => api.request('POST', route, { body: data, files }));
}

/** Waits before each further try, well within the three seconds that Discord gives a first response. */
const WAITS_MS = [100, 500] as const;

/**
 * Sends what somebody waits for, and again where a passing fault met it, since no job repeats it later: a
 * private message that comes twice is better than none.
 */
async function insist(
  send: () => Promise<unknown>,
  [wait, ...further]: readonly number[] = WAITS_MS,
): Promise<void> {
  try {
    await send();
  } catch (error) {
    if (wait === undefined || !mayPass(error)) throw error;
    await delay(wait);
    await insist(isInDoubt(error) ? () => send().catch(unlessTaken) : send, further);
  }
}

function mayPass(error: unknown): boolean {
  return isInDoubt(error) || (error instanceof PlatformError && error.fault.code === 'busy');
}

function isInDoubt(error: unknown): boolean {
  return error instanceof PlatformError && error.fault.code === 'in-doubt';
}

/**
 * A first response that was left in doubt was taken, where a repeated one is refused as the second. After any
 * other fault another process has responded.
 */
function unlessTaken(error: unknown): void {
  if (!isRefusal(error, RESTJSONErrorCodes.InteractionHasAlreadyBeenAcknowledged)) throw error;
}
