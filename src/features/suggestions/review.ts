import { decisionRefusedCard, proposalCard } from './proposal-card.ts';
import { trackAdminWords } from '../track-admin/words/index.ts';
import { isolated } from '../../chat/displayable.ts';
import type { Response } from '../../chat/event.ts';
import { OWN_DECK } from './own-deck.ts';
import { approveProposal, type Decided } from './decide-proposal.ts';
import type { Manager } from './own-proposal.ts';
import { reviewProposals } from './review-proposals.ts';
import type { Request, Button, CommandAction, Refused } from '../shared/feature.ts';
import { suggestionWords } from './words/index.ts';

/** Stands for whatever decks a track has. */
const SHIPPED_DECK = 'llm-interview';

/** `/question list`: the suggestions that wait for a decision, one at a time. */
export const listCommand: CommandAction = {
  manage: true,
  run: (request) => showProposal(request, {}, 'reply'),
};

export const proposalsButton: Button = {
  name: 'proposals',
  manage: true,
  run: (request, [id]) => showProposal(request, id === undefined ? {} : { id: Number(id) }),
};

export const approveButton: Button = {
  name: 'proposal-approve',
  manage: true,
  async run(request, [id, revision]) {
    const decided = await approveProposal(
      request.context,
      managerOf(request),
      Number(id),
      Number(revision),
    );
    return showDecided(request, Number(id), decided);
  },
};

/** The suggestion with an id or the next one that is undecided, under a note on what was done. */
export async function showProposal(
  request: Request,
  shown: { readonly id?: number; readonly note?: string; readonly follows?: boolean },
  type: 'reply' | 'replace' = 'replace',
): Promise<Response> {
  const { context, workspace, language } = request;
  const { id, note, follows = false } = shown;
  const where = { workspaceId: workspace.id, language };
  const review = await reviewProposals(context, where, id);
  const noted = note === undefined ? {} : { note };
  return { type, message: proposalCard({ language, ...review, ...noted, follows }) };
}

/** What became of a decision, and the next suggestion. */
export function showDecided(request: Request, id: number, decided: Decided): Promise<Response> {
  return showProposal(request, { id, note: decidedText(request, decided), follows: true });
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
