import type { Response } from '../../chat/event.ts';
import type { PlainOrRich } from '../../chat/text.ts';
import { noteCard } from '../../delivery/note-card.ts';
import type { Refused } from './feature.ts';

/** Says in a sentence or two what stands in the way, to the caller alone. */
export function warn(text: PlainOrRich): Response {
  return { type: 'reply', message: noteCard(text, 'warning') };
}

/** Says why a form was not taken; what was written in it is given back under this. */
export function refuse(text: PlainOrRich, options: Pick<Refused, 'again'> = {}): Refused {
  return { type: 'refused', message: noteCard(text, 'warning'), ...options };
}
