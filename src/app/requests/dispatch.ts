import { type CommandDefinition, commandSpan } from '../../chat/command.ts';
import type { Caller, CommandEvent, Handlers, Response, ThreadEvent } from '../../chat/event.ts';
import { MOST_CHOICES } from '../../chat/form.ts';
import type { PlainOrRich } from '../../chat/text.ts';
import type { Context } from '../../delivery/context.ts';
import { noteCard } from '../../delivery/note-card.ts';
import { HELP_COMMAND } from '../../features/help/definition.ts';
import type { Command, CommandAction, Request } from '../../features/shared/feature.ts';
import { warn } from '../../features/shared/reply.ts';
import { commonWords } from '../../i18n/words/index.ts';
import { inBursts } from './in-bursts.ts';
import { findOptionFault } from './option-fault.ts';
import type { RateLimit } from './rate-limit.ts';
import type { Registry } from './registry.ts';
import { isWorkspaceGone, requestOf, rightsFault, typingOf } from './request.ts';
import { takeForm } from './take-form.ts';
import { handleThreadEvents } from './thread-events.ts';
import { createUnsentForms } from './unsent-forms.ts';

/**
 * Hands what happens on the platforms to the features; every platform is given the same handlers. Whoever goes
 * too fast is asked to wait, but never where that would lose what they wrote: in threads and forms.
 */
export function createHandlers(context: Context, registry: Registry, inTime: RateLimit): Handlers {
  const unsent = createUnsentForms();
  const handleThread = inBursts((events: readonly ThreadEvent[]) =>
    handleThreadEvents(context, registry, events),
  );
  const ask = (caller: Caller): Promise<Request> => requestOf(context, unsent, caller);
  /** A form that failed the last time opens with what was written in it. */
  const filled = (caller: Caller, response: Response): Response =>
    response.type === 'form' ? { ...response, form: unsent.fill(caller, response.form) } : response;
  return {
    opensForm: (what) => registry.opensForm(what),
    isRepeatable: (what) => registry.isRepeatable(what),
    command: async (event) => {
      const { caller } = event;
      if (!inTime(caller)) return tooFast(caller);
      const command = registry.command(event.command);
      return filled(caller, await runCommand(await ask(caller), command, event));
    },
    complete: async (event) => {
      const command = registry.command(event.command);
      const action = command && actionOf(command, event);
      if (!action?.complete) return [];
      const typing = await typingOf(context, event.caller);
      const choices = await action.complete(typing, event.option, event.partial);
      return choices.slice(0, MOST_CHOICES);
    },
    button: async ({ caller, action }) => {
      if (!inTime(caller)) return tooFast(caller);
      if (await isWorkspaceGone(context, caller)) return warn(gone(caller));
      const request = await ask(caller);
      const button = registry.button(action.name);
      if (!button) return warn(commonWords(request.language).expired);
      const refused = await refuse(request, button.manage);
      return refused ?? filled(caller, await button.run(request, action.args));
    },
    messageCommand: async (event) => {
      if (!inTime(event.caller)) return tooFast(event.caller);
      const request = await ask(event.caller);
      const command = registry.messageCommand(event.command);
      return command ? command.run(request, event) : warn(commonWords(request.language).expired);
    },
    form: (event) => takeForm({ context, registry, unsent }, event),
    thread: (event) => handleThread(threadOf(event), event),
    membership: async (event) => {
      for (const feature of registry.features) await feature.onMembership?.(context, event);
    },
    apology: (language, lacking) => {
      const words = commonWords(language ?? 'en');
      return noteCard(lacking === undefined ? words.apology : words.lacking(lacking), 'warning');
    },
  };
}

/** What happens in one thread has one key. */
function threadOf(event: ThreadEvent): string {
  const { platform, ref } = event.type === 'deleted' ? event : event.message;
  const { workspace, channel, thread } =
    event.type === 'deleted' ? ref : (event.message.under ?? ref);
  return JSON.stringify([platform, workspace, channel, thread]);
}

async function runCommand(
  request: Request,
  command: Command | undefined,
  event: CommandEvent,
): Promise<Response> {
  if (!command) return warn(unknownCommand(request, event));
  const action = actionOf(command, event);
  const refused = await refuse(request, command.definition.manage === true || action?.manage);
  if (refused) return refused;
  if (!action) return warn(unknownSubcommand(request, command.definition));
  const fault = findOptionFault(command.definition, event, request.language);
  return fault ? warn(fault) : action.run(request, event.options);
}

function unknownCommand({ language }: Request, { command }: CommandEvent): PlainOrRich {
  const help = commandSpan(language, HELP_COMMAND);
  return commonWords(language).unknownCommand({ given: command, help });
}

function unknownSubcommand({ language }: Request, definition: CommandDefinition): PlainOrRich {
  const { subcommands = [] } = definition;
  const known = subcommands.map((subcommand) => subcommand.names[language]);
  return commonWords(language).unknownSubcommand({
    command: commandSpan(language, definition),
    known,
  });
}

/** The subcommand's name was typed: it may be one that every object has, such as `constructor`. */
function actionOf(
  { actions }: Command,
  { subcommand = '' }: CommandEvent,
): CommandAction | undefined {
  return Object.hasOwn(actions, subcommand) ? actions[subcommand] : undefined;
}

const tooFast = ({ member }: Caller): Response =>
  warn(commonWords(member.language ?? 'en').tooFast);

const gone = ({ member }: Caller): string => commonWords(member.language ?? 'en').workspaceGone;

async function refuse(
  request: Request,
  manage: boolean | undefined,
): Promise<Response | undefined> {
  const fault = await rightsFault(request, manage);
  return fault === undefined ? undefined : warn(fault);
}
