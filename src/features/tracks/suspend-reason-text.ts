import { rich, type RichText } from '../../chat/text.ts';
import type { Language } from '../../domain/language.ts';
import { readSuspendReason } from '../../domain/suspend-reason.ts';
import { trackCommandSpan } from './track-command.ts';
import { trackWords } from './words/index.ts';

/** Why a track stopped and what mends it, from the reason on record; begins in lower case. */
export function suspendReasonText(reason: string, language: Language): RichText {
  const { code, permission } = readSuspendReason(reason);
  const edit = trackCommandSpan(language, 'edit');
  return rich`${trackWords(language).suspendReasons[code]({ edit, permission })}`;
}
