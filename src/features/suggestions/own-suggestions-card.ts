import { cut } from '../../chat/cut.ts';
import { type Block, type Message, message } from '../../chat/message.ts';
import { bold, type RichText } from '../../chat/text.ts';
import type { Language } from '../../domain/language.ts';
import { inline } from '../decks/prose.ts';
import { takeBackButton } from '../feedback/credited-card.ts';
import { suggestionWords } from './words/index.ts';

export interface OwnSuggestion {
  readonly question: string;
  readonly status: 'open' | 'approved' | 'declined';
  readonly reason?: string;
}

/** How a member put a key point that was not found in their answer. */
export interface OwnWording {
  readonly id: number;
  /** The key point. */
  readonly label: string;
  readonly text: string;
  readonly status: OwnSuggestion['status'];
}

/** Enough to know one's own question again. */
const SHOWN = 200;

/** What a member has suggested, how they put points, and what became of either. */
export function ownSuggestionsCard(
  language: Language,
  suggestions: readonly OwnSuggestion[],
  wordings: readonly OwnWording[] = [],
): Message {
  const { mineHeading: text } = suggestionWords(language);
  const items = suggestions.map((suggestion) => item(language, suggestion));
  const suggested: readonly Block[] =
    items.length > 0
      ? [
          { type: 'heading', text },
          { type: 'list', items },
        ]
      : [];
  return message([...suggested, ...wordingBlocks(language, wordings)]);
}

function wordingBlocks(language: Language, wordings: readonly OwnWording[]): readonly Block[] {
  if (wordings.length === 0) return [];
  const words = suggestionWords(language);
  const items = wordings.map(({ label, text, status }): RichText => {
    const quoted = words.wordingQuoted(cut(text, SHOWN));
    return [...inline(label), `: ${quoted} — `, bold(words.statuses[status])];
  });
  const buttons = wordings.map(({ id }, at) => takeBackButton(language, id, at + 1));
  return [
    { type: 'heading', text: words.wordingsHeading },
    { type: 'list', items, ordered: true },
    { type: 'buttons', buttons },
  ];
}

function item(language: Language, { question, status, reason }: OwnSuggestion): RichText {
  const outcome = bold(suggestionWords(language).statuses[status]);
  const why = reason === undefined ? '' : `: ${cut(reason, SHOWN)}`;
  return [`${cut(question.replace(/\s+/g, ' '), SHOWN)} — `, outcome, why];
}
