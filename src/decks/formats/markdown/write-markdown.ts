import { seenText } from '../../../domain/answer-text.ts';
import { htmlToMarkdown } from '../html.ts';
import { addLost, type Lost } from '../lost.ts';
import { escapeDeckMarkdown } from '../plain-markdown.ts';
import { tableToMarkdown } from '../text-table.ts';
import { type Inline, type MarkdownBlock, plainMarkdownText } from './tree.ts';

/** What a text loses on its way. */
export interface Losses {
  pictures: number;
  links: number;
}

/** Blocks as the Markdown that decks hold: paragraphs, lists of one kind or another, code, bold words, links. */
export function writeBlocks(blocks: readonly MarkdownBlock[]): {
  readonly markdown: string;
  readonly lost: Lost;
} {
  const losses: Losses = { pictures: 0, links: 0 };
  const written = blocks.map((block) => writeBlock(block, losses)).filter((text) => text !== '');
  return { markdown: written.join('\n\n').trim(), lost: addLost([losses]) };
}

function writeBlock(block: MarkdownBlock, losses: Losses): string {
  switch (block.type) {
    case 'paragraph':
      return writeInline(block.children, losses);
    case 'heading':
      return `**${plainMarkdownText(block).replace(/\*/g, '\\*').trim()}**`;
    case 'code':
      return fenced(block.value);
    case 'blockquote':
      return block.children.map((child) => writeBlock(child, losses)).join('\n\n');
    case 'list':
      return block.children
        .map((item, index) => writeItem(item.children, marker(block, index), losses))
        .join('\n');
    case 'table':
      return tableToMarkdown(
        block.children.map((row) =>
          row.children.map((cell) => cell.children.map(plainMarkdownText).join('')),
        ),
      );
    case 'html':
      return writeHtml(block.value, losses);
    default:
      return '';
  }
}

const marker = (
  { ordered, start }: Extract<MarkdownBlock, { type: 'list' }>,
  index: number,
): string => (ordered === true ? `${(start ?? 1) + index}. ` : '- ');

function writeItem(children: readonly MarkdownBlock[], mark: string, losses: Losses): string {
  const text = children
    .map((child) => writeBlock(child, losses))
    .filter(Boolean)
    .join('\n');
  return mark + text.replaceAll('\n', `\n${' '.repeat(mark.length)}`);
}

function fenced(code: string): string {
  const fence = code.includes('```') ? '~~~' : '```';
  return `${fence}\n${code}\n${fence}`;
}

function writeHtml(html: string, losses: Losses): string {
  const { markdown, pictures, links } = htmlToMarkdown(html);
  losses.pictures += pictures;
  losses.links += links;
  return markdown;
}

/** A line of text with its marks. */
export function writeInline(nodes: readonly Inline[], losses: Losses): string {
  const line = nodes.map((node) => writeSpan(node, losses)).join('');
  return seenText(line.replace(/[ \t]*<br\s*\/?>[ \t]*\n?/gi, '\n'));
}

function writeSpan(node: Inline, losses: Losses): string {
  switch (node.type) {
    case 'text':
      return escapeDeckMarkdown(node.value);
    case 'inlineCode':
      return node.value.includes('`') ? `\`\` ${node.value} \`\`` : `\`${node.value}\``;
    case 'strong':
      return marked('**', node, losses);
    case 'emphasis':
      return marked('*', node, losses);
    case 'link':
      return writeLink(node, losses);
    case 'break':
      return '\n';
    case 'image':
    case 'imageReference':
      losses.pictures += 1;
      return '';
    case 'footnoteReference':
      losses.links += 1;
      return '';
    case 'html':
      return /^<br/i.test(node.value) ? node.value : '';
    default:
      return 'children' in node ? writeInline(node.children, losses) : '';
  }
}

function marked(
  mark: string,
  node: { readonly children: readonly Inline[] },
  losses: Losses,
): string {
  const text = writeInline(node.children, losses);
  return text === '' || /^\W*$/u.test(text) ? text : `${mark}${text}${mark}`;
}

/** A link that leads into the same file or folder leads nowhere from a card. */
function writeLink(node: Extract<Inline, { type: 'link' }>, losses: Losses): string {
  const text = writeInline(node.children, losses);
  if (/^https?:\/\/[^\s()<>]+$/.test(node.url)) return text === '' ? '' : `[${text}](${node.url})`;
  losses.links += 1;
  return text;
}
