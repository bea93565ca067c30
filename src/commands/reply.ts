import { noteCard } from '../cards/note.ts';
import type { Response } from '../chat/event.ts';
import type { Words } from '../i18n/words.ts';
import type { OwnRound } from '../study/rounds/own-round.ts';

/** Says in a sentence or two what stands in the way, to the asker alone. */
export function warn(text: string): Response {
  return { type: 'reply', message: noteCard(text, 'warning') };
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
