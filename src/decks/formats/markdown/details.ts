import { htmlToMarkdown } from '../html.ts';
import { lineOf, type MarkdownBlock } from './tree.ts';

/** What `<details>` folds away, with the line that stays to be seen. */
export interface Details {
  readonly type: 'details';
  readonly summary: string;
  readonly line: number;
  readonly blocks: readonly MarkdownBlock[];
}

const PIECE = /(<details\b[^>]*>|<\/details>|<summary\b[^>]*>[\s\S]*?<\/summary>)/i;

/**
 * Blocks with what stands between `<details>` and its end as one. To Markdown these are just lines of HTML
 * before and behind blocks, or one piece of HTML where nobody left an empty line.
 */
export function foldDetails(
  blocks: readonly MarkdownBlock[],
): readonly (MarkdownBlock | Details)[] {
  const folded: (MarkdownBlock | Details)[] = [];
  let open: { summary: string; line: number; blocks: MarkdownBlock[]; depth: number } | undefined;
  for (const piece of blocks.flatMap(piecesOf)) {
    const html = piece.type === 'html' ? piece.value : '';
    if (/^<details/i.test(html)) {
      open ??= { summary: '', line: lineOf(piece), blocks: [], depth: 0 };
      open.depth += 1;
    } else if (/^<\/details/i.test(html)) {
      if (open && (open.depth -= 1) === 0) {
        folded.push({ type: 'details', ...open });
        open = undefined;
      }
    } else if (/^<summary/i.test(html) && open && open.summary === '') {
      open.summary = summaryOf(html);
    } else (open?.blocks ?? folded).push(piece);
  }
  return open ? [...folded, ...open.blocks] : folded;
}

function piecesOf(block: MarkdownBlock): readonly MarkdownBlock[] {
  if (block.type !== 'html' || !PIECE.test(block.value)) return [block];
  const values = block.value.split(PIECE).filter((value) => value.trim() !== '');
  return values.map((value) => ({ ...block, value: value.trim() }));
}

const summaryOf = (html: string): string =>
  htmlToMarkdown(html.replace(/<\/?(summary|b|strong|h\d)\b[^>]*>/gi, ''))
    .markdown.replace(/\s+/g, ' ')
    .trim();
