import { type Inline, type MarkdownBlock, plainMarkdownText } from './tree.ts';

/** An entry of a table of contents. */
export const isEntry = ([first, ...rest]: readonly MarkdownBlock[]): boolean =>
  first?.type === 'paragraph' &&
  isLinkHome(first) &&
  rest.every(
    (block) => block.type === 'list' && block.children.every((item) => isEntry(item.children)),
  );

/** Whether all its words are a link to another place of the file. */
export function isLinkHome({ children }: { readonly children: readonly Inline[] }): boolean {
  const words = children.filter((node) => plainMarkdownText(node).trim() !== '');
  return (
    words.length > 0 && words.every((node) => node.type === 'link' && node.url.startsWith('#'))
  );
}

export const isStrong = (node: Inline): boolean => node.type === 'strong';

/** Without bold marks and links, of which a question has no need: it is shown in bold as a whole. */
export const unwrapped = (nodes: readonly Inline[]): readonly Inline[] =>
  nodes.flatMap((node) =>
    node.type === 'strong' || node.type === 'link' ? unwrapped(node.children) : [node],
  );

export function withoutStart(nodes: readonly Inline[], length: number): Inline[] {
  let left = length;
  return nodes.flatMap((node): Inline[] => {
    const text = plainMarkdownText(node);
    const cut = Math.min(left, text.length);
    left -= cut;
    if (cut === 0) return [node];
    return cut === text.length ? [] : [{ type: 'text', value: text.slice(cut).trimStart() }];
  });
}

/**
 * The inline nodes up to the first line break, and those behind it. A sentence may run over several lines of
 * the file: only where it ends, or bold words do, another line begins.
 */
export function firstLine(
  nodes: readonly Inline[],
): readonly [readonly Inline[], readonly Inline[]] {
  for (const [index, node] of nodes.entries()) {
    if (node.type === 'break' || (node.type === 'html' && /^<br/i.test(node.value))) {
      return [nodes.slice(0, index), nodes.slice(index + 1)];
    }
    const at = node.type === 'text' ? endOfLine(node.value, nodes[index - 1]) : -1;
    if (node.type !== 'text' || at < 0) continue;
    const before = { ...node, value: node.value.slice(0, at) };
    const after = { ...node, value: node.value.slice(at + 1) };
    return [
      [...nodes.slice(0, index), before],
      [after, ...nodes.slice(index + 1)],
    ];
  }
  return [nodes, []];
}

function endOfLine(text: string, before: Inline | undefined): number {
  const at = text.indexOf('\n');
  const line = text.slice(0, Math.max(at, 0)).trim();
  const ends = line === '' ? before?.type === 'strong' : /[?？.:]["'”)]*$/u.test(line);
  return ends ? at : -1;
}
