import type { APIEmbed } from 'discord-api-types/v10';
import type { Block, Field, Message } from '../../chat/message.ts';
import { splitCode, splitText } from '../../chat/split.ts';
import type { RichText } from '../../chat/text.ts';
import { leadsFrom } from '../shared/leads.ts';
import { buttonRows } from './buttons.ts';
import { LIMITS } from './limits.ts';
import { render } from './render.ts';
import { markdown } from './text.ts';

/** Cuts a message into pages that Discord takes, each block whole where a page can hold it. */
export function paginate(message: Message): readonly Message[] {
  const pages: Block[][] = [[]];
  for (const block of message.blocks) place(pages, block);
  return pages.map((blocks) => ({ ...message, blocks }));
}

function place(pages: Block[][], block: Block): void {
  if (added(pages, block)) return;
  // A part is never cut again, so that this comes to an end whatever the parts are.
  for (const part of split(block)) if (!added(pages, part)) addAlone(pages, part);
}

/** Puts the block on the last page, or with what leads to it on a new one; returns whether it fits there. */
function added(pages: Block[][], block: Block): boolean {
  const page = pages.at(-1) ?? [];
  if (fits([...page, block])) return page.push(block) > 0;
  const end = leadsFrom(page);
  if (!fits([...page.slice(end), block])) return false;
  pages.push([...page.splice(end), block]);
  return true;
}

function addAlone(pages: Block[][], block: Block): void {
  if (pages.at(-1)?.length === 0) pages.pop();
  pages.push([block]);
}

/** Whether Discord takes the blocks as one message. */
export function fits(blocks: readonly Block[]): boolean {
  const { embeds, components, attachments } = render({ blocks }).body;
  return (
    embeds.length <= LIMITS.embeds &&
    components.length <= LIMITS.rows &&
    attachments.length <= LIMITS.files &&
    embeds.every(embedFits) &&
    embeds.reduce((sum, embed) => sum + embedLength(embed), 0) <= LIMITS.embedsTotal
  );
}

function embedFits(embed: APIEmbed): boolean {
  return (
    (embed.description ?? '').length <= LIMITS.embedDescription &&
    (embed.fields ?? []).every(({ value }) => value.length <= LIMITS.fieldValue)
  );
}

function embedLength(embed: APIEmbed): number {
  const fields = embed.fields ?? [];
  return fields.reduce(
    (sum, { name, value }) => sum + name.length + value.length,
    (embed.description ?? '').length,
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
  return (render({ blocks: [block] }).body.embeds[0]?.description ?? '').length;
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
