import type { Message } from '../../../src/chat/message.ts';
import type { Language } from '../../../src/domain/language.ts';
import { moreGradesCard } from '../../../src/features/memory/rating-row.ts';

/** Every card about a member's memory. */
export function gallery(language: Language): Readonly<Record<string, readonly Message[]>> {
  return { moreGradesCard: [moreGradesCard({ language, questionId: 1, shownOn: 20_780 })] };
}
