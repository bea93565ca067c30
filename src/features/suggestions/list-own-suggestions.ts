import type { Context } from '../../delivery/context.ts';
import type { Language } from '../../domain/language.ts';
import { wordingsOf } from './contests/contest-queries.ts';
import { pointOf } from './contests/review-contests.ts';
import type { OwnSuggestion, OwnWording } from './own-suggestions-card.ts';
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

/** How a member put points that were not found in their answers, newest first. */
export async function listOwnWordings(
  context: Context,
  { memberId, language }: { readonly memberId: number; readonly language: Language },
): Promise<readonly OwnWording[]> {
  const wordings = await wordingsOf(context.db, memberId, MOST_SHOWN);
  return Promise.all(
    wordings.map(async (contest) => {
      const { id, wording, acceptedAt, declinedAt } = contest;
      const { label } = await pointOf(context, contest, language);
      const status = acceptedAt ? 'approved' : declinedAt ? 'declined' : 'open';
      return { id, label, text: wording ?? '', status } as const;
    }),
  );
}
