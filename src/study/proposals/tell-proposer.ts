import { decisionCard } from '../../cards/proposal-decision.ts';
import type { Direct, Platform } from '../../chat/platform.ts';
import { PlatformError, type PlatformFault } from '../../chat/platform.ts';
import { memberById } from '../../db/members.ts';
import { proposalById, updateProposal } from '../../db/proposals.ts';
import type { Member, Proposal, Workspace } from '../../db/tables.ts';
import { workspaceById } from '../../db/workspaces.ts';
import { Postponed } from '../../jobs/queue.ts';
import type { Context } from '../context.ts';
import { parkReason, patience } from '../rounds/on-platform.ts';

/**
 * Writes to whoever suggested a question what was decided, unless they decided it themselves. Who
 * cannot be written to sees it in their list of suggestions. After a crash in between it may come twice.
 */
export async function tellProposer(context: Context, proposalId: number): Promise<void> {
  const { db, clock } = context;
  const proposal = await proposalById(db, proposalId);
  if (!proposal || proposal.status === 'open' || proposal.toldAt) return;
  if (proposal.memberId === null || proposal.memberId === proposal.decidedBy) return;
  const member = await memberById(db, proposal.memberId);
  const workspace = await workspaceById(db, proposal.workspaceId);
  const platform = context.platforms.get(workspace.platform);
  // A platform that is not configured any more: the job waits until it is.
  if (!platform) throw new Postponed(300, `${workspace.platform} is not configured`);
  const outcome = await write(platform, workspace, member, proposal);
  await updateProposal(db, proposalId, { toldAt: await clock.now(db) });
  context.log.info({ proposal: proposalId, outcome }, 'told a proposer');
}

async function write(
  platform: Platform,
  workspace: Workspace,
  member: Member,
  proposal: Proposal,
): Promise<Direct | PlatformFault['code']> {
  const card = decisionCard({
    language: member.language ?? proposal.language,
    approved: proposal.status === 'approved',
    question: proposal.question,
    workspace: workspace.name,
    ...(proposal.reason !== null && { reason: proposal.reason }),
  });
  try {
    for (const [index, page] of platform.paginate(card).entries()) {
      const key = `proposal-${proposal.id}-decision-${index + 1}`;
      const sent = await platform.direct(workspace.externalId, member.externalId, page, key);
      if (sent === 'not-delivered') return sent;
    }
    return 'delivered';
  } catch (error) {
    if (!(error instanceof PlatformError)) throw error;
    // What does not pass by itself is not tried again: nothing hangs on this message.
    if (!parkReason(error)) throw patience(error);
    return error.fault.code;
  }
}
