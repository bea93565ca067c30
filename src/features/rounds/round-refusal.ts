import type { Words } from '../../i18n/words.ts';
import type { OwnRound } from './own-round.ts';

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
