import { memberById } from '../../../db/members.ts';
import { roundById } from '../../../db/rounds.ts';
import { isRowId } from '../../../db/row-id.ts';
import type { Report } from '../../../db/tables.ts';
import type { Context } from '../../../delivery/context.ts';
import { pageAt } from '../../../domain/page.ts';
import { textIn } from '../../decks/question-facts.ts';
import type { Manager } from '../own-suggestion.ts';
import { openSuggestions } from '../suggestion-queries.ts';
import type { ReportFacts } from './report-card.ts';
import { closeReport, openReports } from './report-queries.ts';

/** The report to see to next, and how many suggestions wait besides. */
export interface ReportReview {
  readonly report: ReportFacts | undefined;
  readonly suggestions: number;
}

/** A workspace's open reports, one at a time: the one asked for, or the one after it. */
export async function reviewReports(
  context: Context,
  workspaceId: number,
  id?: number,
): Promise<ReportReview> {
  const { db } = context;
  const suggestions = (await openSuggestions(db, workspaceId)).length;
  const page = pageAt(await openReports(db, workspaceId), id);
  if (!page) return { report: undefined, suggestions };
  const { item, ...place } = page;
  return { report: { ...(await factsOf(context, item)), ...place }, suggestions };
}

async function factsOf({ db }: Context, report: Report) {
  const { id, text, createdAt: at, memberId } = report;
  const round = await roundById(db, report.roundId);
  if (!round) throw new Error(`report ${id} is about no round`);
  const by = memberId === null ? undefined : await memberById(db, memberId);
  return {
    ...{ id, text, at, number: round.number, questionId: round.question.id },
    question: textIn(round.question, round.language).question,
    ...(by && { by: { id: by.externalId, name: by.name } }),
  };
}

/** Marks a report as seen to; `closed-before` also where it is none of this workspace's. */
export async function settleReport(
  context: Context,
  { workspaceId, memberId }: Manager,
  id: number,
): Promise<'closed' | 'closed-before'> {
  const at = await context.clock.now(context.db);
  const known = isRowId(id);
  const closed = known && (await closeReport(context.db, { id, workspaceId }, { memberId, at }));
  return closed ? 'closed' : 'closed-before';
}
