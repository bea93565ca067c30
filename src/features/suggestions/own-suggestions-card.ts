import { cut } from '../../chat/cut.ts';
import { type Message, message } from '../../chat/message.ts';
import { bold, type RichText } from '../../chat/text.ts';
import type { Language } from '../../domain/language.ts';
import { suggestionWords } from './words/index.ts';

export interface OwnSuggestion {
  readonly question: string;
  readonly status: 'open' | 'approved' | 'declined';
  readonly reason?: string;
}

/** Enough to know one's own question again. */
const SHOWN = 200;

/** What a member has suggested, and what became of it. */
export function ownSuggestionsCard(
  language: Language,
  suggestions: readonly OwnSuggestion[],
): Message {
  const words = suggestionWords(language);
  return message([
    { type: 'heading', text: words.mineHeading },
    { type: 'list', items: suggestions.map((suggestion) => item(language, suggestion)) },
  ]);
}

function item(language: Language, { question, status, reason }: OwnSuggestion): RichText {
  const outcome = bold(suggestionWords(language).statuses[status]);
  const why = reason === undefined ? '' : `: ${cut(reason, SHOWN)}`;
  return [`${cut(question.replace(/\s+/g, ' '), SHOWN)} — `, outcome, why];
}
