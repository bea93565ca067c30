import type { CardText } from '../cards.ts';
import { choiceText, joined } from '../choice-cards.ts';
import { type Offered, rightOptions, withoutLetters } from '../choices.ts';
import { addLost, type Lost } from '../lost.ts';
import type { Listed } from './find-questions.ts';
import type { MarkdownBlock } from './tree.ts';
import { writeBlocks } from './write-markdown.ts';

/** A question's text, and what of it could not be kept. */
export interface WrittenQuestion {
  readonly text: CardText;
  readonly lost: Lost;
}

/** A question with options to choose from; undefined where it has none, or nothing says which is right. */
export const choiceIn = (listed: Listed, asked: string): WrittenQuestion | undefined =>
  checkedChoice(listed, asked) ?? letteredChoice(listed, asked);

/** Options that are told from a question's other blocks. */
interface FoundOptions {
  readonly before: readonly MarkdownBlock[];
  readonly options: readonly Offered[];
  readonly after: readonly MarkdownBlock[];
  readonly lost: Lost;
}

/** `- [ ] wrong` and `- [x] right`. */
function checkedChoice({ more, answer }: Listed, asked: string): WrittenQuestion | undefined {
  const found = findOptions([...more, ...answer], isChecked);
  if (!found) return undefined;
  const right = found.options.flatMap(({ right: is }, place) => (is ? [place] : []));
  return right.length > 0 ? written(found, { asked, right, after: found.after }) : undefined;
}

const isChecked = ({ options }: FoundOptions): boolean =>
  options.every(({ right }) => right !== undefined);

/** `A: one`, `B: another`, and an answer that begins with the letter of one. */
function letteredChoice({ more, answer }: Listed, asked: string): WrittenQuestion | undefined {
  const found = findOptions(more, isLettered);
  const [first, ...rest] = answer;
  if (!found || !first) return undefined;
  const { markdown } = writeBlocks([first]);
  const [naming = '', ...below] = markdown.split('\n');
  const { name, reason } = nameIn(naming, found.options);
  const [right] = rightOptions([{ offered: found.options, correct: name }]).places;
  if (!right) return undefined;
  const reasons = joined(reason, below.join('\n'));
  return written(found, { asked, right, after: [...found.after, ...rest], reasons });
}

const isLettered = ({ options }: FoundOptions): boolean => withoutLetters(options) !== options;

/** `**C**`, `C) its text` or `C. Because it is.` */
function nameIn(
  line: string,
  options: readonly Offered[],
): { readonly name: string; readonly reason?: string } {
  const bare = line.replace(/[*_]{2}/g, '').trim();
  const [, letter, reason = ''] = /^\(?([a-j])\)?\s*[).:,—–-]\s+(.+)$/i.exec(bare) ?? [];
  if (letter === undefined) return { name: bare.replace(/[.]$/, '') };
  const isText = withoutLetters(options).some(({ text }) => text === reason);
  return { name: letter, ...(!isText && { reason }) };
}

function findOptions(
  blocks: readonly MarkdownBlock[],
  are: (found: FoundOptions) => boolean,
): FoundOptions | undefined {
  for (const [at, block] of blocks.entries()) {
    const [before, after] = [blocks.slice(0, at), blocks.slice(at + 1)];
    const found = { before, after, ...optionsOf(block) };
    if (found.options.length > 1 && are(found)) return found;
  }
  return undefined;
}

/** The items of a list or the lines of a paragraph. */
function optionsOf(block: MarkdownBlock): Pick<FoundOptions, 'options' | 'lost'> {
  if (block.type === 'list') {
    const items = block.children.map(({ children, checked }) => ({
      ...writeBlocks(children),
      ...(typeof checked === 'boolean' && { right: checked }),
    }));
    return {
      options: items.map(({ markdown, right }) => ({
        text: markdown,
        ...(right !== undefined && { right }),
      })),
      lost: addLost(items.map(({ lost }) => lost)),
    };
  }
  if (block.type !== 'paragraph') return { options: [], lost: addLost([]) };
  const { markdown, lost } = writeBlocks([block]);
  return { options: markdown.split('\n').map((text) => ({ text })), lost };
}

interface Decided {
  readonly asked: string;
  readonly right: readonly number[];
  readonly after: readonly MarkdownBlock[];
  readonly reasons?: string;
}

function written({ before, options, lost }: FoundOptions, decided: Decided): WrittenQuestion {
  const [above, below] = [writeBlocks(before), writeBlocks(decided.after)];
  const explanation = joined(decided.reasons, below.markdown);
  return {
    text: choiceText({
      question: joined(decided.asked, above.markdown),
      offered: withoutLetters(options),
      right: decided.right,
      explanation: explanation === '' ? undefined : explanation,
    }),
    lost: addLost([above.lost, lost, below.lost]),
  };
}
