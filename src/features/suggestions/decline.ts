import type { Form } from '../../chat/form.ts';
import { hasWords } from '../../domain/answer-text.ts';
import type { ButtonHandler, FormHandler, Request } from '../shared/feature.ts';
import { declineSuggestion, LONGEST_REASON } from './decide-suggestion.ts';
import { findUndecided } from './find-undecided.ts';
import { BUTTONS } from './lasting-names.ts';
import { managerOf, refuseDecided, showDecided } from './review.ts';
import { suggestionWords } from './words/index.ts';

const NAME = BUTTONS.decline;

/** Asks for a reason before a suggestion is turned down. */
export const declineButton: ButtonHandler = {
  name: NAME,
  opensForm: true,
  manage: true,
  async run(request, [id = '']) {
    const found = await findUndecided(request.context, managerOf(request), Number(id));
    if (found.type !== 'open') return showDecided(request, Number(id), found);
    return { type: 'form', form: reasonForm(request, id) };
  },
};

export const declineForm: FormHandler = {
  name: NAME,
  manage: true,
  opener: NAME,
  labels: (language) => ({ reason: suggestionWords(language).reason }),
  async run(request, [id], { values }) {
    const reason = values['reason'] ?? '';
    const decided = await declineSuggestion(request.context, managerOf(request), {
      suggestionId: Number(id),
      reason,
    });
    const isDone = decided.type === 'declined' || !hasWords(reason);
    return (isDone ? showDecided : refuseDecided)(request, Number(id), decided);
  },
};

function reasonForm({ language }: Request, id: string): Form {
  const words = suggestionWords(language);
  return {
    action: { name: NAME, args: [id] },
    title: words.declineTitle,
    submit: words.decline,
    fields: [
      {
        id: 'reason',
        type: 'paragraph',
        label: words.reason,
        hint: words.reasonHint,
        maxLength: LONGEST_REASON,
        required: false,
      },
    ],
  };
}
