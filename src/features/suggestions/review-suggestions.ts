import { memberById } from '../../db/members.ts';
import type { Suggestion } from '../../db/tables.ts';
import type { Context } from '../../delivery/context.ts';
import type { Language } from '../../domain/language.ts';
import { pageAt } from '../../domain/page.ts';
import { countContests } from './contests/review-contests.ts';
import { openReports } from './reports/report-queries.ts';
import type { SuggestionFacts } from './suggestion-card.ts';
import { openSuggestions } from './suggestion-queries.ts';
import { suggestionTopics } from './suggestion-topics.ts';

/** The suggestion to decide on next, and how many reports wait besides. */
export interface SuggestionReview {
  readonly suggestion: SuggestionFacts | undefined;
  readonly reports: number;
  /** How many contested points there are to look at. */
  readonly contests: number;
}

/** A workspace's undecided suggestions, one at a time: the one asked for, or the one after it. */
export async function reviewSuggestions(
  context: Context,
  where: { readonly workspaceId: number; readonly language: Language },
  id?: number,
): Promise<SuggestionReview> {
  const { db } = context;
  const reports = (await openReports(db, where.workspaceId)).length;
  const contests = await countContests(context, where.workspaceId);
  const page = pageAt(await openSuggestions(db, where.workspaceId), id);
  if (!page) return { suggestion: undefined, reports, contests };
  const { item, ...place } = page;
  const facts = await factsOf(context, item, where.language);
  return { suggestion: { ...facts, ...place }, reports, contests };
}

async function factsOf(context: Context, suggestion: Suggestion, language: Language) {
  const { id, revision, question, answer, difficulty, memberId, createdAt: at } = suggestion;
  const topics = await suggestionTopics(context, suggestion.workspaceId, language);
  const topic = topics.find((each) => each.id === suggestion.topic)?.title ?? suggestion.topic;
  const by = memberId === null ? undefined : await memberById(context.db, memberId);
  return {
    ...{ id, revision, question, answer, difficulty, topic, at },
    writtenIn: suggestion.language,
    ...(by && { by: { id: by.externalId, name: by.name } }),
  };
}
