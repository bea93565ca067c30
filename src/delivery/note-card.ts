import { type Message, message, type Tone } from '../chat/message.ts';
import { rich, type Sentence } from '../chat/text.ts';

/** One sentence or two to one person. */
export function noteCard(text: Sentence, tone: Tone = 'neutral'): Message {
  return message([{ type: 'text', text: rich`${text}` }], tone);
}
