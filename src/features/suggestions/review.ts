import { trackAdminWords } from '../track-admin/words/index.ts';
import { decisionRefusedCard, suggestionCard } from './suggestion-card.ts';
import { isolated } from '../../chat/displayable.ts';
import type { Response } from '../../chat/event.ts';
import { OWN_DECK } from './own-deck.ts';
import { approveSuggestion, type Decided } from './decide-suggestion.ts';
import type { Manager } from './own-suggestion.ts';
import { reviewSuggestions } from './review-suggestions.ts';
import type { Request, Button, CommandAction, Refused } from '../shared/feature.ts';
import { suggestionWords } from './words/index.ts';
import { BUTTONS } from './lasting-names.ts';

/** Stands for whatever decks a track has. */
const SHIPPED_DECK = 'llm-interview';

/** `/question list`: the suggestions that wait for a decision, one at a time. */
export const listCommand: CommandAction = {
  manage: true,
  run: (request) => showSuggestion(request, {}, 'reply'),
};

export const suggestionsButton: Button = {
  name: BUTTONS.list,
  manage: true,
  run: (request, [id]) => showSuggestion(request, id === undefined ? {} : { id: Number(id) }),
};

export const approveButton: Button = {
  name: BUTTONS.approve,
  manage: true,
  async run(request, [id, revision]) {
    const decided = await approveSuggestion(
      request.context,
      managerOf(request),
      Number(id),
      Number(revision),
    );
    return showDecided(request, Number(id), decided);
  },
};

/** The suggestion with an id or the next one that is undecided, under a note on what was done. */
export async function showSuggestion(
  request: Request,
  shown: { readonly id?: number; readonly note?: string; readonly follows?: boolean },
  type: 'reply' | 'replace' = 'replace',
): Promise<Response> {
  const { context, workspace, language } = request;
  const { id, note, follows = false } = shown;
  const where = { workspaceId: workspace.id, language };
  const review = await reviewSuggestions(context, where, id);
  const noted = note === undefined ? {} : { note };
  return { type, message: suggestionCard({ language, ...review, ...noted, follows }) };
}

/** What became of a decision, and the next suggestion. */
export function showDecided(request: Request, id: number, decided: Decided): Promise<Response> {
  return showSuggestion(request, { id, note: decidedText(request, decided), follows: true });
}

/** What was written about a suggestion came too late: it is given back, with the way to the next one. */
export function refuseDecided(request: Request, id: number, decided: Decided): Promise<Refused> {
  const message = decisionRefusedCard(request.language, id, decidedText(request, decided));
  return Promise.resolve({ type: 'refused', message, replaces: true });
}

export function managerOf({ workspace, member }: Request): Manager {
  return { workspaceId: workspace.id, memberId: member.id };
}

/** Adds the deck: a track keeps the decks that are named with the new one. */
function addingDeck({ typed, language }: Request): string {
  const { name } = trackAdminWords(language).options.decks;
  return `${typed('track edit')} ${name}:"${SHIPPED_DECK}, ${OWN_DECK}"`;
}

function decidedText(request: Request, decided: Decided): string {
  const words = suggestionWords(request.language);
  switch (decided.type) {
    case 'approved':
      return decided.asked
        ? words.approved
        : `${words.approved} ${words.unusedDeck(OWN_DECK, addingDeck(request))}`;
    case 'declined':
      return words.declined;
    case 'already':
      return words.already[decided.status](isolated(decided.by ?? words.nobody));
    case 'changed':
      return words.changed;
    case 'unknown':
      return words.unknown;
  }
}
