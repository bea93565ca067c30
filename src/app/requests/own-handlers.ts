import type { ButtonEvent, FormEvent, Handlers, Response } from '../../chat/event.ts';
import { ownResponse } from '../../chat/own-actions.ts';
import type { Context } from '../../delivery/context.ts';
import { noteCard } from '../../delivery/note-card.ts';
import { commonWords } from '../../i18n/words/index.ts';
import { givenBackCard } from './given-back.ts';
import type { Registry } from './registry.ts';
import { writtenIn } from './written-in.ts';

export interface Installation {
  readonly context: Pick<Context, 'installation' | 'log'>;
  readonly registry: Registry;
}

/**
 * The same handlers for one installation. What another one posted, with the same token and another
 * database, names rounds by ids that mean others here: it is refused, and a form's sender is given back
 * what they wrote.
 */
export function ownHandlers(handlers: Handlers, { context, registry }: Installation): Handlers {
  const { installation } = context;
  const own = async (response: Promise<Response>): Promise<Response> =>
    ownResponse(await response, installation);
  return {
    ...handlers,
    command: (event) => own(handlers.command(event)),
    messageCommand: (event) => own(handlers.messageCommand(event)),
    button: async (event) =>
      isForeign(context, event) ? refusal(event) : own(handlers.button(withoutOwner(event))),
    form: async (event) =>
      isForeign(context, event)
        ? foreignForm(event, registry)
        : own(handlers.form(withoutOwner(event))),
  };
}

const FOREIGN =
  'a button or a form of another installation: another bot runs with the same token on another ' +
  'database; give each its own app, or stop one of them';

function isForeign(
  { installation, log }: Installation['context'],
  { action }: ButtonEvent,
): boolean {
  const foreign = action.installation !== undefined && action.installation !== installation;
  if (foreign) log.error({ action: action.name }, FOREIGN);
  return foreign;
}

/** The features know nothing of installations. */
function withoutOwner<E extends ButtonEvent | FormEvent>(event: E): E {
  const { name, args } = event.action;
  return { ...event, action: { name, args } };
}

function refusal({ caller }: ButtonEvent): Response {
  const { otherInstallation } = commonWords(caller.member.language ?? 'en');
  return { type: 'reply', message: noteCard(otherInstallation, 'warning') };
}

function foreignForm(event: FormEvent, registry: Registry): Response {
  const language = event.caller.member.language ?? 'en';
  const written = writtenIn(event, registry.form(event.action.name));
  const reason = noteCard(commonWords(language).otherInstallation, 'warning');
  return { type: 'reply', message: givenBackCard(reason, { language, written }) };
}
