import type { Response } from '../../chat/event.ts';
import type { Message } from '../../chat/message.ts';
import type { PlainOrRich } from '../../chat/text.ts';
import type { Track } from '../../db/tables.ts';
import { noteCard } from '../../delivery/note-card.ts';
import type { ButtonHandler, Request } from '../shared/feature.ts';
import { pickTrack } from '../track-admin/pick.ts';
import { trackAdminWords } from '../track-admin/words/index.ts';
import { trackCommandSpan } from '../tracks/track-command.ts';
import { withDeckTitles } from '../tracks/tracks-here.ts';
import { trackWords } from '../tracks/words/index.ts';
import { BUTTONS } from './lasting-names.ts';
import { ownDeckChoiceCard } from './own-deck-choice-card.ts';
import { showSuggestion } from './review.ts';
import { addOwnDeck, type DeckAdded, ownDeckUse } from './use-own-deck.ts';
import { suggestionWords } from './words/index.ts';

/** Stands under an approval: adds the team's deck to the track named, or to whichever lacks it. */
export const addOwnDeckButton: ButtonHandler = {
  name: BUTTONS.addDeck,
  manage: true,
  async run(request, [decided, number]) {
    if (number !== undefined) return addAndGoOn(request, Number(decided), number);
    const { asking, lacking } = await ownDeckUse(request.context.db, request.workspace.id);
    const [first, ...others] = lacking;
    if (!first) return goOn(request, Number(decided), noneLackingText(request, asking.length));
    if (others.length === 0) return addAndGoOn(request, Number(decided), String(first.id));
    // The suggestion that is shown stays where it is.
    return { type: 'reply', message: await choiceCard(request, lacking) };
  },
};

/** Stands under the choice of a track, which gives way to what came of it. */
export const chooseTrackButton: ButtonHandler = {
  name: BUTTONS.chooseTrack,
  manage: true,
  async run(request, [number = '']) {
    const told = await addToTrack(request, number);
    if (told.type === 'unclear') return told.response;
    return { type: 'replace', message: noteCard(told.text, told.tone) };
  },
};

/** Adds the deck to the track with a number that came from a button, and says what came of it. */
async function addToTrack(request: Request, number: string) {
  const picked = await pickTrack(request, number);
  if (picked.type === 'unclear') return picked;
  const { id } = picked.track;
  const added = await addOwnDeck(request.context, id);
  const text = await addedText(request, id, added);
  return { type: 'told', text, tone: toneOf(added) } as const;
}

async function addAndGoOn(request: Request, decided: number, number: string): Promise<Response> {
  const told = await addToTrack(request, number);
  return told.type === 'unclear' ? told.response : goOn(request, decided, told.text);
}

/** The card goes on with the suggestion after the one decided on. */
function goOn(request: Request, decided: number, note: PlainOrRich): Promise<Response> {
  return showSuggestion(request, { id: decided, note, follows: true });
}

function noneLackingText({ language }: Request, asking: number): PlainOrRich {
  return asking > 0
    ? suggestionWords(language).deckEverywhere
    : trackAdminWords(language).noTracks(trackCommandSpan(language, 'add'));
}

async function addedText(request: Request, id: number, added: DeckAdded): Promise<PlainOrRich> {
  const { context, workspace, language } = request;
  const words = suggestionWords(language);
  switch (added.type) {
    case 'added': {
      const [row] = await withDeckTitles(context.db, [added.track], {
        ...{ workspaceId: workspace.id, language },
      });
      const told = words.deckAdded({ track: id, decks: row?.deck ?? '' });
      return added.fits ? told : `${told} ${words.deckUnfit}`;
    }
    case 'already':
      return words.deckThere(id);
    case 'gone':
      return trackWords(language).notFound({
        given: String(id),
        list: trackCommandSpan(language, 'list'),
      });
  }
}

function toneOf({ type }: DeckAdded): 'success' | 'neutral' | 'warning' {
  switch (type) {
    case 'added':
      return 'success';
    case 'already':
      return 'neutral';
    case 'gone':
      return 'warning';
  }
}

async function choiceCard(request: Request, tracks: readonly Track[]): Promise<Message> {
  const { context, workspace, language } = request;
  const rows = await withDeckTitles(context.db, tracks, { workspaceId: workspace.id, language });
  const choices = rows.map(({ track: { id, channel }, deck }) => ({ number: id, channel, deck }));
  return ownDeckChoiceCard(choices, language);
}
