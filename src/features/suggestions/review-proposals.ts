import type { ProposalFacts } from './proposal-card.ts';
import { memberById } from '../../db/members.ts';
import { openProposals } from './suggestion-queries.ts';
import { openReports } from './reports/report-queries.ts';
import type { Proposal } from '../../db/tables.ts';
import type { Language } from '../../domain/language.ts';
import { pageAt } from '../../domain/page.ts';
import type { Context } from '../../delivery/context.ts';
import { proposalTopics } from './proposal-topics.ts';

/** The proposal to decide on next, and how many reports wait besides. */
export interface ProposalReview {
  readonly proposal: ProposalFacts | undefined;
  readonly reports: number;
}

/** A workspace's undecided proposals, one at a time: the one asked for, or the one after it. */
export async function reviewProposals(
  context: Context,
  where: { readonly workspaceId: number; readonly language: Language },
  id?: number,
): Promise<ProposalReview> {
  const { db } = context;
  const reports = (await openReports(db, where.workspaceId)).length;
  const page = pageAt(await openProposals(db, where.workspaceId), id);
  if (!page) return { proposal: undefined, reports };
  const { item, ...place } = page;
  const facts = await factsOf(context, item, where.language);
  return { proposal: { ...facts, ...place }, reports };
}

async function factsOf(context: Context, proposal: Proposal, language: Language) {
  const { id, revision, question, answer, difficulty, memberId, createdAt: at } = proposal;
  const topics = await proposalTopics(context, proposal.workspaceId, language);
  const topic = topics.find((each) => each.id === proposal.topic)?.title ?? proposal.topic;
  const by = memberId === null ? undefined : await memberById(context.db, memberId);
  return {
    ...{ id, revision, question, answer, difficulty, topic, at },
    writtenIn: proposal.language,
    ...(by && { by: { id: by.externalId, name: by.name } }),
  };
}
