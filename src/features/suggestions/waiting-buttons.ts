import type { Button } from '../../chat/message.ts';
import type { Language } from '../../domain/language.ts';
import { BUTTONS } from './lasting-names.ts';
import { suggestionWords } from './words/index.ts';

/** How many things of each kind managers have to look at. */
export interface WaitingCounts {
  readonly suggestions: number;
  readonly reports: number;
  /** Contested points, and wordings to decide on. */
  readonly contests: number;
}

/** The ways to what else waits; none to a kind of which there is nothing. */
export function waitingButtons(
  language: Language,
  { suggestions = 0, reports = 0, contests = 0 }: Partial<WaitingCounts>,
): readonly Button[] {
  const words = suggestionWords(language);
  const ways = [
    { count: suggestions, label: words.toSuggestions(suggestions), name: BUTTONS.list },
    { count: reports, label: words.toReports(reports), name: 'reports' },
    { count: contests, label: words.toContests(contests), name: 'contests' },
  ];
  return ways
    .filter(({ count }) => count > 0)
    .map(({ label, name }) => ({ label, action: { name, args: [] } }));
}
