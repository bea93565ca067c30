import { type Message, message, type Tone } from '../chat/message.ts';
import { type PlainOrRich, rich } from '../chat/text.ts';

/** One sentence or two to one person. */
export function noteCard(text: PlainOrRich, tone: Tone = 'neutral'): Message {
  return message([{ type: 'text', text: rich`${text}` }], tone);
}
