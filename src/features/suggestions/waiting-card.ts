import { type Block, type Message, message } from '../../chat/message.ts';
import type { Language } from '../../domain/language.ts';
import { type CountedPoint, oftenBlocks } from './contests/contest-card.ts';
import { waitingButtons } from './waiting-buttons.ts';
import { suggestionWords } from './words/index.ts';

/** How much waits for a decision. */
export interface UndecidedCounts {
  readonly suggestions: number;
  readonly reports: number;
  readonly wordings: number;
}

export interface WaitingFacts extends UndecidedCounts {
  /** Points that many people contest. */
  readonly often: readonly CountedPoint[];
}

/** All that those who manage have to look at. */
export function waitingCard(language: Language, { often, ...undecided }: WaitingFacts): Message {
  const words = suggestionWords(language);
  const what = undecidedText(language, undecided);
  const shown = what === '' ? words.waitingNone : words.waiting(what);
  // Points to look at say enough by themselves.
  const text = what === '' && often.length > 0 ? [] : [{ type: 'text' as const, text: [shown] }];
  const contests = undecided.wordings + often.length;
  const buttons = waitingButtons(language, { ...undecided, contests });
  const row: readonly Block[] = buttons.length > 0 ? [{ type: 'buttons', buttons }] : [];
  return message([...text, ...oftenBlocks(language, often), ...row], 'neutral');
}

/** “2 suggestions, 1 report”; empty where nothing waits. */
export function undecidedText(language: Language, counts: UndecidedCounts): string {
  const words = suggestionWords(language);
  return [
    counts.suggestions > 0 && words.suggestionCount(counts.suggestions),
    counts.reports > 0 && words.reportCount(counts.reports),
    counts.wordings > 0 && words.wordingCount(counts.wordings),
  ]
    .filter((part) => part !== false)
    .join(', ');
}
