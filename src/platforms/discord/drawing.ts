import { cut } from '../../chat/cut.ts';
import { displayable } from '../../chat/displayable.ts';
import type { Block, Field } from '../../chat/message.ts';
import type { RichText } from '../../chat/text.ts';
import { LIMITS } from './limits.ts';
import { codeBlock, escapeMarkdown, markdown } from './text.ts';

/** What comes beside the words: pictures, which an embed shows, and files. */
export type Attached = Extract<Block, { type: 'picture' | 'file' }>;

/** An embed shows its parts in this order only, so a block that comes too late needs the next one. */
const PARTS = ['text', 'fields', 'picture'] as const;

/** What becomes an embed. */
export interface EmbedSheet {
  readonly part: (typeof PARTS)[number];
  readonly description: string;
  readonly fields: readonly { name: string; value: string; inline: boolean }[];
  readonly picture?: string;
}

/** What the blocks of a page come to. None of its sheets is empty. */
export interface DrawnPage {
  readonly sheets: readonly EmbedSheet[];
  readonly attached: readonly Attached[];
}

export const BLANK: DrawnPage = { sheets: [], attached: [] };

/** The drawing with one more block: what a page already holds is never drawn again. */
export function drawOn(drawing: DrawnPage, block: Block): DrawnPage {
  switch (block.type) {
    case 'heading':
      return write(drawing, `### ${heading(block.text)}`, '\n\n');
    case 'text':
      return write(drawing, markdown(block.text), '\n\n');
    case 'quote':
      return write(drawing, eachLine('> ', markdown(block.text)), '\n');
    case 'code':
      return write(drawing, codeBlock(block.text), '\n');
    case 'list':
      return write(drawing, list(block.items, block.ordered === true), '\n');
    case 'note':
      return write(drawing, eachLine('-# ', markdown(block.text)), '\n');
    case 'fields':
      return block.fields.reduce(addField, drawing);
    case 'picture':
      return addPicture(drawing, block);
    case 'file':
      return { ...drawing, attached: [...drawing.attached, block] };
    case 'mention':
    case 'buttons':
      return drawing;
  }
}

/** The part goes on the last sheet where it still fits in order, otherwise on a new one. */
function onSheet(
  drawing: DrawnPage,
  part: EmbedSheet['part'],
  change: (sheet: EmbedSheet) => Partial<EmbedSheet>,
): DrawnPage {
  const { sheets } = drawing;
  const last = sheets.at(-1);
  const late = last && PARTS.indexOf(part) < PARTS.indexOf(last.part);
  const full =
    (part === 'picture' && last?.picture) ||
    (part === 'fields' && last?.fields.length === LIMITS.fields);
  const isNew = !last || late || full;
  const sheet = isNew ? { description: '', fields: [] } : last;
  const others = isNew ? sheets : sheets.slice(0, -1);
  const changed = { ...sheet, part };
  return { ...drawing, sheets: [...others, { ...changed, ...change(changed) }] };
}

function write(drawing: DrawnPage, text: string, gap: string): DrawnPage {
  if (text.trim() === '') return drawing;
  return onSheet(drawing, 'text', ({ description }) => {
    const between = description && (endsInHeading(description) ? '\n' : gap);
    return { description: description + between + text };
  });
}

const endsInHeading = (text: string): boolean =>
  text.startsWith('### ', text.lastIndexOf('\n') + 1);

function addField(drawing: DrawnPage, field: Field): DrawnPage {
  const name = cut(displayable(field.name), LIMITS.fieldName) || EMPTY;
  const value = markdown(field.value) || EMPTY;
  return onSheet(drawing, 'fields', ({ fields }) => ({
    fields: [...fields, { name, value, inline: true }],
  }));
}

function addPicture(drawing: DrawnPage, block: Extract<Block, { type: 'picture' }>): DrawnPage {
  const attached = [...drawing.attached, block];
  const picture = fileName(block.name, drawing.attached.length);
  return onSheet({ ...drawing, attached }, 'picture', () => ({ picture }));
}

/** Discord refuses empty texts. */
export const EMPTY = '\u200B';

/** The most characters that still leave a page room for its text after escapes, which may double them. */
const HEADING_LENGTH = 150;

function heading(text: string): string {
  return escapeMarkdown(cut(displayable(text).replaceAll('\n', ' '), HEADING_LENGTH));
}

function eachLine(prefix: string, text: string): string {
  return text.trim() === '' ? '' : text.replace(/^/gm, prefix);
}

function list(items: readonly RichText[], ordered: boolean): string {
  return items
    .map((item, index) => `${ordered ? `${index + 1}.` : '-'} ${indented(markdown(item))}`)
    .join('\n');
}

const indented = (text: string): string => text.replaceAll('\n', '\n   ');

/** Unlike any other of the message, in the characters that Discord leaves as they are. */
export function fileName(name: string, index: number): string {
  const safe = name.replace(/[^\w.-]/g, '_').replace(/^\.+/, '');
  return index === 0 ? safe : `${index + 1}-${safe}`;
}
