import type { Caller } from '../../chat/event.ts';
import { typedOn } from '../../delivery/typed-command.ts';
import { saveMember } from '../../db/members.ts';
import { saveWorkspace } from '../../db/workspaces.ts';
import type { Language } from '../../domain/language.ts';
import { wordsIn } from '../../i18n/words.ts';
import type { Context } from '../../delivery/context.ts';
import type { Request } from '../../features/shared/feature.ts';
import type { UnsentForms } from './unsent-forms.ts';

/** Why this person may not do what is only for those who manage; undefined where they may. */
export function rightsFault(
  { caller, words }: Request,
  manage: boolean | undefined,
): string | undefined {
  if (!manage || caller.mayManage === true) return undefined;
  return caller.mayManage === false ? words.common.notAllowed : words.common.whoUnknown;
}

/** Makes whoever asks known to the database. */
export async function requestOf(
  context: Context,
  unsent: UnsentForms,
  caller: Caller,
): Promise<Request> {
  const { platform, workspace: externalId } = caller;
  const workspace = await saveWorkspace(context.db, { platform, externalId });
  const member = await saveMember(context.db, workspace.id, caller.member);
  const language: Language = member.language ?? 'en';
  const [words, typed] = [wordsIn(language), typedOn(platform, language)];
  const dropUnsent = () => unsent.drop(caller);
  return { context, caller, workspace, member, language, words, typed, dropUnsent };
}
