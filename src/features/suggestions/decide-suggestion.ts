import { cut } from '../../chat/cut.ts';
import type { Suggestion } from '../../db/tables.ts';
import type { Context } from '../../delivery/context.ts';
import { inTransaction } from '../../delivery/in-transaction.ts';
import { seenText, storable } from '../../domain/answer-text.ts';
import { addToOwnDeck } from './add-to-own-deck.ts';
import { type DecidedBefore, decidedBefore } from './decided-before.ts';
import { tellAuthorJob } from './lasting-names.ts';
import { lockOwnSuggestion, type Manager } from './own-suggestion.ts';
import { updateSuggestion } from './suggestion-queries.ts';
import { type OwnDeckUse, ownDeckUse } from './use-own-deck.ts';

export type Decided =
  | { readonly type: 'approved'; readonly use: OwnDeckUse }
  | { readonly type: 'declined' }
  | DecidedBefore
  /** It was edited after the manager saw it. */
  | { readonly type: 'changed' }
  | { readonly type: 'unknown' };

/** In characters. The form takes no more; a reason that is longer all the same is cut. */
export const LONGEST_REASON = 1_000;

interface Approval {
  readonly suggestionId: number;
  /** Of the text that the manager saw. */
  readonly revision: number;
}

/** Puts a suggestion into the workspace's own deck, as the manager saw it: once, whoever presses. */
export async function approveSuggestion(
  context: Context,
  manager: Manager,
  { suggestionId, revision }: Approval,
): Promise<Decided> {
  const decidedBy = manager.memberId;
  return decide(context, manager, {
    suggestionId,
    wanted: 'approved',
    async act(inside, suggestion) {
      if (suggestion.revision !== revision) return { type: 'changed' };
      const slug = await addToOwnDeck(inside.db, suggestion);
      // Its author is told of it later, when it cannot be taken back any more.
      await record(inside, suggestion, { decidedBy, status: 'approved', reason: null, slug });
      return approved(inside, suggestion.workspaceId);
    },
  });
}

/** Turns a suggestion down. The reason, if there is one, is for its author. */
export async function declineSuggestion(
  context: Context,
  manager: Manager,
  { suggestionId, reason }: { readonly suggestionId: number; readonly reason: string },
): Promise<Decided> {
  const decidedBy = manager.memberId;
  return decide(context, manager, {
    suggestionId,
    wanted: 'declined',
    async act(inside, suggestion) {
      const kept = cut(seenText(storable(reason)), LONGEST_REASON);
      await record(inside, suggestion, { decidedBy, status: 'declined', reason: kept || null });
      await inside.enqueue(inside.db, tellAuthorJob, { proposalId: suggestion.id });
      return { type: 'declined' };
    },
  });
}

interface Deciding {
  readonly suggestionId: number;
  readonly wanted: 'approved' | 'declined';
  /** Carries the decision out, in the transaction that holds the suggestion's lock. */
  readonly act: (inside: Context, suggestion: Suggestion) => Promise<Decided>;
}

/** Makes one decision on a suggestion. Whoever repeats their own gets the same outcome again. */
async function decide(
  context: Context,
  { workspaceId, memberId }: Manager,
  { suggestionId, wanted, act }: Deciding,
): Promise<Decided> {
  return inTransaction(context, async (inside) => {
    const suggestion = await lockOwnSuggestion(inside.db, suggestionId, workspaceId);
    if (!suggestion) return { type: 'unknown' };
    if (suggestion.status === 'open') return act(inside, suggestion);
    const same = suggestion.status === wanted && suggestion.decidedBy === memberId;
    if (!same) return decidedBefore(inside.db, suggestion, suggestion.status);
    return wanted === 'approved' ? approved(inside, workspaceId) : { type: 'declined' };
  });
}

async function record(
  { db, clock, log }: Context,
  { id }: Suggestion,
  decision: Pick<Suggestion, 'status' | 'reason' | 'decidedBy'> & Partial<Suggestion>,
): Promise<void> {
  const decidedAt = await clock.now(db);
  await updateSuggestion(db, id, { ...decision, decidedAt });
  log.info({ suggestion: id, status: decision.status }, 'decided on a suggestion');
}

async function approved({ db }: Context, workspaceId: number): Promise<Decided> {
  return { type: 'approved', use: await ownDeckUse(db, workspaceId) };
}
