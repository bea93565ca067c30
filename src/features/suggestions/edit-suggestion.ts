import type { Suggestion } from '../../db/tables.ts';
import type { Context } from '../../delivery/context.ts';
import { checkSuggestion } from './check-suggestion.ts';
import { type DecidedBefore, decidedBefore } from './decided-before.ts';
import { lockOwnSuggestion, type Manager } from './own-suggestion.ts';
import { refuse, type Suggested } from './suggest-question.ts';
import { type SuggestionText, updateSuggestion } from './suggestion-queries.ts';
import type { TypedQuestion } from './typed-question.ts';

export type Edited = Suggested | DecidedBefore | { readonly type: 'unknown' };

/** Gives an undecided suggestion another text. It stays open, and decisions on the old text lapse. */
export async function editSuggestion(
  context: Context,
  manager: Manager,
  id: number,
  typed: TypedQuestion,
): Promise<Edited> {
  return context.db.transaction().execute(async (tx) => {
    const suggestion = await lockOwnSuggestion(tx, id, manager.workspaceId);
    if (!suggestion) return { type: 'unknown' };
    if (suggestion.status !== 'open') return decidedBefore(tx, suggestion, suggestion.status);
    return change({ ...context, db: tx }, manager, suggestion, typed);
  });
}

async function change(
  context: Context,
  { workspaceId, memberId }: Manager,
  suggestion: Suggestion,
  typed: TypedQuestion,
): Promise<Suggested> {
  const { id } = suggestion;
  const checked = await checkSuggestion(context, workspaceId, typed, id);
  if (!checked.ok) return refuse(context, memberId, typed, checked.faults);
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
