import type { OwnProposal } from './own-proposals-card.ts';
import { proposalsOf } from './suggestion-queries.ts';
import type { Context } from '../../delivery/context.ts';

const MOST_SHOWN = 10;

/** What a member has suggested and what became of it, newest first. */
export async function listOwnProposals(
  { db }: Context,
  memberId: number,
): Promise<readonly OwnProposal[]> {
  const proposals = await proposalsOf(db, memberId, MOST_SHOWN);
  return proposals.map(({ question, status, reason }) => ({
    question,
    status,
    ...(reason !== null && { reason }),
  }));
}
