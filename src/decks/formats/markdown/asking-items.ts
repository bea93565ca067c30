import { firstLine, isLinkHome } from './inline.ts';
import { type Inline, type MarkdownBlock, plainMarkdownText, spokenText } from './tree.ts';
import { asks, isNumbered, isTask } from './wording.ts';

type List = Extract<MarkdownBlock, { type: 'list' }>;
type Item = List['children'][number];

/** Words of a question that somebody wrote without its mark; a longer item is a sentence. */
const MOST_WORDS = 10;

/**
 * The items of a list that ask something. Where questions and answers cannot stand by turns, since most items ask
 * one after the other, one like `Mutex and semaphore` is a question as well, and no answer of the one above it.
 */
export function askingItems({ children }: List): ReadonlySet<Item> {
  const asking = children.filter(asksFirst);
  const isAsking = new Set(asking);
  const others = children.filter((item) => !isAsking.has(item));
  const followed = children.filter(
    (item, at) => isAsking.has(item) && !isAsking.has(children[at + 1] ?? item),
  );
  const isByTurns = followed.length * 2 >= asking.length && others.length * 2 > asking.length;
  if (isByTurns) return isAsking;
  const areAnswered = asking.filter(hasMore).length * 2 > asking.length;
  const alike = others.filter((item) => hasMore(item) === areAnswered && isShort(item));
  return new Set([...asking, ...alike]);
}

/** Whether words ask something, or have a question's number. */
export const asksOrCounts = (words: readonly Inline[]): boolean =>
  asks(spokenText(words)) || isNumbered(spokenText(words));

function asksFirst({ children: [first] }: Item): boolean {
  if (first?.type === 'heading') return asksOrCounts(first.children);
  if (first?.type !== 'paragraph') return false;
  const [line] = firstLine(first.children);
  return !isLinkHome(first) && asks(spokenText(line));
}

/** Whether anything stands below its first line. */
const hasMore = ({ children: [first, ...rest] }: Item): boolean =>
  rest.length > 0 || (first?.type === 'paragraph' && firstLine(first.children)[1].length > 0);

function isShort({ children: [first] }: Item): boolean {
  if (first?.type !== 'paragraph' || isLinkHome(first)) return false;
  const [line] = firstLine(first.children);
  const text = line.map(plainMarkdownText).join('').trim();
  if (isTask(text)) return true;
  return !/[.:;…]$/.test(text) && text.split(/\s+/).length <= MOST_WORDS && /\p{L}/u.test(text);
}
