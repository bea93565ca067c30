import type { ContextBlockElement, KnownBlock, RichTextBlock, RichTextElement } from '@slack/types';
import { type Block, decodeAction, type Message } from '../../chat/message.ts';
import type { RichText, Span } from '../../chat/text.ts';
import { paginate } from './paginate.ts';
import { renderBlocks } from './render.ts';

/** What Slack shows of a message, read back from the blocks that it would be sent: a card for each page. */
export function readBack(message: Message): readonly Message[] {
  return paginate(message).flatMap((page) => [
    // A file is a message of its own, ahead of the page.
    ...page.blocks.filter(({ type }) => type === 'file').map((file) => ({ blocks: [file] })),
    { blocks: renderBlocks(page, ({ name }) => name).flatMap((block) => blocksOf(block, page)) },
  ]);
}

function blocksOf(block: KnownBlock, page: Message): Block[] {
  switch (block.type) {
    case 'section':
      return mentioned(block, page);
    case 'header':
      return [{ type: 'heading', text: block.text.text }];
    case 'rich_text':
      return block.elements.flatMap(partOf);
    case 'image':
      return [picture(block)];
    case 'context':
      return [{ type: 'note', text: joined(block.elements.map(smallPrint)) }];
    case 'actions':
      return [{ type: 'buttons', buttons: block.elements.flatMap(buttonOf) }];
    default:
      return [];
  }
}

/** The app knows a group's name by its id; here the message itself does. */
function mentioned(
  { text }: Extract<KnownBlock, { type: 'section' }>,
  { blocks }: Message,
): Block[] {
  return blocks.filter(
    (block) => block.type === 'mention' && text?.text === `<!subteam^${block.group.id}>`,
  );
}

type Image = Extract<KnownBlock, { type: 'image' }>;

const picture = (image: Image): Block => ({
  type: 'picture',
  name: 'slack_file' in image && 'id' in image.slack_file ? image.slack_file.id : '',
  alt: image.alt_text,
  png: new Uint8Array(),
});

type Buttons = Extract<Block, { type: 'buttons' }>['buttons'];

function buttonOf(element: Extract<KnownBlock, { type: 'actions' }>['elements'][number]): Buttons {
  if (element.type !== 'button') return [];
  const { text, value = '', style } = element;
  return [{ label: text.text, action: decodeAction(value), ...(style && { style }) }];
}

function partOf(part: RichTextBlock['elements'][number]): Block[] {
  switch (part.type) {
    case 'rich_text_section':
      return [{ type: 'text', text: part.elements.map(spanOf) }];
    case 'rich_text_quote':
      return [{ type: 'quote', text: part.elements.map(spanOf) }];
    case 'rich_text_preformatted':
      return [{ type: 'code', text: part.elements.map(wordsOf).join('') }];
    case 'rich_text_list': {
      const items = part.elements.map((item) => item.elements.map(spanOf));
      return [{ type: 'list', ordered: part.style === 'ordered', items }];
    }
    default:
      return [];
  }
}

const wordsOf = (element: RichTextElement): string => (element.type === 'text' ? element.text : '');

function spanOf(element: RichTextElement): Span {
  switch (element.type) {
    case 'text':
      return styled(element.text, element.style);
    case 'link':
      return { type: 'link', text: element.text ?? element.url, url: element.url };
    case 'date':
      return instant(element.timestamp, element.format);
    case 'channel':
      return { type: 'channel', id: element.channel_id };
    default:
      return '';
  }
}

type Style = Extract<RichTextElement, { type: 'text' }>['style'];

function styled(text: string, style: Style): Span {
  if (style?.bold) return { type: 'bold', text };
  if (style?.italic) return { type: 'italic', text };
  return style?.code ? { type: 'code', text } : text;
}

/** Slack counts nothing down. */
const instant = (seconds: number, format: string): Span => ({
  type: 'time',
  at: new Date(seconds * 1000),
  style: format.includes('{time}') ? 'datetime' : 'date',
});

const MRKDWN =
  /<!date\^(?<at>\d+)\^(?<format>[^|]*)\|[^>]*>|<#(?<channel>\w+)>|<(?<url>[^|>]*)\|(?<words>[^>]*)>/;

function smallPrint(element: ContextBlockElement): Span {
  if (element.type === 'plain_text') return element.text;
  if (element.type !== 'mrkdwn') return '';
  const { at, format = '', channel, url, words = '' } = MRKDWN.exec(element.text)?.groups ?? {};
  if (at !== undefined) return instant(Number(at), format);
  if (channel !== undefined) return { type: 'channel', id: channel };
  return url === undefined ? element.text : { type: 'link', text: unescaped(words), url };
}

const unescaped = (text: string): string =>
  text.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&');

/** Slack sets the elements of a context block apart. */
const joined = (spans: readonly Span[]): RichText =>
  spans.flatMap((span, index) => (index > 0 ? [' ', span] : [span]));
