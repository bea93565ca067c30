import { decisionCard } from './proposal-decision-card.ts';
import { memberById } from '../../db/members.ts';
import { proposalById, updateProposal } from './suggestion-queries.ts';
import type { Proposal } from '../../db/tables.ts';
import { workspaceById } from '../../db/workspaces.ts';
import { Postponed } from '../../jobs/queue.ts';
import { withLock } from '../../delivery/with-lock.ts';
import type { Context } from '../../delivery/context.ts';
import { type Letter, writeToMember } from '../../delivery/write-to-member.ts';

/**
 * Writes to whoever suggested a question what was decided, once, unless they decided it themselves. Who
 * cannot be written to sees it in their list of suggestions.
 */
export async function tellProposer(context: Context, proposalId: number): Promise<void> {
  const { db, clock } = context;
  const key = `proposal-${proposalId}-decision`;
  await withLock(context, key, async () => {
    const proposal = await proposalById(db, proposalId);
    if (!proposal || proposal.status === 'open' || proposal.toldAt) return;
    if (proposal.memberId === null || proposal.memberId === proposal.decidedBy) return;
    const letter = await letterTo(context, proposal, proposal.memberId, key);
    const outcome = await writeToMember(context, letter);
    await updateProposal(db, proposalId, { toldAt: await clock.now(db) });
    context.log.info({ proposal: proposalId, outcome }, 'told a proposer');
  });
}

async function letterTo(
  { db, platforms }: Context,
  { workspaceId, status, language, question, reason }: Proposal,
  memberId: number,
  key: string,
): Promise<Letter> {
  const member = await memberById(db, memberId);
  const workspace = await workspaceById(db, workspaceId);
  const platform = platforms.get(workspace.platform);
  // A platform that is not configured any more: the job waits until it is.
  if (!platform) throw new Postponed(300, `${workspace.platform} is not configured`);
  const message = decisionCard({
    language: member.language ?? language,
    approved: status === 'approved',
    question,
    workspace: workspace.name,
    ...(reason !== null && { reason }),
  });
  return { platform, workspace, member, message, key };
}
