import type { Context } from '../../delivery/context.ts';
import type { OwnSuggestion } from './own-suggestions-card.ts';
import { suggestionsOf } from './suggestion-queries.ts';

const MOST_SHOWN = 10;

/** What a member has suggested and what became of it, newest first. */
export async function listOwnSuggestions(
  { db }: Context,
  memberId: number,
): Promise<readonly OwnSuggestion[]> {
  const suggestions = await suggestionsOf(db, memberId, MOST_SHOWN);
  return suggestions.map(({ question, status, reason }) => ({
    question,
    status,
    ...(reason !== null && { reason }),
  }));
}
