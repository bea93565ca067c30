import type { Button as SlackButton, KnownBlock, RichTextBlock } from '@slack/types';
import { cut } from '../../chat/cut.ts';
import { displayable } from '../../chat/displayable.ts';
import type { Group } from '../../chat/group.ts';
import {
  type Block,
  type Button,
  encodeAction,
  type Field,
  type Message,
} from '../../chat/message.ts';
import { bold, type RichText } from '../../chat/text.ts';
import { LIMITS } from './limits.ts';
import { notification } from './notification.ts';
import { noteElements, richElements } from './text.ts';

export type Picture = Extract<Block, { type: 'picture' }>;

/** The uploaded file of a picture; undefined shows the picture's description instead. */
export type FileOf = (picture: Picture) => string | undefined;

/** A page as the Web API and response URLs take it. */
export interface Body {
  readonly text: string;
  readonly blocks: KnownBlock[];
}

export function render(page: Message, fileOf: FileOf): Body {
  return {
    text: notification(page),
    blocks: renderBlocks(page, fileOf),
  };
}

/** A page of a message as Block Kit. Blocks with nothing to show are left out. */
export function renderBlocks(page: Message, fileOf: FileOf): KnownBlock[] {
  return page.blocks.flatMap((block) => renderBlock(block, fileOf));
}

function renderBlock(block: Block, fileOf: FileOf): KnownBlock[] {
  switch (block.type) {
    case 'mention':
      return [mention(block.group)];
    case 'heading':
      return heading(block.text);
    case 'text':
      return rich('rich_text_section', block.text);
    case 'quote':
      return rich('rich_text_quote', block.text);
    case 'code':
      return preformatted(block.text);
    case 'list':
      return list(block.items, block.ordered === true);
    case 'fields':
      return rich('rich_text_section', fieldLines(block.fields));
    case 'picture':
      return [picture(block, fileOf(block))];
    case 'file':
      return note([block.description]);
    case 'note':
      return note(block.text);
    case 'buttons':
      return actions(block.buttons);
  }
}

/** Slack notifies a group that mrkdwn names, and shows an id that is none as it stands. */
const mention = ({ id }: Group): KnownBlock => ({
  type: 'section',
  text: { type: 'mrkdwn', text: `<!subteam^${id}>` },
});

function heading(text: string): KnownBlock[] {
  const shown = cut(displayable(text), LIMITS.heading);
  return shown === '' ? [] : [{ type: 'header', text: plain(shown) }];
}

function rich(type: 'rich_text_section' | 'rich_text_quote', text: RichText): KnownBlock[] {
  const elements = richElements(text);
  return elements.length === 0 ? [] : [richText({ type, elements })];
}

function preformatted(text: string): KnownBlock[] {
  const shown = displayable(text);
  if (shown === '') return [];
  return [richText({ type: 'rich_text_preformatted', elements: [{ type: 'text', text: shown }] })];
}

function list(items: readonly RichText[], ordered: boolean): KnownBlock[] {
  const elements = items
    .map(richElements)
    .filter((item) => item.length > 0)
    .map((item) => ({ type: 'rich_text_section' as const, elements: item }));
  if (elements.length === 0) return [];
  return [richText({ type: 'rich_text_list', style: ordered ? 'ordered' : 'bullet', elements })];
}

/** Names and values line by line. Slack's own field grid takes mrkdwn only, which would have to be
 *  escaped, and breaks into one column on a phone all the same. */
export function fieldLines(fields: readonly Field[]): RichText {
  return fields.flatMap((field, index) => [
    ...(index > 0 ? ['\n'] : []),
    bold(`${field.name}: `),
    ...field.value,
  ]);
}

function picture(block: Picture, file: string | undefined): KnownBlock {
  const alt = cut(displayable(block.alt), LIMITS.pictureAlt) || block.name;
  if (file !== undefined) return { type: 'image', slack_file: { id: file }, alt_text: alt };
  return { type: 'context', elements: [plain(alt)] };
}

function note(text: RichText): KnownBlock[] {
  const elements = noteElements(text);
  return chunks(elements, LIMITS.contextElements).map((some) => ({
    type: 'context',
    elements: some,
  }));
}

/** Slack knows no disabled buttons: what cannot be pressed is not shown. */
function actions(buttons: readonly Button[]): KnownBlock[] {
  const elements = buttons.filter((button) => button.disabled !== true).map(button);
  return elements.length === 0 ? [] : [{ type: 'actions', elements }];
}

/** The action travels in `value`; action_id only has to differ from its neighbours'. */
function button(button: Button, index: number): SlackButton {
  return {
    type: 'button',
    action_id: `button-${index}`,
    text: plain(cut(displayable(button.label), LIMITS.buttonLabel)),
    value: encodeAction(button.action),
    ...(button.style && { style: button.style }),
  };
}

const plain = (text: string) => ({ type: 'plain_text' as const, text, emoji: false });

const richText = (element: RichTextBlock['elements'][number]): RichTextBlock => ({
  type: 'rich_text',
  elements: [element],
});

function chunks<T>(items: readonly T[], size: number): T[][] {
  const count = Math.ceil(items.length / size);
  return Array.from({ length: count }, (_, at) => items.slice(at * size, (at + 1) * size));
}
