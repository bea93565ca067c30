import { noteCard } from '../cards/note.ts';
import type { Response } from '../chat/event.ts';

/** Says in a sentence or two what stands in the way, to the asker alone. */
export function warn(text: string): Response {
  return { type: 'reply', message: noteCard(text, 'warning') };
}
