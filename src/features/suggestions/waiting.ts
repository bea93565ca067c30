import type { Context } from '../../delivery/context.ts';
import type { Language } from '../../domain/language.ts';
import type { CommandAction } from '../shared/feature.ts';
import { openWordings } from './contests/contest-queries.ts';
import { readOftenContested } from './contests/review-contests.ts';
import { openReports } from './reports/report-queries.ts';
import { openSuggestions } from './suggestion-queries.ts';
import { waitingCard, type WaitingFacts } from './waiting-card.ts';

/** `/question review`: how much of each kind waits for a decision, and which points many people contest. */
export const reviewCommand: CommandAction = {
  manage: true,
  async run({ context, workspace, language }) {
    const waiting = await readWaiting(context, { workspaceId: workspace.id, language });
    return { type: 'reply', message: waitingCard(language, waiting) };
  },
};

async function readWaiting(
  context: Context,
  where: { readonly workspaceId: number; readonly language: Language },
): Promise<WaitingFacts> {
  const { db } = context;
  const { workspaceId } = where;
  return {
    suggestions: (await openSuggestions(db, workspaceId)).length,
    reports: (await openReports(db, workspaceId)).length,
    wordings: (await openWordings(db, workspaceId)).length,
    often: await readOftenContested(context, where),
  };
}
