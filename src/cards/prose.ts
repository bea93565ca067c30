import { fromMarkdown } from 'mdast-util-from-markdown';
import type { Block } from '../chat/message.ts';
import { bold, code, italic, link, type RichText, type Span } from '../chat/text.ts';

type Tree = ReturnType<typeof fromMarkdown>;
type Node = Tree['children'][number];
type Inline = Extract<Node, { type: 'paragraph' }>['children'][number];

/**
 * A deck's prose, which is Markdown, as blocks: paragraphs, lists and code, with bold, italic, code
 * and links in them. What else Markdown knows is kept as its plain text.
 */
export function prose(markdown: string): readonly Block[] {
  return fromMarkdown(markdown).children.flatMap((node) => blockOf(node, markdown));
}

/** One line of prose, such as a key point. */
export function inline(markdown: string): RichText {
  return fromMarkdown(markdown).children.flatMap((node) =>
    'children' in node && node.type === 'paragraph' ? node.children.flatMap(spansOf) : [],
  );
}

function blockOf(node: Node, source: string): readonly Block[] {
  switch (node.type) {
    case 'paragraph':
      return [{ type: 'text', text: node.children.flatMap(spansOf) }];
    case 'code':
      return [{ type: 'code', text: node.value }];
    case 'list': {
      const items = node.children.map((item) => item.children.flatMap(paragraphSpans));
      return [{ type: 'list', items, ordered: node.ordered === true }];
    }
    default:
      return [{ type: 'text', text: [sourceOf(node, source)] }];
  }
}

function paragraphSpans(node: Node): RichText {
  return node.type === 'paragraph' ? node.children.flatMap(spansOf) : [];
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
      return 'value' in node ? [node.value] : [];
  }
}

function plain(nodes: readonly Inline[]): string {
  return nodes
    .map((node) => ('value' in node ? node.value : 'children' in node ? plain(node.children) : ''))
    .join('');
}

function sourceOf(node: Node, source: string): string {
  return source.slice(node.position?.start.offset, node.position?.end.offset);
}
