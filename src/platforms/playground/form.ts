import type { Element } from 'hast';
import { h } from 'hastscript';
import { cut } from '../../chat/cut.ts';
import { displayable } from '../../chat/displayable.ts';
import type { Form, FormField } from '../../chat/form.ts';
import { encodeAction } from '../../chat/message.ts';
import type { Reading } from './reading.ts';
import { renderBlock } from './render.ts';
import { limitNote } from './view/limit-note.ts';
import { type PlaygroundWords, playgroundWords } from './words/index.ts';

/** What the sending of a form needs besides its values. It travels in the form. */
export interface FormHandle {
  /** Encoded. */
  readonly action: string;
  /** One for each opening of a form, so that a second delivery is known as such. */
  readonly submission: string;
  readonly channel: string;
  readonly thread?: number | undefined;
  /** The private message that bears the button which opened the form. */
  readonly on?: number | undefined;
}

/** A form that a gesture brought, and what its sending needs. */
export interface ShownForm {
  readonly form: Form;
  readonly handle: Omit<FormHandle, 'action'>;
}

/** The shortest of the platforms' limits, so that nothing looks longer here than elsewhere. */
const TITLE_LENGTH = 24;
const LABEL_LENGTH = 45;

/** A form as a dialog. */
export function renderForm(
  { form, handle }: ShownForm,
  reading: Reading,
  longest = Infinity,
): Element {
  const words = playgroundWords(reading.language);
  const whole: FormHandle = { ...handle, action: encodeAction(form.action) };
  return h('dialog', { className: 'form', ariaLabelledBy: 'form-title' }, [
    h('form', { method: 'dialog', dataHandle: JSON.stringify(whole), dataDraft: whole.action }, [
      h('h2#form-title', cut(displayable(form.title), TITLE_LENGTH)),
      form.about &&
        h(
          'div.about',
          form.about.map((block) => renderBlock(block, reading)),
        ),
      ...form.fields.map((field) => renderField(within(field, longest), words)),
      h('p.failure', { role: 'alert', hidden: true }, words.failed),
      h('div.dialog-buttons', [
        h('button.quiet', { type: 'button', dataClose: true }, words.cancel),
        h('button.primary', { type: 'submit' }, cut(displayable(form.submit), TITLE_LENGTH)),
      ]),
    ]),
  ]);
}

/** A field takes no more than the platform that is played does. */
function within(field: FormField, longest: number): FormField {
  if (!isText(field) || longest === Infinity) return field;
  return { ...field, maxLength: Math.min(field.maxLength ?? longest, longest) };
}

type TextField = Extract<FormField, { type: 'line' | 'paragraph' }>;

const isText = (field: FormField): field is TextField =>
  field.type === 'line' || field.type === 'paragraph';

function renderField(field: FormField, words: PlaygroundWords): Element {
  const id = `field-${field.id}`;
  const hint = field.hint && h('p.hint', { id: `${id}-hint` }, displayable(field.hint));
  const common = {
    id,
    name: field.id,
    required: field.required,
    ...(hint && { ariaDescribedBy: `${id}-hint` }),
  };
  return h('div.field', [
    h('label', { for: id }, cut(displayable(field.label), LABEL_LENGTH)),
    control(field, common),
    limitOf(field, words),
    hint,
  ]);
}

/** What is said once the field is full. */
function limitOf(field: FormField, words: PlaygroundWords): Element | undefined {
  const most = isText(field) ? field.maxLength : undefined;
  return most === undefined ? undefined : limitNote(words.longestField(most));
}

function control(field: FormField, common: Record<string, string | boolean>): Element {
  if (field.type === 'file') return h('input', { ...common, type: 'file' });
  const value = field.value ?? '';
  if (field.type === 'choice' || field.type === 'group') {
    return h('select', common, options(field, value));
  }
  const text = {
    ...common,
    ...(field.maxLength !== undefined && { maxLength: field.maxLength }),
  };
  if (field.type === 'line') return h('input', { ...text, type: 'text', value });
  // HTML drops one line feed at the start of a text area.
  return h('textarea', { ...text, rows: 6 }, `\n${value}`);
}

function options(
  field: Extract<FormField, { type: 'choice' | 'group' }>,
  value: string,
): Element[] {
  // A group's options have one that says nobody.
  const empty = field.required || field.type === 'group' ? [] : [h('option', { value: '' }, '—')];
  const choices = field.options.map((option) =>
    h(
      'option',
      { value: option.value, selected: option.value === value },
      displayable(option.label),
    ),
  );
  return [...empty, ...choices];
}
