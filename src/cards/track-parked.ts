import { type Message, message } from '../chat/message.ts';
import type { Language } from '../domain/language.ts';
import { readParkReason } from '../domain/park-reason.ts';
import { wordsIn } from '../i18n/words.ts';

/** Why a track stopped and what mends it, from the reason on record; begins in lower case. */
export function parkReasonText(reason: string, language: Language): string {
  const { code, permission } = readParkReason(reason);
  return wordsIn(language).track.parked[code](permission);
}

/** What a channel is told when its track stops. */
export function parkedCard(facts: {
  readonly language: Language;
  readonly number: number;
  readonly reason: string;
}): Message {
  const words = wordsIn(facts.language).track;
  const reason = parkReasonText(facts.reason, facts.language);
  return message(
    [
      { type: 'heading', text: words.alertHeading },
      { type: 'text', text: [words.alert(reason)] },
      { type: 'text', text: [words.alertResume(facts.number)] },
    ],
    'warning',
  );
}
