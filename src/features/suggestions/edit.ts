import { proposalFaultsCard } from './proposal-faults.ts';
import type { Response } from '../../chat/event.ts';
import { type Edited, editProposal } from './edit-proposal.ts';
import { findUndecided } from './find-undecided.ts';
import { findTyped, readTyped, type TypedQuestion } from './typed-question.ts';
import type { Asking, Button, FormHandler, FormOutcome } from '../shared/feature.ts';
import { warn } from '../shared/reply.ts';
import { questionForm, questionLabels } from './form.ts';
import { managerOf, refuseDecided, showDecided, showProposal } from './review.ts';

const NAME = 'proposal-edit';

/** Opens the form with the suggestion's text, or with what could not be saved a moment ago. */
export const editButton: Button = {
  name: NAME,
  opensForm: true,
  manage: true,
  async run(asking, [id = '', draft]) {
    const { context, member, words } = asking;
    const found = await findUndecided(context, managerOf(asking), Number(id));
    if (found.type !== 'open') return showDecided(asking, Number(id), found);
    if (draft === undefined) return openForm(asking, id, found.proposal);
    const typed = await findTyped(context, draft, member.id);
    return typed ? openForm(asking, id, typed) : warn(words.common.expired);
  },
};

export const editForm: FormHandler = {
  name: NAME,
  manage: true,
  opener: NAME,
  labels: questionLabels,
  async run(asking, [id = ''], { values }) {
    const typed = readTyped(values);
    const edited = await editProposal(asking.context, managerOf(asking), Number(id), typed);
    return showEdited(asking, id, edited);
  },
};

async function openForm(asking: Asking, id: string, typed: TypedQuestion): Promise<Response> {
  const { editTitle: title, save: submit } = asking.words.question;
  const action = { name: NAME, args: [id] };
  return { type: 'form', form: await questionForm(asking, { action, title, submit }, typed) };
}

async function showEdited(asking: Asking, id: string, edited: Edited): Promise<FormOutcome> {
  switch (edited.type) {
    case 'saved':
      return showProposal(asking, { id: Number(id), note: asking.words.question.edited });
    case 'refused': {
      const edit = { name: NAME, args: [id, edited.draft] };
      const message = proposalFaultsCard(asking.language, edited.faults, edit);
      return { type: 'refused', message, replaces: true };
    }
    case 'already':
    case 'unknown':
      return refuseDecided(asking, Number(id), edited);
  }
}
