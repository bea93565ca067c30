import { fromMarkdown } from 'mdast-util-from-markdown';
import { gfmFromMarkdown } from 'mdast-util-gfm';
import { gfm } from 'micromark-extension-gfm';
import { overdoneMarkup } from '../../../chat/overdone-markup.ts';

export type Root = ReturnType<typeof fromMarkdown>;
export type MarkdownBlock = Root['children'][number];
export type Inline = Extract<MarkdownBlock, { type: 'paragraph' }>['children'][number];

/** GitHub's Markdown as a tree. */
export const parseMarkdown = (text: string): Root =>
  fromMarkdown(text, { extensions: [gfm()], mdastExtensions: [gfmFromMarkdown()] });

/** Signs of markup in one file: the longest lists have a third of these, and each costs time and memory. */
const MOST_SIGNS = 30_000;

/** In lines, with what else a tree takes time and memory for: lists of half a megabyte weigh about 20,000. */
const MOST_WEIGHT = 25_000;

export const isOverdone = (text: string): boolean =>
  countOf(text, /[*_[<`]/g) > MOST_SIGNS || weightOf(text) > MOST_WEIGHT;

/** A line of `- a` takes as much memory as three links or bars of a table, or twenty words. */
const weightOf = (text: string): number =>
  countOf(text, /^[^\S\n]*\S/gm) +
  countOf(text, /[|@]|:\/\/|www/g) / 3 +
  countOf(text, /[^\s\p{L}\p{N}]|\n|[^\S\n]+/gu) / 20;

const countOf = (text: string, signs: RegExp): number => text.match(signs)?.length ?? 0;

/** The line of the first passage that would take too long to read; passages are parted by empty lines. */
export function overdoneLine(text: string): number | undefined {
  let line = 1;
  for (const passage of text.split('\n\n')) {
    if (overdoneMarkup(passage) || isLongToRead(passage)) return line;
    line += passage.split('\n').length + 1;
  }
  return undefined;
}

/** Characters of one passage but for tables, and signs in it from each of which all that stands before or behind it is searched. */
const MOST_IN_PASSAGE = { characters: 100_000, ends: 2_000, openings: 200 };

const isLongToRead = (passage: string): boolean =>
  passage.replace(/^\|.*\n/gm, '').length > MOST_IN_PASSAGE.characters ||
  countOf(passage, /\]/g) > MOST_IN_PASSAGE.ends ||
  countOf(passage, /<[!?]/g) > MOST_IN_PASSAGE.openings;

export const lineOf = (node: MarkdownBlock): number => node.position?.start.line ?? 1;

/** All words of a node in one line, without marks. */
export function plainMarkdownText(node: MarkdownBlock | Inline): string {
  if (node.type === 'html') return node.value.replace(/<[^>]*>/g, ' ');
  if ('value' in node) return node.value;
  if ('children' in node) return node.children.map(plainMarkdownText).join('');
  return node.type === 'break' ? ' ' : '';
}

/** The same with a word for each piece of code, whose signs ask nothing: `find(options?)`. */
export function spokenText(nodes: readonly Inline[]): string {
  return nodes
    .map((node) => {
      if (node.type === 'inlineCode') return 'code';
      return 'children' in node ? spokenText(node.children) : plainMarkdownText(node);
    })
    .join('');
}
