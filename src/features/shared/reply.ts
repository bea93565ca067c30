import { noteCard } from '../../delivery/note-card.ts';
import type { Response } from '../../chat/event.ts';
import type { Words } from '../../i18n/words.ts';
import type { Refused } from './feature.ts';
import type { OwnRound } from '../rounds/own-round.ts';

/** Says in a sentence or two what stands in the way, to the asker alone. */
export function warn(text: string): Response {
  return { type: 'reply', message: noteCard(text, 'warning') };
}

/** Says why a form was not taken; what was written in it is given back under this. */
export function refuse(text: string, options: Pick<Refused, 'again'> = {}): Refused {
  return { type: 'refused', message: noteCard(text, 'warning'), ...options };
}

/** Why a round that a button or a form names cannot be had. */
export function roundRefusal(
  { round, answer }: Words,
  fault: Extract<OwnRound, { type: 'refused' }>['fault'],
): string {
  switch (fault) {
    case 'round-unknown':
      return round.unknownRound;
    case 'track-removed':
      return round.removedTrack;
    case 'not-open':
      return answer.notOpen;
  }
}
