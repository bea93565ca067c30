import { defineJob } from '../../jobs/job.ts';
import { cut } from '../../chat/cut.ts';
import type { Db } from '../../db/connect.ts';
import { findOwnDeck } from './own-deck.ts';
import { updateProposal } from './suggestion-queries.ts';
import type { Proposal } from '../../db/tables.ts';
import { tracksOfWorkspace } from '../../db/tracks.ts';
import { storable } from '../../domain/answer-text.ts';
import { addToOwnDeck } from './add-to-own-deck.ts';
import type { Context } from '../../delivery/context.ts';
import { decidedBefore, type DecidedBefore } from './decided-before.ts';
import { lockOwnProposal, type Manager } from './own-proposal.ts';

/** Tells someone what became of the question they suggested. */
export const tellAuthorJob = defineJob<{ readonly proposalId: number }>('tell-proposer');

export type Decided =
  /** `asked`: some track takes its questions from the deck. */
  | { readonly type: 'approved'; readonly asked: boolean }
  | { readonly type: 'declined' }
  | DecidedBefore
  /** It was edited after the manager saw it. */
  | { readonly type: 'changed' }
  | { readonly type: 'unknown' };

/** Characters. The form takes no more; what comes longer all the same is cut. */
export const LONGEST_REASON = 1_000;

/** Puts a proposal into the workspace's own deck, as the manager saw it: once, whoever presses. */
export async function approveProposal(
  context: Context,
  manager: Manager,
  id: number,
  revision: number,
): Promise<Decided> {
  return decide(context, manager, id, 'approved', async (tx, proposal) => {
    if (proposal.revision !== revision) return { type: 'changed' };
    await addToOwnDeck(tx, proposal);
    await record(context, tx, manager, proposal, { status: 'approved', reason: null });
    return approved(tx, proposal.workspaceId);
  });
}

/** Turns a proposal down. The reason, if there is one, is for its proposer. */
export async function declineProposal(
  context: Context,
  manager: Manager,
  id: number,
  reason: string,
): Promise<Decided> {
  return decide(context, manager, id, 'declined', async (tx, proposal) => {
    const kept = cut(storable(reason).trim(), LONGEST_REASON);
    await record(context, tx, manager, proposal, { status: 'declined', reason: kept || null });
    return { type: 'declined' };
  });
}

/** Of several decisions one is made; who repeats their own is told the same again. */
async function decide(
  context: Context,
  { workspaceId, memberId }: Manager,
  id: number,
  wanted: 'approved' | 'declined',
  act: (tx: Db, proposal: Proposal) => Promise<Decided>,
): Promise<Decided> {
  return context.db.transaction().execute(async (tx) => {
    const proposal = await lockOwnProposal(tx, id, workspaceId);
    if (!proposal) return { type: 'unknown' };
    if (proposal.status === 'open') return act(tx, proposal);
    const same = proposal.status === wanted && proposal.decidedBy === memberId;
    if (!same) return decidedBefore(tx, proposal, proposal.status);
    return wanted === 'approved' ? approved(tx, workspaceId) : { type: 'declined' };
  });
}

async function record(
  context: Context,
  tx: Db,
  { memberId }: Manager,
  { id }: Proposal,
  decision: Pick<Proposal, 'status' | 'reason'>,
): Promise<void> {
  const decidedAt = await context.clock.now(tx);
  await updateProposal(tx, id, { ...decision, decidedBy: memberId, decidedAt });
  await context.enqueue(tx, tellAuthorJob, { proposalId: id });
  context.log.info({ proposal: id, status: decision.status }, 'decided on a suggestion');
}

async function approved(tx: Db, workspaceId: number): Promise<Decided> {
  const deck = await findOwnDeck(tx, workspaceId);
  const tracks = await tracksOfWorkspace(tx, workspaceId);
  const asked = tracks.some(({ deckIds }) => deck !== undefined && deckIds.includes(deck.id));
  return { type: 'approved', asked };
}
