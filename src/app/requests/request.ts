import type { Asker } from '../../chat/event.ts';
import { typedOn } from '../../delivery/typed-command.ts';
import { saveMember } from '../../db/members.ts';
import { saveWorkspace } from '../../db/workspaces.ts';
import type { Language } from '../../domain/language.ts';
import { wordsIn } from '../../i18n/words.ts';
import type { Context } from '../../delivery/context.ts';
import type { Asking } from '../../features/shared/feature.ts';
import type { UnsentForms } from './unsent-forms.ts';

/** Why this person may not do what is only for those who manage; undefined where they may. */
export function rightsFault(
  { asker, words }: Asking,
  manage: boolean | undefined,
): string | undefined {
  if (!manage || asker.mayManage === true) return undefined;
  return asker.mayManage === false ? words.common.notAllowed : words.common.whoUnknown;
}

/** Makes whoever asks known to the database. */
export async function askingOf(
  context: Context,
  unsent: UnsentForms,
  asker: Asker,
): Promise<Asking> {
  const { platform, workspace: externalId } = asker;
  const workspace = await saveWorkspace(context.db, { platform, externalId });
  const member = await saveMember(context.db, workspace.id, asker.member);
  const language: Language = member.language ?? 'en';
  const [words, typed] = [wordsIn(language), typedOn(platform, language)];
  const dropUnsent = () => unsent.drop(asker);
  return { context, asker, workspace, member, language, words, typed, dropUnsent };
}
