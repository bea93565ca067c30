import type { ViewOutput } from '@slack/bolt';
import type { KnownBlock, ModalView, PlainTextOption } from '@slack/types';
import { z } from 'zod';
import { cut } from '../../chat/cut.ts';
import { displayable } from '../../chat/displayable.ts';
import type { SentFile } from '../../chat/event.ts';
import type { Choice, FileField, Form, FormField, GroupField } from '../../chat/form.ts';
import {
  type Action,
  type Block,
  decodeAction,
  encodeAction,
  message,
} from '../../chat/message.ts';
import { fetchFile } from '../shared/fetch-file.ts';
import { LIMITS } from './limits.ts';
import { paginate } from './paginate.ts';
import { type FileOf, renderBlocks } from './render.ts';
import type { ReplyAddress } from './respond.ts';

const VALUE = 'value';

/** A form shows no pictures. */
const NO_FILES: FileOf = () => undefined;

/** A form as a modal. What its sending will need travels in it: the action, and where to reply. */
export function renderForm(form: Form, address: ReplyAddress): ModalView {
  return {
    type: 'modal',
    callback_id: 'form',
    title: plain(form.title, LIMITS.formTitle),
    submit: plain(form.submit, LIMITS.formTitle),
    private_metadata: JSON.stringify({ action: encodeAction(form.action), address }),
    blocks: [...about(form), ...form.fields.map(input)],
  };
}

function about({ about: blocks = [] }: Form): KnownBlock[] {
  const [shown, ...rest] = paginate(message(blocks));
  const cutHere: readonly Block[] = rest.length > 0 ? [{ type: 'text', text: ['…'] }] : [];
  return renderBlocks(message([...(shown?.blocks ?? []), ...cutHere]), NO_FILES);
}

/** What {@link renderForm} put into a form, and what a person put in its fields. */
export function readForm(view: ViewOutput): {
  action: Action;
  address: ReplyAddress;
  values: Record<string, string>;
} {
  const { action, address } = JSON.parse(view.private_metadata) as {
    action: string;
    address: ReplyAddress;
  };
  const fields = Object.entries(view.state.values);
  const values = fields.map(([id, field]) => {
    const state = field[VALUE];
    return [id, state?.selected_option?.value ?? state?.value ?? ''];
  });
  return {
    action: decodeAction(action),
    address,
    values: Object.fromEntries(values) as Record<string, string>,
  };
}

/** How files that stand with Slack are fetched. */
export interface SlackFileAccess {
  readonly botToken: string;
  readonly apiUrl?: string | undefined;
}

/** Where Slack keeps files, which it hands to whoever has a token. */
const FILE_HOSTS = ['files.slack.com'];

/** The files that were put into a form, by field id. */
export function readFiles(view: ViewOutput, access: SlackFileAccess): Record<string, SentFile> {
  const fields = Object.entries(view.state.values);
  return Object.fromEntries(
    fields.flatMap(([id, field]) => {
      const state: object = field[VALUE] ?? {};
      const [file] = 'files' in state ? (SENT_FILES.safeParse(state.files).data ?? []) : [];
      return file ? [[id, sentFile(file, access)]] : [];
    }),
  );
}

const SENT_FILES = z.array(
  z.object({ name: z.string(), url_private_download: z.string().optional() }),
);

function sentFile(
  { name, url_private_download: url = '' }: z.infer<typeof SENT_FILES>[number],
  { botToken, apiUrl }: SlackFileAccess,
): SentFile {
  const headers = { authorization: `Bearer ${botToken}` };
  return { name, fetch: (most) => fetchFile({ url, hosts: FILE_HOSTS, apiUrl, headers }, most) };
}

function input(field: FormField): KnownBlock {
  return {
    type: 'input',
    block_id: field.id,
    label: plain(field.label, LIMITS.fieldLabel),
    optional: !field.required,
    ...(field.hint && { hint: plain(field.hint, LIMITS.fieldLabel) }),
    element: element(field),
  };
}

function element(field: FormField) {
  switch (field.type) {
    case 'choice':
      return select(field);
    case 'group':
      return field.options.length > 0 ? select(field) : textInput(field);
    case 'file':
      return fileInput(field);
    case 'line':
    case 'paragraph':
      return textInput(field);
  }
}

/** Slack knows no name of most kinds, so that it is not told which to take. */
const fileInput = (_field: FileField) => ({
  type: 'file_input' as const,
  action_id: VALUE,
  max_files: 1,
});

type TextField = Extract<FormField, { type: 'line' | 'paragraph' }>;

function textInput(field: TextField | GroupField) {
  const most = field.type === 'group' ? undefined : field.maxLength;
  const max = Math.min(most ?? LIMITS.input, LIMITS.input);
  return {
    type: 'plain_text_input' as const,
    action_id: VALUE,
    multiline: field.type === 'paragraph',
    max_length: max,
    ...(field.value && field.value.length <= max && { initial_value: field.value }),
  };
}

function select(field: Extract<FormField, { type: 'choice' }> | GroupField) {
  const chosen = field.options.find((choice) => choice.value === field.value);
  return {
    type: 'static_select' as const,
    action_id: VALUE,
    options: field.options.map(option),
    ...(chosen && { initial_option: option(chosen) }),
  };
}

const option = (choice: Choice): PlainTextOption => ({
  text: plain(choice.label, LIMITS.optionLabel),
  value: choice.value,
});

const plain = (text: string, max: number) => ({
  type: 'plain_text' as const,
  text: cut(displayable(text), max),
  emoji: false,
});
