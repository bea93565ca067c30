import {
  type Block,
  type Button,
  type Message,
  message,
  MOST_BUTTONS,
} from '../../chat/message.ts';
import { channel } from '../../chat/text.ts';
import type { Language } from '../../domain/language.ts';
import type { TrackToChoose } from '../track-admin/track-choice-card.ts';
import { trackAdminWords } from '../track-admin/words/index.ts';
import { trackCommandSpan } from '../tracks/track-command.ts';
import { BUTTONS } from './lasting-names.ts';
import { suggestionWords } from './words/index.ts';

/** A track that could take questions from the team's deck as well. */
interface TrackLackingDeck extends TrackToChoose {
  readonly channel: string;
}

/** Asks which track is to take questions from the team's deck as well. */
export function ownDeckChoiceCard(
  tracks: readonly TrackLackingDeck[],
  language: Language,
): Message {
  const words = suggestionWords(language);
  const { line, choice } = trackAdminWords(language);
  const shown = tracks.slice(0, MOST_BUTTONS);
  const left = tracks.length - shown.length;
  const more: readonly Block[] =
    left > 0
      ? [
          {
            type: 'note',
            text: words.deckMore({ count: left, edit: trackCommandSpan(language, 'edit') }),
          },
        ]
      : [];
  const buttons = shown.map(({ number, deck }) => ({
    label: choice({ number, deck }),
    action: { name: BUTTONS.chooseTrack, args: [String(number)] },
  }));
  const items = shown.map((track) =>
    line({ number: track.number, channel: channel(track.channel) }),
  );
  return message([
    { type: 'text', text: [words.deckWhich] },
    { type: 'list', items },
    ...more,
    { type: 'buttons', buttons },
  ]);
}

/**
 * Adds the team's deck to the one track that lacks it, or lets choose among several.
 *
 * @param decided The suggestion after which the next one is shown.
 */
export function addDeckButton(
  language: Language,
  decided: number,
  lacking: readonly { readonly id: number }[],
): Button {
  const words = suggestionWords(language);
  const [track, ...others] = lacking;
  const only = track && others.length === 0 ? track : undefined;
  const label = only ? words.deckAddTo(only.id) : words.deckAdd;
  const args = [decided, ...(only ? [only.id] : [])].map(String);
  return { label, action: { name: BUTTONS.addDeck, args } };
}
