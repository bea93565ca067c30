import type { Response } from '../../chat/event.ts';
import { rich } from '../../chat/text.ts';
import { managesHere } from '../../delivery/may-manage.ts';
import { noteCard } from '../../delivery/note-card.ts';
import { commonWords } from '../../i18n/words/index.ts';
import type { ButtonHandler, CommandAction, FormHandler, Request } from '../shared/feature.ts';
import { warn } from '../shared/reply.ts';
import { questionCommandSpan } from './definition.ts';
import { questionForm, questionLabels } from './form.ts';
import { suggestQuestion } from './suggest-question.ts';
import { suggestionFaultsCard } from './suggestion-faults.ts';
import { findTyped, isShownPlain, readTyped, type TypedQuestion } from './typed-question.ts';
import { suggestionWords } from './words/index.ts';

/** `/question suggest`: a question for the workspace's own deck. */
export const suggestCommand: CommandAction = {
  opensForm: true,
  run: (request) => openForm(request),
};

/** Opens the form again with what could not be saved, where that was kept. */
export const suggestButton: ButtonHandler = {
  name: 'suggest',
  opensForm: true,
  async run(request, [draft]) {
    if (draft === undefined) return openForm(request);
    const typed = await findTyped(request.context, draft, request.member.id);
    return typed ? openForm(request, typed) : warn(commonWords(request.language).expired);
  },
};

export const suggestForm: FormHandler = {
  name: 'suggest',
  opener: 'suggest',
  labels: questionLabels,
  async run(request, _args, { values, submission }) {
    const { context, workspace, member, language } = request;
    const typed = readTyped(values);
    const owner = { workspaceId: workspace.id, memberId: member.id };
    const suggested = await suggestQuestion(context, { ...owner, submission, typed });
    if (suggested.type === 'saved') return saved(request, typed);
    const edit = { name: 'suggest', args: [suggested.draft] };
    const message = suggestionFaultsCard(language, suggested.faults, edit);
    return { type: 'refused', message, replaces: true };
  },
};

async function openForm(request: Request, typed?: TypedQuestion): Promise<Response> {
  const { suggestTitle: title, send: submit } = suggestionWords(request.language);
  const action = { name: 'suggest', args: [] };
  return { type: 'form', form: await questionForm(request, { action, title, submit }, typed) };
}

async function saved(request: Request, question: TypedQuestion): Promise<Response> {
  const { context, caller, language } = request;
  const words = suggestionWords(language);
  const text = (await managesHere(context, caller))
    ? words.savedByManager(questionCommandSpan(language, 'list'))
    : words.saved(questionCommandSpan(language, 'mine'));
  const shown = isShownPlain(question) ? rich`${text} ${words.shownPlain}` : text;
  return { type: 'replace', message: noteCard(shown, 'success') };
}
