import { updateProposal, type ProposalText } from './suggestion-queries.ts';
import type { Proposal } from '../../db/tables.ts';
import { checkSuggestion } from './check-suggestion.ts';
import type { Context } from '../../delivery/context.ts';
import { decidedBefore, type DecidedBefore } from './decided-before.ts';
import { lockOwnProposal, type Manager } from './own-proposal.ts';
import { refuse, type Suggested } from './suggest-question.ts';
import type { TypedQuestion } from './typed-question.ts';

export type Edited = Suggested | DecidedBefore | { readonly type: 'unknown' };

/** Gives an undecided proposal another text. It stays open, and decisions on the old text lapse. */
export async function editProposal(
  context: Context,
  manager: Manager,
  id: number,
  typed: TypedQuestion,
): Promise<Edited> {
  return context.db.transaction().execute(async (tx) => {
    const proposal = await lockOwnProposal(tx, id, manager.workspaceId);
    if (!proposal) return { type: 'unknown' };
    if (proposal.status !== 'open') return decidedBefore(tx, proposal, proposal.status);
    return change({ ...context, db: tx }, manager, proposal, typed);
  });
}

async function change(
  context: Context,
  { workspaceId, memberId }: Manager,
  proposal: Proposal,
  typed: TypedQuestion,
): Promise<Suggested> {
  const { id } = proposal;
  const checked = await checkSuggestion(context, workspaceId, typed, id);
  if (!checked.ok) return refuse(context, memberId, typed, checked.faults);
  if (!differs(proposal, checked.text)) return { type: 'saved' };
  const revision = proposal.revision + 1;
  await updateProposal(context.db, id, { ...checked.text, revision });
  context.log.info({ proposal: id, revision }, 'a suggestion was edited');
  return { type: 'saved' };
}

function differs(proposal: Proposal, text: ProposalText): boolean {
  return (Object.keys(text) as (keyof ProposalText)[]).some((key) => proposal[key] !== text[key]);
}
