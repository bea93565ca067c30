import type { Suggestion } from '../../db/tables.ts';
import type { Context } from '../../delivery/context.ts';
import { inTransaction } from '../../delivery/in-transaction.ts';
import { checkSuggestion } from './check-suggestion.ts';
import { type DecidedBefore, decidedBefore } from './decided-before.ts';
import { lockOwnSuggestion, type Manager } from './own-suggestion.ts';
import { refuseTyped, type Suggested } from './suggest-question.ts';
import { type SuggestionText, updateSuggestion } from './suggestion-queries.ts';
import type { TypedQuestion } from './typed-question.ts';

export type EditedSuggestion = Suggested | DecidedBefore | { readonly type: 'unknown' };

export interface SuggestionEdit {
  readonly suggestionId: number;
  readonly typed: TypedQuestion;
}

/** Gives an undecided suggestion another text. It stays open, and decisions on the old text lapse. */
export async function editSuggestion(
  context: Context,
  manager: Manager,
  { suggestionId, typed }: SuggestionEdit,
): Promise<EditedSuggestion> {
  return inTransaction(context, async (inside) => {
    const { db } = inside;
    const suggestion = await lockOwnSuggestion(db, suggestionId, manager.workspaceId);
    if (!suggestion) return { type: 'unknown' };
    if (suggestion.status !== 'open') return decidedBefore(db, suggestion, suggestion.status);
    return change(inside, suggestion, { memberId: manager.memberId, typed });
  });
}

async function change(
  context: Context,
  suggestion: Suggestion,
  { memberId, typed }: { readonly memberId: number; readonly typed: TypedQuestion },
): Promise<Suggested> {
  const { id, workspaceId } = suggestion;
  const checked = await checkSuggestion(context, { workspaceId, typed, own: id });
  if (!checked.ok) return refuseTyped(context, { memberId, typed, faults: checked.faults });
  if (!differs(suggestion, checked.text)) return { type: 'saved' };
  const revision = suggestion.revision + 1;
  await updateSuggestion(context.db, id, { ...checked.text, revision });
  context.log.info({ suggestion: id, revision }, 'a suggestion was edited');
  return { type: 'saved' };
}

function differs(suggestion: Suggestion, text: SuggestionText): boolean {
  return (Object.keys(text) as (keyof SuggestionText)[]).some(
    (key) => suggestion[key] !== text[key],
  );
}
