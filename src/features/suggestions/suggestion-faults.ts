import { cut } from '../../chat/cut.ts';
import { type Action, lead, type Message, message } from '../../chat/message.ts';
import { bold } from '../../chat/text.ts';
import type { Language } from '../../domain/language.ts';
import { suggestionWords } from './words/index.ts';

/** What keeps a suggested question from being saved. */
export type SuggestionFault =
  | { readonly code: 'question-empty' | 'choice-unknown' }
  | { readonly code: 'question-too-long' | 'answer-too-long'; readonly most: number }
  /** `other`: the question it is like, as it is worded. */
  | { readonly code: 'alike'; readonly other: string };

/** Enough of the other question to know it by. */
const SHOWN = 300;

/** Why a question was not saved, with the way back into the form. */
export function suggestionFaultsCard(
  language: Language,
  faults: readonly SuggestionFault[],
  edit: Action,
): Message {
  const words = suggestionWords(language);
  return message(
    [
      lead(bold(words.faultsHeading)),
      { type: 'list', items: faults.map((fault) => [faultText(language, fault)]) },
      { type: 'buttons', buttons: [{ label: words.edit, action: edit, style: 'primary' }] },
    ],
    'warning',
  );
}

function faultText(language: Language, fault: SuggestionFault): string {
  const { faults } = suggestionWords(language);
  switch (fault.code) {
    case 'question-empty':
      return faults.questionEmpty;
    case 'question-too-long':
      return faults.questionTooLong(fault.most);
    case 'answer-too-long':
      return faults.answerTooLong(fault.most);
    case 'choice-unknown':
      return faults.choiceUnknown;
    case 'alike':
      return faults.alike(cut(fault.other.replace(/\s+/g, ' '), SHOWN));
  }
}
