import type { Element, Root } from 'hast';
import { fromHtml } from 'hast-util-from-html';
import { select, selectAll } from 'hast-util-select';
import { toText } from 'hast-util-to-text';
import type { MessageView } from '../../../src/platforms/playground/view/message.ts';
import { once } from '../once.ts';
import type { Seen, SeenButton, SeenForm } from '../stage.ts';

/** What a page loads beside a message, by the address that it loads it from. */
export type Loaded = ReadonlyMap<string, Buffer>;

/** A message as it stands on the page: read from its HTML, as nothing else is shown to people. */
export interface Page {
  /** Where its pictures and files are had. */
  sources(): readonly string[];
  /** To be called when these are loaded. */
  seen(): Seen;
}

/** To parse HTML takes long: it is done once, and only where something is read. */
export function readPage(view: MessageView, loaded: Loaded): Page {
  const tree = once(() => fromHtml(view.html, { fragment: true }));
  return {
    sources: () => (/<(img|a)\b/.test(view.html) ? sourcesIn(tree()) : []),
    seen: once(() => seenIn(tree(), view, loaded)),
  };
}

function sourcesIn(tree: Root): readonly string[] {
  return [
    ...selectAll('.body img', tree).map((image) => property(image, 'src')),
    ...selectAll('.body .file a', tree).map((link) => property(link, 'href')),
  ];
}

function seenIn(tree: Root, { id, threadHtml }: MessageView, loaded: Loaded): Seen {
  const author = textOf(select('.author', tree));
  return {
    id: String(id),
    author: author === 'Whetstone' ? 'whetstone' : author,
    text: wordsOf(tree),
    buttons: selectAll('[data-action]', tree).map((button) => seenButton(button, id)),
    pictures: selectAll('.body img', tree).map((image) => ({
      alt: property(image, 'alt'),
      bytes: loaded.get(property(image, 'src'))?.byteLength ?? 0,
    })),
    files: selectAll('.body .file a', tree).map((link) => ({
      name: property(link, 'download'),
      text: loaded.get(property(link, 'href'))?.toString() ?? '',
    })),
    marks: selectAll('[data-mark]', tree).map((mark) => property(mark, 'dataMark')),
    ...(threadHtml !== undefined && { thread: String(id) }),
  };
}

export function seenForm(html: string): SeenForm {
  const tree = fromHtml(html, { fragment: true });
  const form = select('form', tree);
  return {
    title: textOf(select('h2', tree)),
    about: textOf(select('.about', tree)),
    handle: form ? property(form, 'dataHandle') : '',
    fields: selectAll('.field', tree).map(seenField),
  };
}

function seenField(field: Element): SeenForm['fields'][number] {
  const control = select('input, textarea, select', field);
  const options = selectAll('option', field).map((option) => ({
    label: textOf(option),
    value: property(option, 'value'),
  }));
  return {
    id: control ? property(control, 'name') : '',
    label: textOf(select('label', field)),
    value: control ? valueOf(control) : '',
    ...(options.length > 0 && { options }),
  };
}

function valueOf(control: Element): string {
  if (control.tagName === 'textarea') return toText(control, { whitespace: 'pre' });
  if (control.tagName === 'input') return property(control, 'value');
  const chosen = select('option[selected]', control) ?? select('option', control);
  return chosen ? property(chosen, 'value') : '';
}

function seenButton(button: Element, on: number): SeenButton {
  return {
    label: textOf(button),
    id: property(button, 'dataAction'),
    disabled: button.properties['disabled'] === true,
    on: String(on),
  };
}

/** What is said, without what the buttons are called. */
function wordsOf(tree: Root): string {
  const body = select('.body', tree);
  if (!body) return '';
  const said = body.children.filter((child) => child !== select('.buttons', body));
  return said
    .map((child) => toText(child, { whitespace: 'pre-wrap' }))
    .join('\n')
    .trim();
}

const textOf = (element: Element | undefined): string => (element ? toText(element).trim() : '');

const property = (element: Element, name: string): string => String(element.properties[name] ?? '');
