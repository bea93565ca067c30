import { cut } from '../../chat/cut.ts';
import type { Db } from '../../db/connect.ts';
import type { Suggestion } from '../../db/tables.ts';
import type { Context } from '../../delivery/context.ts';
import { storable } from '../../domain/answer-text.ts';
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

/** Characters. The form takes no more; what comes longer all the same is cut. */
export const LONGEST_REASON = 1_000;

/** Puts a suggestion into the workspace's own deck, as the manager saw it: once, whoever presses. */
export async function approveSuggestion(
  context: Context,
  manager: Manager,
  id: number,
  revision: number,
): Promise<Decided> {
  return decide(context, manager, id, 'approved', async (tx, suggestion) => {
    if (suggestion.revision !== revision) return { type: 'changed' };
    await addToOwnDeck(tx, suggestion);
    await record(context, tx, manager, suggestion, { status: 'approved', reason: null });
    return approved(tx, suggestion.workspaceId);
  });
}

/** Turns a suggestion down. The reason, if there is one, is for its author. */
export async function declineSuggestion(
  context: Context,
  manager: Manager,
  id: number,
  reason: string,
): Promise<Decided> {
  return decide(context, manager, id, 'declined', async (tx, suggestion) => {
    const kept = cut(storable(reason).trim(), LONGEST_REASON);
    await record(context, tx, manager, suggestion, { status: 'declined', reason: kept || null });
    return { type: 'declined' };
  });
}

/** Of several decisions one is made; who repeats their own is told the same again. */
async function decide(
  context: Context,
  { workspaceId, memberId }: Manager,
  id: number,
  wanted: 'approved' | 'declined',
  act: (tx: Db, suggestion: Suggestion) => Promise<Decided>,
): Promise<Decided> {
  return context.db.transaction().execute(async (tx) => {
    const suggestion = await lockOwnSuggestion(tx, id, workspaceId);
    if (!suggestion) return { type: 'unknown' };
    if (suggestion.status === 'open') return act(tx, suggestion);
    const same = suggestion.status === wanted && suggestion.decidedBy === memberId;
    if (!same) return decidedBefore(tx, suggestion, suggestion.status);
    return wanted === 'approved' ? approved(tx, workspaceId) : { type: 'declined' };
  });
}

async function record(
  context: Context,
  tx: Db,
  { memberId }: Manager,
  { id }: Suggestion,
  decision: Pick<Suggestion, 'status' | 'reason'>,
): Promise<void> {
  const decidedAt = await context.clock.now(tx);
  await updateSuggestion(tx, id, { ...decision, decidedBy: memberId, decidedAt });
  await context.enqueue(tx, tellAuthorJob, { proposalId: id });
  context.log.info({ suggestion: id, status: decision.status }, 'decided on a suggestion');
}

async function approved(tx: Db, workspaceId: number): Promise<Decided> {
  return { type: 'approved', use: await ownDeckUse(tx, workspaceId) };
}
