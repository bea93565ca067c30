import {
  type APIFileUploadComponent,
  type APILabelComponent,
  type APIModalInteractionResponseCallbackData,
  type APIRoleSelectComponent,
  type APIStringSelectComponent,
  type APITextDisplayComponent,
  type APITextInputComponent,
  ComponentType,
  SelectMenuDefaultValueType,
  TextInputStyle,
} from 'discord-api-types/v10';
import { cut } from '../../chat/cut.ts';
import { displayable } from '../../chat/displayable.ts';
import type { SentFile } from '../../chat/event.ts';
import type { FileField, Form, FormField, GroupField } from '../../chat/form.ts';
import { encodeAction } from '../../chat/message.ts';
import { fetchFile } from '../shared/fetch-file.ts';
import { addressed, type Addressee } from './addressee.ts';
import { LIMITS } from './limits.ts';
import type { ModalData } from './payloads.ts';
import { render } from './render.ts';

/** A form as a modal. Discord words its send button itself. */
export function renderForm(
  form: Form,
  addressee: Addressee | undefined,
): APIModalInteractionResponseCallbackData {
  return {
    custom_id: addressed(encodeAction(form.action), addressee),
    title: cut(displayable(form.title), LIMITS.formTitle),
    components: [...about(form), ...form.fields.map(labelled)],
  };
}

function about({ about: blocks = [] }: Form): APITextDisplayComponent[] {
  const words = render({ blocks }).body.embeds[0]?.description ?? '';
  if (blocks.length === 0 || words === '') return [];
  return [{ type: ComponentType.TextDisplay, content: cut(words, LIMITS.formText) }];
}

function labelled(field: FormField): APILabelComponent {
  return {
    type: ComponentType.Label,
    label: cut(displayable(field.label), LIMITS.fieldLabel),
    ...(field.hint && { description: cut(displayable(field.hint), LIMITS.fieldHint) }),
    component: control(field),
  };
}

function control(field: FormField): APILabelComponent['component'] {
  switch (field.type) {
    case 'choice':
      return select(field);
    case 'group':
      return roleSelect(field);
    case 'file':
      return upload(field);
    case 'line':
    case 'paragraph':
      return input(field);
  }
}

/** Discord offers the server's roles itself. */
const roleSelect = ({ id, required, value }: GroupField): APIRoleSelectComponent => ({
  type: ComponentType.RoleSelect,
  custom_id: id,
  required,
  min_values: required ? 1 : 0,
  ...(value && { default_values: [{ id: value, type: SelectMenuDefaultValueType.Role }] }),
});

const upload = ({ id, required }: FileField): APIFileUploadComponent => ({
  type: ComponentType.FileUpload,
  custom_id: id,
  required,
  min_values: required ? 1 : 0,
  max_values: 1,
});

type TextField = Extract<FormField, { type: 'line' | 'paragraph' }>;
type ChoiceField = Extract<FormField, { type: 'choice' }>;

/** Discord refuses a form that is filled beyond its limit. */
function input(field: TextField): APITextInputComponent {
  const max = Math.min(field.maxLength ?? LIMITS.input, LIMITS.input);
  return {
    type: ComponentType.TextInput,
    custom_id: field.id,
    style: field.type === 'line' ? TextInputStyle.Short : TextInputStyle.Paragraph,
    required: field.required,
    max_length: max,
    ...(field.value && field.value.length <= max && { value: field.value.toWellFormed() }),
  };
}

function select(field: ChoiceField): APIStringSelectComponent {
  return {
    type: ComponentType.StringSelect,
    custom_id: field.id,
    required: field.required,
    min_values: field.required ? 1 : 0,
    options: field.options.map(({ label, value }) => ({
      label: cut(displayable(label), LIMITS.optionLabel),
      value,
      ...(value === field.value && { default: true }),
    })),
  };
}

/** What was filled in, by field id; an option that was not chosen is the empty text. */
export function submittedValues(data: ModalData): Record<string, string> {
  return Object.fromEntries(
    inputsOf(data)
      .filter(({ type }) => type !== FILE_UPLOAD)
      .map(({ custom_id, value, values }) => [custom_id, value ?? values?.[0] ?? '']),
  );
}

/** The files that were put in, by field id. */
export function submittedFiles(
  data: ModalData,
  apiUrl: string | undefined,
): Record<string, SentFile> {
  const { attachments = {} } = data.resolved ?? {};
  return Object.fromEntries(
    inputsOf(data).flatMap(({ type, custom_id, values }) => {
      const sent = type === FILE_UPLOAD && attachments[values?.[0] ?? ''];
      if (!sent) return [];
      const { filename: name, url } = sent;
      const file = { url, hosts: FILE_HOSTS, apiUrl };
      return [[custom_id, { name, fetch: (largest: number) => fetchFile(file, largest) }]];
    }),
  );
}

const FILE_UPLOAD: number = ComponentType.FileUpload;

/** Where Discord keeps what members upload. */
const FILE_HOSTS = ['cdn.discordapp.com', 'media.discordapp.net'];

const inputsOf = ({ components }: ModalData) =>
  components.flatMap((part) => part.component ?? part.components ?? []);
