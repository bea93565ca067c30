import type { CommandDefinition } from '../../chat/command.ts';
import type { Asker, CommandEvent, Inbox, Response } from '../../chat/event.ts';
import { MOST_CHOICES } from '../../chat/form.ts';
import { noteCard } from '../../delivery/note-card.ts';
import { slashCommand } from '../../delivery/typed-command.ts';
import { wordsIn } from '../../i18n/words.ts';
import type { Context } from '../../delivery/context.ts';
import { hearMembership } from '../../features/suspension/on-membership-event.ts';
import { hearThread } from '../../features/answers/on-thread-event.ts';
import { askingOf, rightsFault } from './request.ts';
import type { Asking, Command, CommandAction } from '../../features/shared/feature.ts';
import { findOptionFault } from './option-fault.ts';
import type { RateLimit } from './rate-limit.ts';
import type { Registry } from './registry.ts';
import { warn } from '../../features/shared/reply.ts';
import { takeForm } from './take-form.ts';
import { createUnsentForms } from './unsent-forms.ts';

/**
 * Hands what happens on the platforms to the features; every platform is given the same inbox. Who goes
 * too fast is asked to wait, but never where that would lose what they wrote: in threads and forms.
 */
export function createInbox(context: Context, registry: Registry, inTime: RateLimit): Inbox {
  const unsent = createUnsentForms();
  const ask = (asker: Asker): Promise<Asking> => askingOf(context, unsent, asker);
  /** A form that failed the last time opens with what was written in it. */
  const filled = (asker: Asker, response: Response): Response =>
    response.type === 'form' ? { ...response, form: unsent.fill(asker, response.form) } : response;
  return {
    opensForm: (what) => registry.opensForm(what),
    command: async (event) => {
      const { asker } = event;
      if (!inTime(asker)) return tooFast(asker);
      const command = registry.command(event.command);
      return filled(asker, await runCommand(await ask(asker), command, event));
    },
    complete: async (event) => {
      const command = registry.command(event.command);
      const action = command && actionOf(command, event);
      if (!action?.complete) return [];
      const asking = await ask(event.asker);
      const choices = await action.complete(asking, event.option, event.partial);
      return choices.slice(0, MOST_CHOICES);
    },
    button: async ({ asker, action, on }) => {
      if (!inTime(asker)) return tooFast(asker);
      const asking = await ask(asker);
      const button = registry.button(action.name);
      if (!button) return warn(asking.words.common.expired);
      const refused = refuse(asking, button.manage);
      return refused ?? filled(asker, await button.run(asking, action.args, on));
    },
    form: (event) => takeForm({ context, registry, unsent }, event),
    thread: (event) => hearThread(context, event),
    membership: (event) => hearMembership(context, event),
    apology: (language) => noteCard(wordsIn(language ?? 'en').common.apology, 'warning'),
  };
}

async function runCommand(
  asking: Asking,
  command: Command | undefined,
  event: CommandEvent,
): Promise<Response> {
  if (!command) return warn(unknownCommand(asking, event));
  const action = actionOf(command, event);
  const refused = refuse(asking, command.definition.manage === true || action?.manage);
  if (refused) return refused;
  if (!action) return warn(unknownSubcommand(asking, command.definition));
  const fault = findOptionFault(command.definition, event, asking.language);
  return fault ? warn(fault) : action.run(asking, event.options);
}

function unknownCommand({ typed, words }: Asking, { command }: CommandEvent): string {
  return words.common.unknownCommand(command, typed('help'));
}

function unknownSubcommand(
  { asker, language, words }: Asking,
  { name, subcommands = [] }: CommandDefinition,
): string {
  const known = subcommands.map((subcommand) => subcommand.names[language]);
  return words.common.unknownSubcommand(slashCommand(asker.platform, name), known);
}

/** The subcommand's name was typed: it may be one that every object has, such as `constructor`. */
function actionOf(
  { actions }: Command,
  { subcommand = '' }: CommandEvent,
): CommandAction | undefined {
  return Object.hasOwn(actions, subcommand) ? actions[subcommand] : undefined;
}

const tooFast = ({ member }: Asker): Response =>
  warn(wordsIn(member.language ?? 'en').common.tooFast);

function refuse(asking: Asking, manage: boolean | undefined): Response | undefined {
  const fault = rightsFault(asking, manage);
  return fault === undefined ? undefined : warn(fault);
}
