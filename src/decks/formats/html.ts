import { convert, type DomNode, type FormatCallback, type HtmlToTextOptions } from 'html-to-text';
import { seenText } from '../../domain/answer-text.ts';
import type { Lost } from './lost.ts';
import { escapeDeckMarkdown } from './plain-markdown.ts';
import { tableToMarkdown } from './text-table.ts';

/** Markdown, and what of the HTML it has no place for. */
export interface Converted extends Pick<Lost, 'pictures' | 'sounds' | 'links'> {
  readonly markdown: string;
}

/**
 * A flashcard's field as Markdown: lines, lists, tables, code, bold words and links stay, pictures and
 * sounds are counted.
 */
export function htmlToMarkdown(html: string): Converted {
  const counts = { pictures: 0, links: 0 };
  const sounds = html.match(SOUND)?.length ?? 0;
  const light = flatter(html.replace(SOUND, '').replace(INLINE_PICTURE, '$1'));
  const markdown = seenText(convert(light, optionsWith(counts)));
  return { markdown, sounds, ...counts };
}

/** The same without any markup, for a name. */
export const htmlToPlain = (html: string): string =>
  seenText(convert(flatter(html), { wordwrap: false }));

/** The bytes of a picture within the text, which are longer than any text. */
const INLINE_PICTURE = /(<img\b[^>]{0,500}?\bsrc=)["']data:[^"']*["']/gi;

/** Without a limit, each beginning would have the whole rest searched for its end. */
const SOUND = /\[sound:[^\]]{0,300}\]/g;

/** What only an HTML field holds; angle brackets alone may be what a question is about. */
const SURELY_HTML =
  /<br\s*\/?>|&(?:nbsp|lt|gt|amp|quot|apos|shy|hellip|deg|times|[lr][sd]quo|[mn]dash|[a-z](?:acute|grave|uml|circ|tilde|ring|cedil)|#\d+|#x[\da-f]+);/i;

/** What is surely HTML where it is closed again. */
const PAIRS = ['div', 'p', 'pre', 'ul', 'ol', 'table', 'span'].map((name) => ({
  opening: new RegExp(`<${name}\\b[^<>]*>`, 'i'),
  closing: `</${name}>`,
}));

/** Whether a cell of a table that does not say so holds HTML; what stands between backticks is no sign. */
export function looksLikeHtml(cell: string): boolean {
  const text = cell.replace(/`[^`\n]*`/g, '').toLowerCase();
  return SURELY_HTML.test(text) || PAIRS.some((pair) => holdsPair(text, pair));
}

function holdsPair(text: string, { opening, closing }: (typeof PAIRS)[number]): boolean {
  const end = text.lastIndexOf(closing);
  return end > 0 && opening.test(text.slice(0, end));
}

/** Tags within one another; nobody writes more to be read. */
const DEEPEST = 50;

/** Elements that end where the next one begins, or that hold nothing. */
const UNCLOSED: ReadonlySet<string> = new Set([
  ...['p', 'li', 'tr', 'td', 'th', 'dt', 'dd', 'option'],
  ...['br', 'hr', 'img', 'col', 'wbr', 'input', 'link', 'meta'],
]);

/** HTML nested too deep is read as its words: to follow its tags would take long, and leave out what is deepest. */
const flatter = (html: string): string =>
  isDeep(html) ? html.replace(/<(?!br\b|img\b)[^<>]*>/gi, ' ') : html;

function isDeep(html: string): boolean {
  let depth = 0;
  for (const [, slash, name = ''] of html.matchAll(/<(\/?)([a-z][a-z\d]*)/gi)) {
    if (UNCLOSED.has(name.toLowerCase())) continue;
    depth = Math.max(0, depth + (slash === '' ? 1 : -1));
    if (depth > DEEPEST) return true;
  }
  return false;
}

/** With what needs no end between them, elements may stand deeper in the tree; beyond this the stack would overflow. */
const DEEPEST_NODE = 3 * DEEPEST;

function optionsWith(counts: { pictures: number; links: number }): HtmlToTextOptions {
  const picture: FormatCallback = () => void (counts.pictures += 1);
  const link: FormatCallback = (element, walk, builder) => {
    const { href } = (element.attribs ?? {}) as { href?: string };
    const text = textOf(element).trim();
    if (text !== '' && href !== undefined && /^https?:\/\/[^\s()<>]+$/.test(href)) {
      return addInline(builder, element, `[${escapeDeckMarkdown(text)}](${href})`);
    }
    if (href !== undefined) counts.links += 1;
    walk(element.children, builder);
  };
  return {
    wordwrap: false,
    encodeCharacters: escapeDeckMarkdown as never,
    limits: { maxInputLength: 400_000, maxDepth: DEEPEST_NODE, maxChildNodes: 5_000 },
    formatters: { picture, link, fence, inlineCode, ...MARKED, ...RAISED, grid },
    selectors: [
      { selector: 'a', format: 'link' },
      { selector: 'img', format: 'picture' },
      { selector: 'pre', format: 'fence' },
      ...['code', 'kbd', 'tt'].map((selector) => ({ selector, format: 'inlineCode' })),
      ...['b', 'strong'].map((selector) => ({ selector, format: 'bold' })),
      ...['i', 'em'].map((selector) => ({ selector, format: 'italic' })),
      { selector: 'sup', format: 'power' },
      { selector: 'sub', format: 'index' },
      ...['h1', 'h2', 'h3', 'h4', 'h5', 'h6'].map((selector) => ({
        selector,
        options: { uppercase: false },
      })),
      { selector: 'table', format: 'grid' },
    ],
  };
}

/** Code of several lines, its indentation kept. */
const fence: FormatCallback = (element, _walk, builder) => {
  builder.openBlock({ leadingLineBreaks: 2, isPre: true });
  const code = textOf(element).replace(/^\n|\s+$/g, '');
  builder.addLiteral(`\`\`\`\n${code}\n\`\`\``);
  builder.closeBlock({ trailingLineBreaks: 2 });
};

const inlineCode: FormatCallback = (element, walk, builder) => {
  const code = textOf(element);
  if (code.includes('\n')) return fence(element, walk, builder, {});
  if (code.trim() === '') return;
  const around = code.includes('`') ? '``' : '`';
  addInline(builder, element, `${around}${code.trim()}${around}`);
};

/** Bold and italic words; where Markdown would not take the marks for such, the words alone. */
function marked(mark: string): FormatCallback {
  return (element, walk, builder) => {
    const text = textOf(element).trim();
    const plain = element.children?.every(({ type }) => type === 'text') ?? false;
    if (!plain || !/^[\p{L}\p{N}](.*[\p{L}\p{N}])?$/u.test(text)) {
      return void walk(element.children, builder);
    }
    addInline(builder, element, `${mark}${escapeDeckMarkdown(text)}${mark}`);
  };
}

const MARKED = { bold: marked('**'), italic: marked('*') };

/** A power or an index, which plain text would run together with what it belongs to. */
function raised(sign: string): FormatCallback {
  return (element, _walk, builder) => {
    const text = textOf(element).trim();
    const tied = text.length > 1 ? `(${text})` : text;
    if (text !== '') addInline(builder, element, escapeDeckMarkdown(`x${sign}${tied}`).slice(1));
  };
}

const RAISED = { power: raised('^'), index: raised('_') };

const grid: FormatCallback = (element, _walk, builder) => {
  const rows = within(element, ['tr']).map((row) =>
    within(row, ['td', 'th']).map((cell) => textOf(cell).replace(/\s+/g, ' ').trim()),
  );
  if (rows.length === 0) return;
  builder.openBlock({ leadingLineBreaks: 2, isPre: true });
  builder.addLiteral(tableToMarkdown(rows));
  builder.closeBlock({ trailingLineBreaks: 2 });
};

/** Text that is Markdown already, with the blanks that its element has inside. */
function addInline(
  builder: Parameters<FormatCallback>[2],
  element: DomNode,
  markdown: string,
): void {
  const text = textOf(element);
  const [before, after] = [/^\s/.test(text) ? ' ' : '', /\s$/.test(text) ? ' ' : ''];
  builder.addInline(`${before}${markdown}${after}`, { noWordTransform: true });
}

function textOf(node: DomNode, depth = 0): string {
  if (node.type === 'text') return node.data ?? '';
  if (node.name === 'br') return '\n';
  const children = depth < DEEPEST_NODE ? (node.children ?? []) : [];
  const inner = children.map((child) => textOf(child, depth + 1)).join('');
  return node.name === 'div' || node.name === 'p' ? `${inner}\n` : inner;
}

function within(node: DomNode, names: readonly string[], depth = 0): readonly DomNode[] {
  const children = depth < DEEPEST_NODE ? (node.children ?? []) : [];
  return children.flatMap((child) =>
    names.includes(child.name ?? '') ? [child] : within(child, names, depth + 1),
  );
}
