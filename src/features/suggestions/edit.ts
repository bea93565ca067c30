import type { Response } from '../../chat/event.ts';
import { commonWords } from '../../i18n/words/index.ts';
import type { ButtonHandler, FormHandler, FormOutcome, Request } from '../shared/feature.ts';
import { warn } from '../shared/reply.ts';
import { type EditedSuggestion, editSuggestion } from './edit-suggestion.ts';
import { findUndecided } from './find-undecided.ts';
import { questionForm, questionLabels } from './form.ts';
import { BUTTONS } from './lasting-names.ts';
import { managerOf, refuseDecided, showDecided, showSuggestion } from './review.ts';
import { suggestionFaultsCard } from './suggestion-faults.ts';
import { findTyped, isShownPlain, readTyped, type TypedQuestion } from './typed-question.ts';
import { suggestionWords } from './words/index.ts';

const NAME = BUTTONS.edit;

/** Opens the form with the suggestion's text, or with what could not be saved a moment ago. */
export const editButton: ButtonHandler = {
  name: NAME,
  opensForm: true,
  manage: true,
  async run(request, [id = '', draft]) {
    const { context, member } = request;
    const found = await findUndecided(context, managerOf(request), Number(id));
    if (found.type !== 'open') return showDecided(request, Number(id), found);
    if (draft === undefined) return openForm(request, id, found.suggestion);
    const typed = await findTyped(context, draft, member.id);
    return typed ? openForm(request, id, typed) : warn(commonWords(request.language).expired);
  },
};

export const editForm: FormHandler = {
  name: NAME,
  manage: true,
  opener: NAME,
  labels: questionLabels,
  async run(request, [id = ''], { values }) {
    const typed = readTyped(values);
    const edited = await editSuggestion(request.context, managerOf(request), {
      ...{ suggestionId: Number(id), typed },
    });
    return showEdited(request, edited, { id, typed });
  },
};

async function openForm(request: Request, id: string, typed: TypedQuestion): Promise<Response> {
  const { editTitle: title, save: submit } = suggestionWords(request.language);
  const action = { name: NAME, args: [id] };
  return { type: 'form', form: await questionForm(request, { action, title, submit }, typed) };
}

async function showEdited(
  request: Request,
  edited: EditedSuggestion,
  { id, typed }: { readonly id: string; readonly typed: TypedQuestion },
): Promise<FormOutcome> {
  const words = suggestionWords(request.language);
  switch (edited.type) {
    case 'saved':
      return showSuggestion(request, {
        id: Number(id),
        note: isShownPlain(typed) ? `${words.edited} ${words.shownPlain}` : words.edited,
      });
    case 'refused': {
      const edit = { name: NAME, args: [id, edited.draft] };
      const message = suggestionFaultsCard(request.language, edited.faults, edit);
      return { type: 'refused', message, replaces: true };
    }
    case 'already':
    case 'unknown':
      return refuseDecided(request, Number(id), edited);
  }
}
