import type { RawFile } from '@discordjs/rest';
import type {
  APIActionRowComponent,
  APIButtonComponentWithCustomId,
  APIEmbed,
} from 'discord-api-types/v10';
import { cut } from '../../chat/cut.ts';
import { displayable } from '../../chat/displayable.ts';
import { loadedBytes, loadFiles } from '../../chat/file.ts';
import type { Block, Field, Message, Tone } from '../../chat/message.ts';
import type { RichText } from '../../chat/text.ts';
import { type Borne, renderButtons } from './buttons.ts';
import { LIMITS } from './limits.ts';
import { markAddress } from './mark.ts';
import { codeBlock, escapeMarkdown, markdown } from './text.ts';

/** A message as Discord takes it: the same for a post, an edit and an answer to an interaction. */
export interface Rendered {
  readonly body: {
    /** Holds the one mention that notifies, which an embed could only show. */
    readonly content?: string;
    readonly embeds: readonly APIEmbed[];
    readonly components: readonly APIActionRowComponent<APIButtonComponentWithCustomId>[];
    readonly attachments: readonly { id: string; filename: string; description: string }[];
    /** Whatever the words are, they notify nobody but the role of a mention. */
    readonly allowed_mentions: {
      readonly parse: [];
      readonly roles?: readonly [string];
      readonly replied_user: false;
    };
  };
  readonly files: readonly RawFile[];
}

/** What comes beside the words: pictures, which an embed shows, and files. */
type Attached = Extract<Block, { type: 'picture' | 'file' }>;

/** An embed shows its parts in this order only, so a block that comes too late needs the next one. */
const PARTS = ['text', 'fields', 'picture'] as const;

interface Sheet {
  part: (typeof PARTS)[number];
  description: string;
  readonly fields: { name: string; value: string; inline: boolean }[];
  picture?: string;
}

/** One page of a message with its files, as it is sent. */
export async function sent(message: Message, borne: Borne = {}): Promise<Rendered> {
  return render(await loadFiles(message, LIMITS.upload), borne);
}

/**
 * One page of a message. A `mark` makes it findable in the channel's history: its first button bears it, or an
 * embed where there is none, or where its buttons bear an addressee and have no room for both.
 */
export function render(message: Message, { mark, addressee }: Borne = {}): Rendered {
  const sheets: Sheet[] = [];
  const attached: Attached[] = [];
  for (const block of message.blocks) draw(block, sheets, attached);
  const onEmbed = addressee !== undefined || !message.blocks.some(isButtons);
  const components = renderButtons(message, { addressee, ...(!onEmbed && { mark }) });
  const bearer = mark !== undefined && onEmbed ? { url: markAddress(mark) } : {};
  const embeds = sheets.filter(isFilled).map((sheet) => toEmbed(sheet, message.tone ?? 'neutral'));
  const [first = { description: EMPTY }, ...rest] = embeds;
  return {
    body: {
      embeds: [{ ...first, ...bearer }, ...rest],
      components,
      attachments: attached.map((block, index) => ({
        id: String(index),
        filename: fileName(block.name, index),
        description: cut(displayable(wordsOf(block)), LIMITS.fileDescription),
      })),
      ...mentioning(message),
    },
    files: attached.map((block, index) => ({
      data: Buffer.from(block.type === 'file' ? loadedBytes(block) : block.png),
      name: fileName(block.name, index),
      contentType: block.type === 'file' ? block.mediaType : 'image/png',
    })),
  };
}

/** Only the first mention of a message notifies. */
function mentioning({ blocks }: Message): Pick<Rendered['body'], 'content' | 'allowed_mentions'> {
  const nobody: Rendered['body']['allowed_mentions'] = { parse: [], replied_user: false };
  const role = blocks.find((block) => block.type === 'mention')?.group.id;
  if (role === undefined) return { allowed_mentions: nobody };
  return { content: `<@&${role}>`, allowed_mentions: { ...nobody, roles: [role] } };
}

const isButtons = ({ type }: Block): boolean => type === 'buttons';

const wordsOf = (block: Attached): string =>
  block.type === 'file' ? block.description : block.alt;

function draw(block: Block, sheets: Sheet[], attached: Attached[]): void {
  switch (block.type) {
    case 'heading':
      return write(sheets, `### ${heading(block.text)}`, '\n\n');
    case 'text':
      return write(sheets, markdown(block.text), '\n\n');
    case 'quote':
      return write(sheets, eachLine('> ', markdown(block.text)), '\n');
    case 'code':
      return write(sheets, codeBlock(block.text), '\n');
    case 'list':
      return write(sheets, list(block.items, block.ordered === true), '\n');
    case 'note':
      return write(sheets, eachLine('-# ', markdown(block.text)), '\n');
    case 'fields':
      return block.fields.forEach((field) => addField(sheets, field));
    case 'picture':
      sheetFor(sheets, 'picture').picture = fileName(block.name, attached.push(block) - 1);
      return;
    case 'file':
      attached.push(block);
      return;
    case 'mention':
    case 'buttons':
      return;
  }
}

/** The last sheet where the part still fits in order, otherwise a new one. */
function sheetFor(sheets: Sheet[], part: Sheet['part']): Sheet {
  const last = sheets.at(-1);
  const late = last && PARTS.indexOf(part) < PARTS.indexOf(last.part);
  const full =
    (part === 'picture' && last?.picture) ||
    (part === 'fields' && last?.fields.length === LIMITS.fields);
  if (!last || late || full) return newSheet(sheets, part);
  last.part = part;
  return last;
}

function newSheet(sheets: Sheet[], part: Sheet['part'] = 'text'): Sheet {
  const sheet: Sheet = { part, description: '', fields: [] };
  sheets.push(sheet);
  return sheet;
}

function write(sheets: Sheet[], text: string, gap: string): void {
  if (text.trim() === '') return;
  const sheet = sheetFor(sheets, 'text');
  const afterHeading = /(^|\n)### [^\n]*$/.test(sheet.description);
  sheet.description += (sheet.description && (afterHeading ? '\n' : gap)) + text;
}

function addField(sheets: Sheet[], field: Field): void {
  sheetFor(sheets, 'fields').fields.push({
    name: cut(displayable(field.name), LIMITS.fieldName) || EMPTY,
    value: markdown(field.value) || EMPTY,
    inline: true,
  });
}

/** Discord refuses empty texts. */
const EMPTY = '\u200B';

/** So many characters that escapes, which may double them, still leave a page room for its text. */
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

export const COLOURS: Record<Tone, number> = {
  question: 0x5865f2,
  reveal: 0xeb459e,
  success: 0x248046,
  warning: 0xf0b232,
  neutral: 0x80848e,
};

function toEmbed(sheet: Sheet, tone: Tone): APIEmbed {
  return {
    color: COLOURS[tone],
    ...(sheet.description && { description: sheet.description }),
    ...(sheet.fields.length > 0 && { fields: sheet.fields }),
    ...(sheet.picture && { image: { url: `attachment://${sheet.picture}` } }),
  };
}

function isFilled(sheet: Sheet): boolean {
  return sheet.description !== '' || sheet.fields.length > 0 || sheet.picture !== undefined;
}

/** Unlike any other of the message, in the characters that Discord leaves as they are. */
function fileName(name: string, index: number): string {
  const safe = name.replace(/[^\w.-]/g, '_').replace(/^\.+/, '');
  return index === 0 ? safe : `${index + 1}-${safe}`;
}
