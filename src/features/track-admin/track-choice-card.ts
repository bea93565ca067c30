import { type Message, message, MOST_BUTTONS } from '../../chat/message.ts';
import type { Language } from '../../domain/language.ts';
import { trackAdminWords } from './words/index.ts';

export interface TrackToChoose {
  readonly number: number;
  readonly deck: string;
}

/** Asks which of a channel's tracks is meant: a button for each leads to the action `then`. */
export function trackChoiceCard(
  tracks: readonly TrackToChoose[],
  then: string,
  language: Language,
): Message {
  const words = trackAdminWords(language);
  return message([
    { type: 'text', text: [words.which] },
    {
      type: 'buttons',
      buttons: tracks.slice(0, MOST_BUTTONS).map(({ number, deck }) => ({
        label: words.choice({ number, deck }),
        action: { name: then, args: [String(number)] },
      })),
    },
  ]);
}

/** Tells their numbers only, where a button would lose what else was written. */
export function trackNumbersCard(tracks: readonly TrackToChoose[], language: Language): Message {
  const words = trackAdminWords(language);
  return message([
    { type: 'text', text: [words.whichNumber] },
    { type: 'list', items: tracks.map(({ number, deck }) => [words.choice({ number, deck })]) },
  ]);
}
