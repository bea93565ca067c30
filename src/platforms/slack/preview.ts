import type { ContextBlockElement, KnownBlock, RichTextBlock, RichTextElement } from '@slack/types';
import type { Message } from '../../chat/message.ts';
import { renderBlocks } from './render.ts';

/** A page as Slack shows it, for a terminal: marks as people type them, pictures and buttons in brackets. */
export function preview(page: Message): string {
  const blocks = renderBlocks(page, ({ name }) => name);
  return blocks.map(blockText).join('\n');
}

function blockText(block: KnownBlock): string {
  switch (block.type) {
    case 'section':
      return block.text?.text ?? '';
    case 'header':
      return `*${block.text.text}*`;
    case 'rich_text':
      return block.elements.map(partText).join('\n');
    case 'image':
      return `[picture: ${block.alt_text}]`;
    case 'context':
      return block.elements.map(smallText).join(' ');
    case 'actions':
      return block.elements.map((one) => ('text' in one ? `[${one.text.text}]` : '')).join(' ');
    default:
      return '';
  }
}

function partText(part: RichTextBlock['elements'][number]): string {
  switch (part.type) {
    case 'rich_text_section':
      return part.elements.map(elementText).join('');
    case 'rich_text_quote':
      return part.elements.map(elementText).join('').replace(/^/gm, '> ');
    case 'rich_text_preformatted':
      return ['```', part.elements.map(elementText).join(''), '```'].join('\n');
    case 'rich_text_list':
      return part.elements
        .map(
          (item, index) => `${part.style === 'ordered' ? `${index + 1}.` : '•'} ${partText(item)}`,
        )
        .join('\n');
    default:
      return '';
  }
}

function elementText(element: RichTextElement): string {
  switch (element.type) {
    case 'text':
      return marked(element.text, element.style);
    case 'link':
      return `<${element.url}|${element.text ?? element.url}>`;
    case 'date':
      return element.fallback ?? element.format;
    case 'channel':
      return `<#${element.channel_id}>`;
    default:
      return '';
  }
}

type Style = Extract<RichTextElement, { type: 'text' }>['style'];

function marked(text: string, style: Style): string {
  const mark = style?.bold ? '*' : style?.italic ? '_' : style?.code ? '`' : '';
  return `${mark}${text}${mark}`;
}

const smallText = (element: ContextBlockElement): string =>
  'text' in element ? element.text : 'alt_text' in element ? element.alt_text : '';
