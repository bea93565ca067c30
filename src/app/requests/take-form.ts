import type { FormEvent, Response } from '../../chat/event.ts';
import type { Context } from '../../delivery/context.ts';
import type { Language } from '../../domain/language.ts';
import type { FormHandler, FormOutcome, Refused } from '../../features/shared/feature.ts';
import { refuse } from '../../features/shared/reply.ts';
import { commonWords } from '../../i18n/words/index.ts';
import { givenBackCard, type WrittenField } from './given-back.ts';
import type { Registry } from './registry.ts';
import { isWorkspaceGone, requestOf, rightsFault } from './request.ts';
import type { UnsentForms } from './unsent-forms.ts';
import { writtenIn } from './written-in.ts';

export interface FormDeps {
  readonly context: Context;
  readonly registry: Registry;
  readonly unsent: UnsentForms;
}

/**
 * Hands a form that was sent to its feature. However it fails, a fault of ours included, its sender is
 * given back what they wrote. Never rejects.
 */
export async function takeForm(deps: FormDeps, event: FormEvent): Promise<Response> {
  const handler = deps.registry.form(event.action.name);
  const written = writtenIn(event, handler);
  const outcome = await outcomeOf(deps, event, handler).catch((err: unknown) => {
    deps.context.log.error({ err }, 'a form could not be taken');
    return failed(event, written);
  });
  if (outcome.type !== 'refused') return outcome;
  if (outcome.again && written.length > 0) deps.unsent.keep(event);
  const action = handler && { name: handler.opener, args: event.action.args };
  const message = givenBackCard(outcome.message, {
    language: languageOf(event),
    written,
    ...(outcome.again && action && { again: action }),
  });
  return { type: outcome.replaces ? 'replace' : 'reply', message };
}

async function outcomeOf(
  { context, unsent }: FormDeps,
  event: FormEvent,
  handler: FormHandler | undefined,
): Promise<FormOutcome> {
  if (await isWorkspaceGone(context, event.caller)) {
    return refuse(commonWords(languageOf(event)).workspaceGone);
  }
  const request = await requestOf(context, unsent, event.caller);
  if (!handler) return refuse(commonWords(request.language).expired);
  const fault = await rightsFault(request, handler.manage);
  if (fault !== undefined) return refuse(fault, { again: true });
  return handler.run(request, event.action.args, event);
}

function failed(event: FormEvent, written: readonly WrittenField[]): Refused {
  const { apology, formApology } = commonWords(languageOf(event));
  return refuse(written.length > 0 ? formApology : apology, { again: true });
}

/** As the platform told it: the database, which knows it too, may be out of reach. */
const languageOf = ({ caller }: FormEvent): Language => caller.member.language ?? 'en';
