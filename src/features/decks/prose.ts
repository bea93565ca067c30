import { fromMarkdown } from 'mdast-util-from-markdown';
import type { WordsBlock } from '../../chat/message.ts';
import { overdoneMarkup } from '../../chat/overdone-markup.ts';
import { bold, code, italic, link, type RichText, type Span } from '../../chat/text.ts';

type Tree = ReturnType<typeof fromMarkdown>;
type Node = Tree['children'][number];
type Inline = Extract<Node, { type: 'paragraph' }>['children'][number];

/**
 * A deck's prose, which is Markdown, as blocks: paragraphs, lists and code, with bold, italic, code
 * and links in them. What else Markdown knows is kept as its plain text, and so is a text with far too
 * much markup: decks are refused for it, but members may suggest anything.
 */
export function prose(markdown: string): readonly WordsBlock[] {
  if (overdoneMarkup(markdown)) return [{ type: 'text', text: [markdown] }];
  return fromMarkdown(markdown).children.flatMap((node) => blockOf(node, markdown));
}

/** One line of prose, such as a key point; one that begins as a list or a heading would is words too. */
export function inline(markdown: string): RichText {
  if (overdoneMarkup(markdown)) return [markdown];
  return apart(fromMarkdown(markdown).children.map((node) => lineOf(node, markdown)));
}

function blockOf(node: Node, source: string): readonly WordsBlock[] {
  switch (node.type) {
    case 'paragraph':
      return [{ type: 'text', text: node.children.flatMap(spansOf) }];
    case 'code':
      return [{ type: 'code', text: node.value }];
    case 'list': {
      const items = node.children.map((item) => itemSpans(item.children, source));
      return [{ type: 'list', items, ordered: node.ordered === true }];
    }
    default:
      return [{ type: 'text', text: [sourceOf(node, source)] }];
  }
}

/** All that an item holds, line by line: a list has one level on the platforms. */
function itemSpans(nodes: readonly Node[], source: string): RichText {
  return apart(
    nodes.flatMap((node): RichText[] => {
      if (node.type !== 'list') return [lineOf(node, source)];
      return node.children.map(({ children }) => ['– ', ...itemSpans(children, source)]);
    }),
  );
}

function lineOf(node: Node, source: string): RichText {
  if (node.type === 'paragraph') return node.children.flatMap(spansOf);
  return node.type === 'code' ? [code(node.value)] : [sourceOf(node, source)];
}

function apart(lines: readonly RichText[]): RichText {
  return lines.flatMap((line, index) => (index === 0 ? line : ['\n', ...line]));
}

function spansOf(node: Inline): readonly Span[] {
  switch (node.type) {
    case 'text':
      return [node.value];
    case 'inlineCode':
      return [code(node.value)];
    case 'strong':
      return [bold(plain(node.children))];
    case 'emphasis':
      return [italic(plain(node.children))];
    case 'link':
      return [link(plain(node.children), node.url)];
    case 'break':
      return ['\n'];
    default:
      return [plain([node])];
  }
}

function plain(nodes: readonly Inline[]): string {
  return nodes
    .map((node) => {
      if ('value' in node) return node.value;
      if ('children' in node) return plain(node.children);
      return 'alt' in node ? (node.alt ?? '') : '';
    })
    .join('');
}

function sourceOf(node: Node, source: string): string {
  return source.slice(node.position?.start.offset, node.position?.end.offset);
}
