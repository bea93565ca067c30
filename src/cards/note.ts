import { lead, type Message, message, type Tone } from '../chat/message.ts';
import { bold } from '../chat/text.ts';
import type { Language } from '../domain/language.ts';
import { wordsIn } from '../i18n/words.ts';

/** One sentence or two to one person. */
export function noteCard(text: string, tone: Tone = 'neutral'): Message {
  return message([{ type: 'text', text: [text] }], tone);
}

/** Why what someone wrote was not taken, with their text, which no form holds any more. */
export function returnedCard(language: Language, text: string, written: string): Message {
  return message(
    [
      { type: 'text', text: [text] },
      lead(bold(wordsIn(language).answer.yours)),
      { type: 'quote', text: [written] },
    ],
    'warning',
  );
}
