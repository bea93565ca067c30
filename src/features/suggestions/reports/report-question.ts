import type { Context } from '../../../delivery/context.ts';
import { seenText, storable } from '../../../domain/answer-text.ts';
import { findOwnRound, type OwnRound } from '../../rounds/own-round.ts';
import { insertReport } from './report-queries.ts';

/** What fits a form on every platform: Slack takes 3,000 characters. */
export const LONGEST_REPORT = 3_000;

export type Reported =
  { readonly type: 'saved' | 'empty' | 'too-long' } | Extract<OwnRound, { type: 'refused' }>;

/** Keeps what a member finds wrong with a round's question. When it returns `saved`, the report is committed. */
export async function reportQuestion(
  context: Context,
  report: {
    readonly workspaceId: number;
    readonly memberId: number;
    readonly roundId: number;
    readonly submission: string;
    readonly text: string;
  },
): Promise<Reported> {
  const text = seenText(storable(report.text));
  if (text === '') return { type: 'empty' };
  if (text.length > LONGEST_REPORT) return { type: 'too-long' };
  const found = await findOwnRound(context.db, report.roundId, report.workspaceId);
  if (found.type === 'refused') return found;
  const createdAt = await context.clock.now(context.db);
  const saved = await insertReport(context.db, { ...report, text, createdAt });
  const question = found.round.question.id;
  if (saved) {
    const about = { report: saved.id, round: found.round.id, question };
    context.log.info(about, 'a question was reported');
  }
  return { type: 'saved' };
}
