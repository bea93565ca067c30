import type { Response } from '../../../chat/event.ts';
import type { ButtonHandler, CommandAction, Request } from '../../shared/feature.ts';
import { managerOf } from '../review.ts';
import { suggestionWords } from '../words/index.ts';
import { reportCard } from './report-card.ts';
import { reviewReports, settleReport } from './review-reports.ts';

/** `/question reports`: what people find wrong with questions, one report at a time. */
export const reportsCommand: CommandAction = {
  manage: true,
  run: (request) => showReport(request, {}, 'reply'),
};

export const reportsButton: ButtonHandler = {
  name: 'reports',
  manage: true,
  run: (request, [id]) => showReport(request, id === undefined ? {} : { id: Number(id) }),
};

export const doneButton: ButtonHandler = {
  name: 'report-done',
  manage: true,
  async run(request, [id]) {
    const words = suggestionWords(request.language);
    const outcome = await settleReport(request.context, managerOf(request), Number(id));
    const note = outcome === 'closed' ? words.closed : words.closedBefore;
    return showReport(request, { id: Number(id), note, follows: outcome === 'closed' });
  },
};

export async function showReport(
  { context, workspace, language }: Request,
  shown: { readonly id?: number; readonly note?: string; readonly follows?: boolean },
  type: 'reply' | 'replace' = 'replace',
): Promise<Response> {
  const review = await reviewReports(context, workspace.id, shown.id);
  const noted = shown.note === undefined ? {} : { note: shown.note };
  return {
    type,
    message: reportCard({ language, ...review, ...noted, follows: shown.follows ?? false }),
  };
}
