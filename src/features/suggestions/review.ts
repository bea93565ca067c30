import { isolated } from '../../chat/displayable.ts';
import type { Response } from '../../chat/event.ts';
import type { Button as ShownButton } from '../../chat/message.ts';
import { type PlainOrRich, rich } from '../../chat/text.ts';
import type { ButtonHandler, CommandAction, Refused, Request } from '../shared/feature.ts';
import { trackAdminWords } from '../track-admin/words/index.ts';
import { trackCommandSpan } from '../tracks/track-command.ts';
import { approveSuggestion, type Decided } from './decide-suggestion.ts';
import { BUTTONS } from './lasting-names.ts';
import { addDeckButton } from './own-deck-choice-card.ts';
import type { Manager } from './own-suggestion.ts';
import { reviewSuggestions } from './review-suggestions.ts';
import { decisionRefusedCard, suggestionCard } from './suggestion-card.ts';
import { takeBackApproval, type TakenBack } from './take-back-approval.ts';
import type { OwnDeckUse } from './use-own-deck.ts';
import { suggestionWords } from './words/index.ts';

/** `/question list`: the suggestions that wait for a decision, one at a time. */
export const listCommand: CommandAction = {
  manage: true,
  run: (request) => showSuggestion(request, {}, 'reply'),
};

export const suggestionsButton: ButtonHandler = {
  name: BUTTONS.list,
  manage: true,
  run: (request, [id]) => showSuggestion(request, id === undefined ? {} : { id: Number(id) }),
};

export const approveButton: ButtonHandler = {
  name: BUTTONS.approve,
  manage: true,
  async run(request, [id, revision]) {
    const decided = await approveSuggestion(request.context, managerOf(request), {
      suggestionId: Number(id),
      revision: Number(revision),
    });
    return showDecided(request, Number(id), decided);
  },
};

/** Stands under an approval for as long as the card does; it works for a minute. */
export const takeBackApprovalButton: ButtonHandler = {
  name: BUTTONS.takeBack,
  manage: true,
  async run(request, [id]) {
    const taken = await takeBackApproval(request.context, managerOf(request), Number(id));
    const note = takenBackText(request, taken);
    return showSuggestion(request, { id: Number(id), note, follows: true });
  },
};

interface ShownSuggestion {
  readonly id?: number;
  /** What has just been done, with the buttons that belong to it. */
  readonly note?: PlainOrRich;
  readonly offers?: readonly ShownButton[];
  readonly follows?: boolean;
}

/** The suggestion with an id or the next one that is undecided, under a note on what was done. */
export async function showSuggestion(
  request: Request,
  shown: ShownSuggestion,
  type: 'reply' | 'replace' = 'replace',
): Promise<Response> {
  const { context, workspace, language } = request;
  const { id, follows = false, ...done } = shown;
  const where = { workspaceId: workspace.id, language };
  const review = await reviewSuggestions(context, where, id);
  return { type, message: suggestionCard({ language, ...review, ...done, follows }) };
}

/** What became of a decision, and the next suggestion. */
export function showDecided(request: Request, id: number, decided: Decided): Promise<Response> {
  const offers = decided.type === 'approved' ? offersFor(request, id, decided.use) : [];
  return showSuggestion(request, {
    ...{ id, note: decidedText(request, decided), follows: true, offers },
  });
}

function offersFor(
  { language }: Request,
  id: number,
  { asking, lacking }: OwnDeckUse,
): readonly ShownButton[] {
  const isUnasked = asking.length === 0 && lacking.length > 0;
  return [
    ...(isUnasked ? [addDeckButton(language, id, lacking)] : []),
    {
      label: suggestionWords(language).takeBack,
      action: { name: BUTTONS.takeBack, args: [String(id)] },
    },
  ];
}

/** What was written about a suggestion came too late: it is given back, with the way to the next one. */
export function refuseDecided(request: Request, id: number, decided: Decided): Promise<Refused> {
  const message = decisionRefusedCard(request.language, id, decidedText(request, decided));
  return Promise.resolve({ type: 'refused', message, replaces: true });
}

export function managerOf({ workspace, member }: Request): Manager {
  return { workspaceId: workspace.id, memberId: member.id };
}

/** Why an approved question is not asked anywhere yet; empty where some track asks from its deck. */
function unaskedText({ language }: Request, { asking, lacking }: OwnDeckUse): PlainOrRich {
  if (asking.length > 0) return '';
  return lacking.length > 0
    ? ` ${suggestionWords(language).deckUnasked}`
    : rich` ${trackAdminWords(language).noTracks(trackCommandSpan(language, 'add'))}`;
}

function decidedText(request: Request, decided: Decided): PlainOrRich {
  const words = suggestionWords(request.language);
  switch (decided.type) {
    case 'approved':
      return rich`${words.approved}${unaskedText(request, decided.use)}`;
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

function takenBackText({ language }: Request, taken: TakenBack): string {
  const words = suggestionWords(language);
  switch (taken) {
    case 'open':
      return words.takenBack;
    case 'too-late':
      return words.takeBackLate;
    case 'unknown':
      return words.unknown;
  }
}
