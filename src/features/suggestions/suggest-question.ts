import type { Context } from '../../delivery/context.ts';
import { inTransaction } from '../../delivery/in-transaction.ts';
import { checkSuggestion } from './check-suggestion.ts';
import type { SuggestionFault } from './suggestion-faults.ts';
import { insertSuggestion, isKnownSubmission, lockSuggestions } from './suggestion-queries.ts';
import { keepTyped, type TypedQuestion } from './typed-question.ts';

export interface SentSuggestion {
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
      readonly faults: readonly SuggestionFault[];
      readonly draft: string;
    };

/**
 * Takes a question for the workspace's own deck. When it returns `saved`, it is committed. Where
 * two members suggest the same at once, the second is refused.
 */
export async function suggestQuestion(
  context: Context,
  suggestion: SentSuggestion,
): Promise<Suggested> {
  return inTransaction(context, async (inside) => {
    await lockSuggestions(inside.db, suggestion.workspaceId);
    // A second delivery of the same form would be refused for being like the first.
    if (await isKnownSubmission(inside.db, suggestion.submission)) return { type: 'saved' };
    return take(inside, suggestion);
  });
}

async function take(context: Context, suggestion: SentSuggestion): Promise<Suggested> {
  const { workspaceId, memberId, submission, typed } = suggestion;
  const checked = await checkSuggestion(context, { workspaceId, typed });
  if (!checked.ok) return refuseTyped(context, { memberId, typed, faults: checked.faults });
  const createdAt = await context.clock.now(context.db);
  await insertSuggestion(context.db, {
    ...{ workspaceId, memberId, submission, createdAt },
    ...checked.text,
  });
  context.log.info(
    { workspace: workspaceId, topic: checked.text.topic },
    'a question was suggested',
  );
  return { type: 'saved' };
}

interface RefusedQuestion {
  readonly memberId: number;
  readonly typed: TypedQuestion;
  readonly faults: readonly SuggestionFault[];
}

/** Keeps what was typed, so that it can be mended and not typed again. */
export async function refuseTyped(
  context: Context,
  { memberId, typed, faults }: RefusedQuestion,
): Promise<Suggested> {
  return { type: 'refused', faults, draft: await keepTyped(context, memberId, typed) };
}
