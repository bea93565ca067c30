import { type Message, message, type Tone } from '../chat/message.ts';

/** One sentence or two to one person. */
export function noteCard(text: string, tone: Tone = 'neutral'): Message {
  return message([{ type: 'text', text: [text] }], tone);
}
