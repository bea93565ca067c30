import type { TypedCommand } from '../../delivery/typed-command.ts';
import type { Language } from '../../domain/language.ts';
import { readSuspendReason } from '../../domain/suspend-reason.ts';
import { trackWords } from './words/index.ts';

/** Why a track stopped and what mends it, from the reason on record; begins in lower case. */
export function suspendReasonText(reason: string, language: Language, typed: TypedCommand): string {
  const { code, permission } = readSuspendReason(reason);
  return trackWords(language).suspendReasons[code]({ edit: typed('track edit'), permission });
}
