import type { ProposalFault } from '../../cards/proposal-faults.ts';
import { insertProposal, isKnownSubmission, type ProposalText } from '../../db/proposals.ts';
import { checkSuggestion } from './check-suggestion.ts';
import type { Context } from '../context.ts';
import { keepTyped, type TypedQuestion } from './typed-question.ts';

export interface Suggestion {
  readonly workspaceId: number;
  readonly memberId: number;
  readonly submission: string;
  readonly typed: TypedQuestion;
}

export type Suggested =
  | { readonly type: 'saved' }
  /** What was typed is kept under `draft`, to be mended. */
  | {
      readonly type: 'refused';
      readonly faults: readonly ProposalFault[];
      readonly draft: string;
    };

/** Takes a question for the workspace's own deck. When it answers `saved`, it is committed. */
export async function suggestQuestion(
  context: Context,
  suggestion: Suggestion,
): Promise<Suggested> {
  const { workspaceId, memberId, submission, typed } = suggestion;
  // A second delivery would be found to be like the first.
  if (await isKnownSubmission(context.db, submission)) return { type: 'saved' };
  const checked = await checkSuggestion(context, workspaceId, typed);
  if (!checked.ok) {
    const draft = await keepTyped(context, memberId, typed);
    return { type: 'refused', faults: checked.faults, draft };
  }
  await save(context, suggestion, checked.text);
  return { type: 'saved' };
}

async function save(context: Context, suggestion: Suggestion, text: ProposalText): Promise<void> {
  const { workspaceId, memberId, submission } = suggestion;
  const createdAt = await context.clock.now(context.db);
  await insertProposal(context.db, { workspaceId, memberId, submission, createdAt, ...text });
  context.log.info({ workspace: workspaceId, topic: text.topic }, 'a question was suggested');
}
