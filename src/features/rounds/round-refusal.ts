import type { Language } from '../../domain/language.ts';
import type { OwnRound } from './own-round.ts';
import { roundWords } from './words/index.ts';

/** Why a round that a button or a form names cannot be had. */
export function roundRefusal(
  language: Language,
  fault: Extract<OwnRound, { type: 'refused' }>['fault'],
): string {
  const words = roundWords(language);
  switch (fault) {
    case 'round-unknown':
      return words.unknownRound;
    case 'track-removed':
      return words.removedTrack;
    case 'not-open':
      return words.notOpen;
  }
}
