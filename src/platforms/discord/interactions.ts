import { InteractionType, RESTJSONErrorCodes } from 'discord-api-types/v10';
import type { Logger } from 'pino';
import { type CommandDefinition, commandSpan } from '../../chat/command.ts';
import type { GestureName, Handlers, Response } from '../../chat/event.ts';
import type { Message } from '../../chat/message.ts';
import { noteCard } from '../../delivery/note-card.ts';
import { within } from '../../delivery/within.ts';
import { languageOfLocale } from '../../domain/language.ts';
import { commonWords } from '../../i18n/words/index.ts';
import type { Api } from './api.ts';
import { isRefusal } from './errors.ts';
import { type Gesture, receivedAt, toGesture } from './gestures.ts';
import type { Interaction } from './payloads.ts';
import { defer, offer, type Phase, reply, respond, type UnansweredInteraction } from './respond.ts';

export interface DiscordBot {
  readonly api: Api;
  /** Instead of `https://discord.com/api`. */
  readonly apiUrl?: string | undefined;
  readonly commands: readonly CommandDefinition[];
  readonly handlers: Handlers;
  /** May the bot read the words of messages that do not mention it? */
  readonly messageContent: boolean;
  readonly log: Logger;
}

/** Takes one interaction from the gateway to its answer. Never rejects. */
export async function handleInteraction(bot: DiscordBot, interaction: Interaction): Promise<void> {
  const log = bot.log.child({ interaction: interaction.id });
  try {
    const gesture = toGesture(interaction, bot.apiUrl);
    if (gesture === undefined) await decline({ ...bot, log }, interaction);
    else if (gesture.type === 'completion') await complete(bot, interaction, gesture);
    else await answer({ ...bot, log }, interaction, gesture);
  } catch (err) {
    // Another process that heard of it has replied.
    if (isRefusal(err, RESTJSONErrorCodes.InteractionHasAlreadyBeenAcknowledged)) return;
    log.warn({ err }, 'an answer did not reach the one who asked');
  }
}

/** A private message, or what the bot never offered: says where it works, so that nobody waits in vain. */
async function decline(
  { api, commands, log }: DiscordBot,
  interaction: Interaction,
): Promise<void> {
  log.info({ type: interaction.type }, 'an interaction the bot never offered');
  switch (interaction.type as InteractionType) {
    case InteractionType.Ping:
      return;
    case InteractionType.ApplicationCommandAutocomplete:
      return offer(api, interaction, []);
    default:
      return respond(
        api,
        { interaction, phase: 'first' },
        reply(whereItWorks(commands, interaction)),
      );
  }
}

function whereItWorks(commands: DiscordBot['commands'], { locale }: Interaction): Message {
  const language = languageOfLocale(locale) ?? 'en';
  const words = commonWords(language);
  const help = commands.find(({ name }) => name === 'help');
  return noteCard(words.worksInServers(help ? commandSpan(language, help) : '/help'), 'warning');
}

type Completion = Extract<Gesture, { type: 'completion' }>;
type Answerable = Exclude<Gesture, Completion>;

async function complete(bot: DiscordBot, interaction: Interaction, { event }: Completion) {
  await offer(bot.api, interaction, await bot.handlers.complete(event));
}

/** A form can only be a first response, so what may open one is not deferred. */
async function answer(bot: DiscordBot, interaction: Interaction, gesture: Answerable) {
  const what = nameOf(gesture);
  const mayOpenForm = what && what.type !== 'form' && bot.handlers.opensForm(what.name);
  if (!mayOpenForm && what && bot.handlers.isRepeatable(what))
    return answerSoon(bot, interaction, gesture);
  const phase: Phase = mayOpenForm ? 'first' : 'deferred';
  if (phase === 'deferred' && !(await deferred(bot, interaction))) return;
  const unanswered = { interaction, phase };
  const { response } = await handled(bot, unanswered, gesture);
  await respond(bot.api, unanswered, response);
}

/** How long a reply may take before Discord, which waits twice as long, is told that it will follow. */
const SOON_MS = 1_500;

/** Spares a request where the reply is ready soon. */
async function answerSoon(bot: DiscordBot, interaction: Interaction, gesture: Answerable) {
  const handling = handled(bot, { interaction, phase: 'deferred' }, gesture);
  const isSoon = await within(soonMs(interaction), handling);
  const phase: Phase = isSoon && mayComeFirst(await handling) ? 'first' : 'deferred';
  if (phase === 'deferred' && !(await deferred(bot, interaction))) return;
  const { response } = await handling;
  await respond(bot.api, { interaction, phase }, response);
}

/** What is left, since a gesture may arrive late. By a clock that is behind Discord's, it has just been made. */
function soonMs({ id }: Interaction): number {
  const ageMs = Math.max(0, Date.now() - receivedAt(id).getTime());
  return Math.max(0, SOON_MS - ageMs);
}

/** Files take long to send, and an apology would be in the way of another process that had no fault. */
function mayComeFirst({ response, failed }: Handled): boolean {
  if (failed || response.type === 'form') return false;
  return !response.message.blocks.some(({ type }) => type === 'picture' || type === 'file');
}

function nameOf(gesture: Answerable): GestureName | undefined {
  switch (gesture.type) {
    case 'command': {
      const { command, subcommand } = gesture.event;
      const name = subcommand === undefined ? command : `${command} ${subcommand}`;
      return { type: 'command', name };
    }
    case 'button':
    case 'form':
      return { type: gesture.type, name: gesture.event.action.name };
    case 'message-command':
      return undefined;
  }
}

/**
 * Tells Discord that a reply follows. Returns false where Discord says that this gesture is not ours to handle: another
 * replica has it, or the member has already been told that it failed. A lost connection says neither.
 */
async function deferred({ api, log }: DiscordBot, interaction: Interaction): Promise<boolean> {
  try {
    await defer(api, interaction);
    return true;
  } catch (err) {
    if (isRefusal(err, RESTJSONErrorCodes.InteractionHasAlreadyBeenAcknowledged)) return false;
    log.warn({ err }, 'an interaction was not acknowledged');
    return !isRefusal(err, RESTJSONErrorCodes.UnknownInteraction);
  }
}

interface Handled {
  readonly response: Response;
  /** A fault was met, and the response is an apology. */
  readonly failed: boolean;
}

async function handled(
  bot: DiscordBot,
  { interaction, phase }: UnansweredInteraction,
  gesture: Answerable,
): Promise<Handled> {
  try {
    const response = await dispatch(bot.handlers, gesture);
    if (response.type !== 'form' || phase === 'first') return { response, failed: false };
    throw new TypeError('a form in answer to what does not open one');
  } catch (err) {
    bot.log.error({ err }, 'an interaction failed');
    const apology = bot.handlers.apology(languageOfLocale(interaction.locale));
    return { response: reply(apology), failed: true };
  }
}

function dispatch(handlers: Handlers, gesture: Answerable): Promise<Response> {
  switch (gesture.type) {
    case 'command':
      return handlers.command(gesture.event);
    case 'button':
      return handlers.button(gesture.event);
    case 'form':
      return handlers.form(gesture.event);
    case 'message-command':
      return handlers.messageCommand(gesture.event);
  }
}
