import { isolated } from '../../../chat/displayable.ts';
import { type Block, type Message, message } from '../../../chat/message.ts';
import type { Language } from '../../../domain/language.ts';
import { undecidedText } from '../waiting-card.ts';
import { suggestionWords } from '../words/index.ts';

/** Opens what waits for a decision. */
export const WAITING_BUTTON = 'waiting';

export interface NoticeFacts {
  readonly language: Language;
  readonly suggestions: number;
  readonly reports: number;
  /** The name of the server or workspace; may be empty. */
  readonly workspace: string;
}

/** Tells one manager privately what waits for a decision; it names nobody and quotes nothing. */
export function noticeCard({ language, suggestions, reports, workspace }: NoticeFacts): Message {
  const words = suggestionWords(language);
  const what = undecidedText(language, { suggestions, reports, wordings: 0 });
  const where: readonly Block[] =
    workspace === '' ? [] : [{ type: 'note', text: [isolated(workspace)] }];
  const review = { label: words.review, action: { name: WAITING_BUTTON, args: [] } };
  return message([
    { type: 'text', text: [words.waiting(what)] },
    ...where,
    { type: 'buttons', buttons: [{ ...review, style: 'primary' }] },
  ]);
}
