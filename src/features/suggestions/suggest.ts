import { noteCard } from '../../delivery/note-card.ts';
import { proposalFaultsCard } from './proposal-faults.ts';
import type { Response } from '../../chat/event.ts';
import { suggestQuestion } from './suggest-question.ts';
import { findTyped, readTyped, type TypedQuestion } from './typed-question.ts';
import type { Asking, Button, CommandAction, FormHandler } from '../shared/feature.ts';
import { warn } from '../shared/reply.ts';
import { questionForm, questionLabels } from './form.ts';

/** `/question suggest`: a question for the workspace's own deck. */
export const suggestCommand: CommandAction = {
  opensForm: true,
  run: (asking) => openForm(asking),
};

/** Opens the form again with what could not be saved, where that was kept. */
export const suggestButton: Button = {
  name: 'suggest',
  opensForm: true,
  async run(asking, [draft]) {
    if (draft === undefined) return openForm(asking);
    const typed = await findTyped(asking.context, draft, asking.member.id);
    return typed ? openForm(asking, typed) : warn(asking.words.common.expired);
  },
};

export const suggestForm: FormHandler = {
  name: 'suggest',
  opener: 'suggest',
  labels: questionLabels,
  async run(asking, _args, { values, submission }) {
    const { context, workspace, member, language } = asking;
    const typed = readTyped(values);
    const owner = { workspaceId: workspace.id, memberId: member.id };
    const suggested = await suggestQuestion(context, { ...owner, submission, typed });
    if (suggested.type === 'saved') return saved(asking);
    const edit = { name: 'suggest', args: [suggested.draft] };
    const message = proposalFaultsCard(language, suggested.faults, edit);
    return { type: 'refused', message, replaces: true };
  },
};

async function openForm(asking: Asking, typed?: TypedQuestion): Promise<Response> {
  const { suggestTitle: title, send: submit } = asking.words.question;
  const action = { name: 'suggest', args: [] };
  return { type: 'form', form: await questionForm(asking, { action, title, submit }, typed) };
}

function saved(asking: Asking): Response {
  const { typed, words } = asking;
  const { question } = words;
  const text = asking.asker.mayManage
    ? question.savedByManager(typed('question', 'questionList'))
    : question.saved(typed('question', 'questionMine'));
  return { type: 'replace', message: noteCard(text, 'success') };
}
