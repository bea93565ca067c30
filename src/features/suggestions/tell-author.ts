import { memberById } from '../../db/members.ts';
import type { Suggestion } from '../../db/tables.ts';
import { workspaceById } from '../../db/workspaces.ts';
import type { Context } from '../../delivery/context.ts';
import { withLock } from '../../delivery/with-lock.ts';
import { type PrivateMessage, writeToMember } from '../../delivery/write-to-member.ts';
import { platformHere } from '../rounds/running.ts';
import { decisionCard } from './decision-card.ts';
import { decisionKey } from './lasting-names.ts';
import { suggestionById, updateSuggestion } from './suggestion-queries.ts';

/**
 * Writes to whoever suggested a question what was decided, once, unless they decided it themselves. Who
 * cannot be written to sees it in their list of suggestions.
 */
export async function tellAuthor(context: Context, suggestionId: number): Promise<void> {
  const { db, clock } = context;
  const key = decisionKey(suggestionId);
  await withLock(context, key, async () => {
    const suggestion = await suggestionById(db, suggestionId);
    if (!suggestion || suggestion.status === 'open' || suggestion.toldAt) return;
    const { memberId, decidedBy } = suggestion;
    if (memberId === null || memberId === decidedBy) return;
    const privately = await decisionFor(context, suggestion, memberId);
    const outcome = await writeToMember(context, { ...privately, key });
    await updateSuggestion(db, suggestionId, { toldAt: await clock.now(db) });
    context.log.info({ suggestion: suggestionId, outcome }, 'told the author of a suggestion');
  });
}

async function decisionFor(
  context: Context,
  { workspaceId, status, language, question, reason }: Suggestion,
  memberId: number,
): Promise<Omit<PrivateMessage, 'key'>> {
  const member = await memberById(context.db, memberId);
  const workspace = await workspaceById(context.db, workspaceId);
  const platform = await platformHere(context, workspace.platform);
  const message = decisionCard({
    language: member.language ?? language,
    approved: status === 'approved',
    question,
    workspace: workspace.name,
    ...(reason !== null && { reason }),
  });
  return { platform, workspace, member, message };
}
