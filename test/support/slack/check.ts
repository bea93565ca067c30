import {
  type Block,
  buttonsOf,
  type Element,
  type RichElement,
  type Text,
  type View,
} from './block-kit.ts';
import { TAKES } from './limits.ts';
import { Refusal } from './refusal.ts';
import type { BlockKitSchema } from './schema.ts';

/** Collects what is wrong with a request; each line names the place and the limit. */
class Faults {
  readonly lines: string[] = [];

  atMost(where: string, value: string | undefined, max: number): void {
    if (value !== undefined && value.length > max) {
      this.lines.push(`[ERROR] must be no more than ${max} characters [json-pointer:${where}]`);
    }
  }

  atLeastOne(where: string, value: string | undefined): void {
    if (!value) this.lines.push(`[ERROR] must be more than 0 characters [json-pointer:${where}]`);
  }

  noMore(where: string, count: number, max: number): void {
    if (count > max)
      this.lines.push(`[ERROR] no more than ${max} items allowed [json-pointer:${where}]`);
  }

  unique(where: string, ids: readonly (string | undefined)[]): void {
    const given = ids.filter((id) => id !== undefined);
    if (new Set(given).size < given.length)
      this.lines.push(`[ERROR] duplicate ids [json-pointer:${where}]`);
  }
}

interface Checked {
  readonly text?: string | undefined;
  readonly blocks?: readonly Block[] | undefined;
}

/** Refuses a new message as Slack would, and also one that would notify anybody but one user group. */
export function checkPost(
  schema: BlockKitSchema | undefined,
  { text, blocks = [] }: Checked,
): string | undefined {
  const [group, ...more] = blocks.flatMap(groupIn);
  if (group === undefined || more.length > 0) checkMessage(schema, { text, blocks });
  else {
    const besides = blocks.map((block) => (groupIn(block).length > 0 ? PLACEHOLDER : block));
    checkMessage(schema, { text, blocks: besides });
  }
  return group;
}

const PLACEHOLDER: Block = { type: 'section', text: { type: 'mrkdwn', text: '@group' } };

/** The user group that a section mentions, and nothing else. */
const groupIn = ({ type, text }: Block): readonly string[] =>
  type === 'section' ? (/^<!subteam\^(\w+)>$/.exec(textOf(text) ?? '')?.slice(1) ?? []) : [];

/** Refuses a message as Slack would, and also one that would notify anybody. */
export function checkMessage(
  schema: BlockKitSchema | undefined,
  { text = '', blocks = [] }: Checked,
): void {
  if (text === '' && blocks.length === 0) throw new Refusal('no_text');
  if (text.length > TAKES.messageText) throw new Refusal('msg_too_long');
  checkPings(text, blocks);
  if (schema && !schema.blocks(blocks)) {
    throw new Refusal('invalid_blocks', ['the blocks do not match the schema of Block Kit']);
  }
  const faults = new Faults();
  faults.noMore('/blocks', blocks.length, TAKES.blocks);
  blocks.forEach((block, index) => checkBlock(faults, block, `/blocks/${index}`));
  if (faults.lines.length > 0) throw new Refusal('invalid_blocks', faults.lines);
  if (Buffer.byteLength(JSON.stringify(blocks)) > TAKES.blocksAsJson)
    throw new Refusal('msg_blocks_too_long');
}

export function checkView(schema: BlockKitSchema | undefined, view: View): void {
  if (schema && !schema.view(view)) {
    throw new Refusal('invalid_arguments', ['the view does not match the schema of Block Kit']);
  }
  const faults = new Faults();
  faults.noMore('/view/blocks', view.blocks.length, TAKES.viewBlocks);
  faults.atLeastOne('/view/title', view.title.text);
  faults.atMost('/view/title', view.title.text, TAKES.viewTitle);
  faults.atMost('/view/submit', view.submit?.text, TAKES.viewTitle);
  faults.atMost('/view/private_metadata', view.private_metadata, TAKES.privateMetadata);
  faults.atMost('/view/callback_id', view.callback_id, TAKES.actionId);
  faults.unique(
    '/view/blocks',
    view.blocks.map((block) => block.block_id),
  );
  view.blocks.forEach((block, index) => checkBlock(faults, block, `/view/blocks/${index}`));
  if (faults.lines.length > 0) throw new Refusal('invalid_arguments', faults.lines);
}

function checkBlock(faults: Faults, block: Block, where: string): void {
  faults.atMost(`${where}/block_id`, block.block_id, TAKES.blockId);
  const elements = block.elements ?? [];
  switch (block.type) {
    case 'header':
      faults.atLeastOne(where, textOf(block.text));
      return faults.atMost(where, textOf(block.text), TAKES.header);
    case 'section':
      return checkSection(faults, block, where);
    case 'context':
      faults.noMore(where, elements.length, TAKES.contextElements);
      return elements.forEach((element) => faults.atLeastOne(where, (element as Text).text));
    case 'image':
      faults.atLeastOne(where, block.alt_text);
      return faults.atMost(where, block.alt_text, TAKES.altText);
    case 'actions':
      return checkActions(faults, block, where);
    case 'input':
      return checkInput(faults, block, where);
    case 'markdown':
      return faults.atMost(where, textOf(block.text), TAKES.markdown);
    case 'rich_text':
      return checkRichText(faults, elements as RichElement[], where);
    default:
  }
}

function checkSection(faults: Faults, block: Block, where: string): void {
  faults.atMost(`${where}/text`, textOf(block.text), TAKES.section);
  faults.noMore(`${where}/fields`, block.fields?.length ?? 0, TAKES.sectionFields);
  for (const field of block.fields ?? []) {
    faults.atMost(`${where}/fields`, field.text, TAKES.sectionField);
  }
}

function checkActions(faults: Faults, block: Block, where: string): void {
  const buttons = buttonsOf([block]);
  faults.noMore(where, block.elements?.length ?? 0, TAKES.actions);
  faults.unique(
    where,
    buttons.map((button) => button.action_id),
  );
  for (const button of buttons) {
    faults.atLeastOne(`${where}/text`, button.text.text);
    faults.atMost(`${where}/text`, button.text.text, TAKES.buttonText);
    faults.atMost(`${where}/action_id`, button.action_id, TAKES.actionId);
    faults.atMost(`${where}/value`, button.value, TAKES.value);
  }
}

function checkInput(faults: Faults, block: Block, where: string): void {
  const element: Element = block.element ?? {};
  faults.atLeastOne(`${where}/label`, block.label?.text);
  faults.atMost(`${where}/label`, block.label?.text, TAKES.label);
  faults.atMost(`${where}/hint`, block.hint?.text, TAKES.label);
  faults.atMost(`${where}/placeholder`, element.placeholder?.text, TAKES.placeholder);
  faults.atMost(`${where}/initial_value`, element.initial_value, element.max_length ?? TAKES.input);
  if ((element.max_length ?? 1) > TAKES.input)
    faults.lines.push(`[ERROR] max_length [json-pointer:${where}]`);
  faults.noMore(`${where}/options`, element.options?.length ?? 0, TAKES.options);
  for (const option of element.options ?? []) {
    faults.atMost(`${where}/options/text`, option.text.text, TAKES.optionText);
    faults.atMost(`${where}/options/value`, option.value, TAKES.optionValue);
  }
}

function checkRichText(faults: Faults, elements: readonly RichElement[], where: string): void {
  for (const element of elements) {
    if (element.type === 'text') faults.atLeastOne(where, element.text);
    if (element.elements?.length === 0)
      faults.lines.push(`[ERROR] empty element [json-pointer:${where}]`);
    checkRichText(faults, element.elements ?? [], where);
  }
}

/**
 * The bot promises to notify nobody. Slack would post these; the loopback does not. A channel by its
 * name notifies no one.
 */
function checkPings(text: string, blocks: readonly Block[]): void {
  const written = [text, ...mrkdwnOf(blocks)];
  if (written.some((words) => /<@|<!(?!date\^)/.test(words)) || richPings(blocks)) {
    throw new Refusal('would_notify_someone');
  }
}

function mrkdwnOf(value: unknown): string[] {
  if (typeof value !== 'object' || value === null) return [];
  const { type, text } = value as Text;
  const own = type === 'mrkdwn' && typeof text === 'string' ? [text] : [];
  return [...own, ...Object.values(value).flatMap(mrkdwnOf)];
}

function richPings(value: unknown): boolean {
  if (typeof value !== 'object' || value === null) return false;
  const type = (value as RichElement).type;
  return ['user', 'usergroup', 'broadcast'].includes(type) || Object.values(value).some(richPings);
}

function textOf(text: Text | string | undefined): string | undefined {
  return typeof text === 'string' ? text : text?.text;
}
