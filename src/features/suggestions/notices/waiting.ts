import type { ButtonHandler } from '../../shared/feature.ts';
import { showReport } from '../reports/reports.ts';
import { showSuggestion } from '../review.ts';
import { openSuggestions } from '../suggestion-queries.ts';
import { WAITING_BUTTON } from './notice-card.ts';

/** Shows what waits, suggestions first; the notice stays as it was. */
export const waitingButton: ButtonHandler = {
  name: WAITING_BUTTON,
  manage: true,
  async run(request) {
    const suggestions = await openSuggestions(request.context.db, request.workspace.id);
    const show = suggestions.length > 0 ? showSuggestion : showReport;
    return show(request, {}, 'reply');
  },
};
