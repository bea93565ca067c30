import type { Block, Field, Message } from '../../chat/message.ts';
import { splitCode, splitText } from '../../chat/split.ts';
import type { RichText } from '../../chat/text.ts';
import { leadsFrom } from '../shared/leads.ts';
import { buttonRows } from './buttons.ts';
import { BLANK, type DrawnPage, drawOn, type EmbedSheet } from './drawing.ts';
import { LIMITS } from './limits.ts';
import { markdown } from './text.ts';

/** What stands on a page, and what that comes to. */
interface Page {
  readonly blocks: readonly Block[];
  readonly drawing: DrawnPage;
}

const EMPTY_PAGE: Page = { blocks: [], drawing: BLANK };

/** Cuts a message into pages that Discord takes, each block whole where a page can hold it. */
export function paginate(message: Message): readonly Message[] {
  const pages = [EMPTY_PAGE];
  for (const block of message.blocks) place(pages, block);
  return pages.map(({ blocks }) => ({ ...message, blocks }));
}

function place(pages: Page[], block: Block): void {
  if (added(pages, block)) return;
  // A part is never cut again, so that this comes to an end whatever the parts are.
  for (const part of split(block)) if (!added(pages, part)) addAlone(pages, part);
}

/** Puts the block on the last page, or with what leads to it on a new one; returns whether it fits there. */
function added(pages: Page[], block: Block): boolean {
  const page = pages.pop() ?? EMPTY_PAGE;
  const longer = goOn(page, block);
  if (pageFits(longer)) return pages.push(longer) > 0;
  const end = leadsFrom(page.blocks);
  const next = pageOf([...page.blocks.slice(end), block]);
  const fitsThere = pageFits(next);
  pages.push(...(fitsThere ? [pageOf(page.blocks.slice(0, end)), next] : [page]));
  return fitsThere;
}

function addAlone(pages: Page[], block: Block): void {
  if (pages.at(-1)?.blocks.length === 0) pages.pop();
  pages.push(pageOf([block]));
}

/** Whether Discord takes the blocks as one message. */
export const fits = (blocks: readonly Block[]): boolean => pageFits(pageOf(blocks));

const pageOf = (blocks: readonly Block[]): Page => blocks.reduce(goOn, EMPTY_PAGE);

const goOn = ({ blocks, drawing }: Page, block: Block): Page => ({
  blocks: [...blocks, block],
  drawing: drawOn(drawing, block),
});

function pageFits({ blocks, drawing: { sheets, attached } }: Page): boolean {
  return (
    sheets.length <= LIMITS.embeds &&
    rowsOf(blocks) <= LIMITS.rows &&
    attached.length <= LIMITS.files &&
    sheets.every(sheetFits) &&
    sheets.reduce((sum, sheet) => sum + lengthOf(sheet), 0) <= LIMITS.embedsTotal
  );
}

function rowsOf(blocks: readonly Block[]): number {
  return blocks.reduce(
    (sum, block) => sum + (block.type === 'buttons' ? buttonRows(block.buttons).length : 0),
    0,
  );
}

function sheetFits({ description, fields }: EmbedSheet): boolean {
  return (
    description.length <= LIMITS.embedDescription &&
    fields.every(({ value }) => value.length <= LIMITS.fieldValue)
  );
}

function lengthOf({ description, fields }: EmbedSheet): number {
  return fields.reduce(
    (sum, { name, value }) => sum + name.length + value.length,
    description.length,
  );
}

/** A part leaves its page room for a heading and a name or two before it. */
const PART_LENGTH = LIMITS.embedDescription - 700;

/** The same content in parts that each fit a page; none where there is only white space. */
function split(block: Block): readonly Block[] {
  switch (block.type) {
    case 'text':
    case 'quote':
    case 'note':
      return splitBlock(block.text, (text) => ({ ...block, text }));
    case 'code':
      return splitCode(block.text, PART_LENGTH, (text) => shownLength({ ...block, text })).map(
        (text) => ({ ...block, text }),
      );
    case 'list':
      return block.items.flatMap((item, index) => splitItem(item, block.ordered ? index + 1 : 0));
    case 'fields':
      return block.fields.flatMap(splitField);
    case 'buttons':
      return buttonRows(block.buttons).map((buttons) => ({ type: 'buttons', buttons }));
    case 'mention':
    case 'heading':
    case 'picture':
    case 'file':
      return [block];
  }
}

function splitBlock(text: RichText, toBlock: (text: RichText) => Block): Block[] {
  return splitText(text, PART_LENGTH, (part) => shownLength(toBlock(part))).map(toBlock);
}

function shownLength(block: Block): number {
  return drawOn(BLANK, block).sheets[0]?.description.length ?? 0;
}

/** A numbered list that is cut would begin at 1 again, so its numbers become words. */
function splitItem(item: RichText, number: number): Block[] {
  if (number > 0) return splitBlock([`${number}. `, ...item], (text) => ({ type: 'text', text }));
  return splitBlock(item, (text) => ({ type: 'list', items: [text] }));
}

function splitField(field: Field): Block[] {
  const values = splitText(field.value, LIMITS.fieldValue, (text) => markdown(text).length);
  if (values.length === 0) return [{ type: 'fields', fields: [{ ...field, value: [] }] }];
  return values.map((value) => ({ type: 'fields', fields: [{ ...field, value }] }));
}
