import type { Form } from '../../chat/form.ts';
import { declineProposal, LONGEST_REASON } from './decide-proposal.ts';
import { findUndecided } from './find-undecided.ts';
import type { Asking, Button, FormHandler } from '../shared/feature.ts';
import { managerOf, refuseDecided, showDecided } from './review.ts';

const NAME = 'proposal-decline';

/** Asks for a reason before a suggestion is turned down. */
export const declineButton: Button = {
  name: NAME,
  opensForm: true,
  manage: true,
  async run(asking, [id = '']) {
    const found = await findUndecided(asking.context, managerOf(asking), Number(id));
    if (found.type !== 'open') return showDecided(asking, Number(id), found);
    return { type: 'form', form: reasonForm(asking, id) };
  },
};

export const declineForm: FormHandler = {
  name: NAME,
  manage: true,
  opener: NAME,
  labels: ({ question }) => ({ reason: question.reason }),
  async run(asking, [id], { values }) {
    const reason = values['reason'] ?? '';
    const decided = await declineProposal(asking.context, managerOf(asking), Number(id), reason);
    const isDone = decided.type === 'declined' || reason.trim() === '';
    return (isDone ? showDecided : refuseDecided)(asking, Number(id), decided);
  },
};

function reasonForm({ words: { question } }: Asking, id: string): Form {
  return {
    action: { name: NAME, args: [id] },
    title: question.declineTitle,
    submit: question.decline,
    fields: [
      {
        id: 'reason',
        type: 'paragraph',
        label: question.reason,
        hint: question.reasonHint,
        maxLength: LONGEST_REASON,
        required: false,
      },
    ],
  };
}
