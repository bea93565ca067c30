import type { Db } from '../../db/connect.ts';
import { lockProposal, lockProposals, proposalById } from './suggestion-queries.ts';
import { isRowId } from '../../db/row-id.ts';
import type { Proposal } from '../../db/tables.ts';

/** A manager of a workspace, acting on its proposals. */
export interface Manager {
  readonly workspaceId: number;
  readonly memberId: number;
}

/** A proposal by an id that came from a button; one of another workspace is not known here. */
export async function findOwnProposal(
  db: Db,
  id: number,
  workspaceId: number,
): Promise<Proposal | undefined> {
  const proposal = isRowId(id) ? await proposalById(db, id) : undefined;
  return proposal?.workspaceId === workspaceId ? proposal : undefined;
}

/** The same, locked for this transaction, and with it what the workspace has been suggested. */
export async function lockOwnProposal(
  db: Db,
  id: number,
  workspaceId: number,
): Promise<Proposal | undefined> {
  await lockProposals(db, workspaceId);
  const proposal = isRowId(id) ? await lockProposal(db, id) : undefined;
  return proposal?.workspaceId === workspaceId ? proposal : undefined;
}
