import type { RichTextElement } from '@slack/types';
import { type Block, type Field, lead, type Message } from '../../chat/message.ts';
import { splitCode, splitText } from '../../chat/split.ts';
import { bold, code, type RichText } from '../../chat/text.ts';
import { leadsFrom } from '../shared/leads.ts';
import { LIMITS } from './limits.ts';
import { fieldLines, renderBlocks } from './render.ts';
import { richElements } from './text.ts';

/** A block, and what it adds to a page. */
interface Weighed {
  readonly block: Block;
  /** Blocks of Slack's. */
  readonly count: number;
  /** Of their JSON, with the commas before or after them. */
  readonly bytes: number;
}

/** Cuts a message into pages that Slack takes. Every page holds at least one block. */
export function paginate(message: Message): readonly Message[] {
  const pages: Weighed[][] = [[]];
  for (const weighed of message.blocks.flatMap(fitting).map(weigh)) {
    const page = pages.at(-1) ?? [];
    if (page.length === 0 || fitTogether([...page, weighed])) page.push(weighed);
    else pages.push(turnPage(page, weighed));
  }
  return pages.map((page) => ({ ...message, blocks: page.map(({ block }) => block) }));
}

/** What leads to the block comes along, unless both are too much for a page. */
function turnPage(page: Weighed[], weighed: Weighed): Weighed[] {
  const end = leadsFrom(page.map(({ block }) => block));
  const leads = end > 0 && fitTogether([...page.slice(end), weighed]) ? page.splice(end) : [];
  return [...leads, weighed];
}

/** Whether Slack takes the blocks as one message. */
export const fits = (blocks: readonly Block[]): boolean => fitTogether(blocks.map(weigh));

function fitTogether(page: readonly Weighed[]): boolean {
  const count = page.reduce((sum, one) => sum + one.count, 0);
  const bytes = page.reduce((sum, one) => sum + one.bytes, EMPTY_BYTES);
  return count <= LIMITS.blocks && bytes <= LIMITS.page;
}

/** Weighed once, however many others stand on its page. */
function weigh(block: Block): Weighed {
  const rendered = renderBlocks({ blocks: [block] }, () => 'F00000000000');
  const bytes = rendered.reduce((sum, one) => sum + jsonBytes(one) + 1, 0);
  return { block, count: rendered.length, bytes };
}

/** Of a list's brackets, less the one comma that too many are counted. */
const EMPTY_BYTES = 1;

/** The same content as blocks that each fit Slack's limits for one block. */
function fitting(block: Block): Block[] {
  switch (block.type) {
    case 'heading':
      return block.text.length <= LIMITS.heading ? [block] : fitting(lead(bold(block.text)));
    case 'text':
    case 'quote':
    case 'note':
      return split(block.text).map((text) => ({ ...block, text }));
    case 'code':
      return splitCode(block.text, LIMITS.text, (part) => measure([code(part)])).map((text) => ({
        type: 'code',
        text,
      }));
    case 'list':
      return listPieces(block.items, block.ordered === true);
    case 'fields':
      return fieldPieces(block.fields);
    case 'buttons':
      return inGroups(block.buttons, (group) => group.length <= LIMITS.buttons).map((buttons) => ({
        type: 'buttons',
        buttons,
      }));
    case 'mention':
    case 'picture':
    case 'file':
      return [block];
  }
}

function pieces(text: RichText): Block[] {
  return split(text).map((part) => ({ type: 'text', text: part }));
}

/** A numbered list that is cut would start again at 1, so its numbers become words. */
function listPieces(items: readonly RichText[], ordered: boolean): Block[] {
  if (measure(items.flat()) <= LIMITS.text) return [{ type: 'list', items, ordered }];
  if (ordered) return items.flatMap((item, at) => pieces([`${at + 1}. `, ...item]));
  const small = items.flatMap(split);
  return inGroups(small, (group) => measure(group.flat()) <= LIMITS.text).map((group) => ({
    type: 'list',
    items: group,
  }));
}

function fieldPieces(fields: readonly Field[]): Block[] {
  const groups = inGroups(fields, (group) => measure(fieldLines(group)) <= LIMITS.text);
  return groups.flatMap((group): Block[] => {
    const lines = fieldLines(group);
    return measure(lines) <= LIMITS.text ? [{ type: 'fields', fields: group }] : pieces(lines);
  });
}

/** The longest runs that `fit`; an item that never fits is a run of its own. */
function inGroups<T>(items: readonly T[], fit: (group: readonly T[]) => boolean): T[][] {
  const groups: T[][] = [];
  for (const item of items) {
    const group = groups.at(-1);
    if (group && fit([...group, item])) group.push(item);
    else groups.push([item]);
  }
  return groups;
}

const split = (text: RichText): RichText[] => splitText(text, LIMITS.text, measure);

/**
 * Characters of one block's text. Bytes count too where there are many, as with much markup or Chinese
 * letters, so that every block fits a page.
 */
function measure(text: RichText): number {
  const elements = richElements(text);
  const shown = elements.reduce((sum, element) => sum + shownLength(element), 0);
  return Math.max(shown, jsonBytes(elements) * MARKUP_SHARE);
}

function shownLength(element: RichTextElement): number {
  if (element.type === 'text') return element.text.length;
  return element.type === 'link' ? (element.text ?? '').length + element.url.length : DATE_LENGTH;
}

/** An instant with its format and fallback. */
const DATE_LENGTH = 60;

const jsonBytes = (value: unknown): number => Buffer.byteLength(JSON.stringify(value));

/** A text that weighs as much as the longest one allowed fills a page but for the last 1,000 bytes. */
const MARKUP_SHARE = LIMITS.text / (LIMITS.page - 1_000);
