import type { Proposal } from '../../db/tables.ts';
import type { Context } from '../../delivery/context.ts';
import { decidedBefore, type DecidedBefore } from './decided-before.ts';
import { findOwnProposal, type Manager } from './own-proposal.ts';

export type Undecided =
  | { readonly type: 'open'; readonly proposal: Proposal }
  | DecidedBefore
  | { readonly type: 'unknown' };

/** A proposal that a manager is about to edit or turn down. */
export async function findUndecided(
  { db }: Context,
  { workspaceId }: Manager,
  id: number,
): Promise<Undecided> {
  const proposal = await findOwnProposal(db, id, workspaceId);
  if (!proposal) return { type: 'unknown' };
  if (proposal.status === 'open') return { type: 'open', proposal };
  return decidedBefore(db, proposal, proposal.status);
}
