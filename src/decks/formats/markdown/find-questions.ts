import { askingItems, asksOrCounts } from './asking-items.ts';
import { type Details, foldDetails } from './details.ts';
import { firstLine, isEntry, isLinkHome, isStrong, unwrapped, withoutStart } from './inline.ts';
import { isOfQuestions, type ListedTable } from './questions-in-table.ts';
import {
  type Inline,
  lineOf,
  type MarkdownBlock,
  plainMarkdownText,
  type Root,
  spokenText,
} from './tree.ts';
import {
  ANSWER_LABEL,
  asks,
  isAboutList,
  isAnswerLabel,
  isContents,
  isNumbered,
  isWayBack,
} from './wording.ts';

/** A question as it stands in a list, its parts still Markdown's. */
export interface Listed {
  readonly line: number;
  readonly question: readonly Inline[];
  /** What belongs to the question under its first line, such as the code that it asks about. */
  readonly more: readonly MarkdownBlock[];
  readonly answer: readonly MarkdownBlock[];
  /** The heading above it. */
  readonly topic: string | undefined;
}

/** What a question was recognized by; a heading's question holds all that is below the heading. */
type Kind = 'heading' | 'item' | 'bold' | 'folded';

interface Draft {
  readonly kind: Kind;
  readonly depth: number;
  readonly line: number;
  readonly question: readonly Inline[];
  readonly topic: string | undefined;
  readonly more: MarkdownBlock[];
  readonly answer: MarkdownBlock[];
  announced: boolean;
}

interface State {
  readonly found: (Listed | ListedTable)[];
  /** The first heading, which names the list. */
  readonly title: MarkdownBlock | Details | undefined;
  /** Depths of headings at which this list keeps its questions. */
  readonly depths: ReadonlySet<number>;
  draft: Draft | undefined;
  topic: string | undefined;
  /** Inside of a section that is about the list itself, of this depth. */
  aside: number | undefined;
}

/** The questions of an interview list, in any of the shapes that people give to one. */
export function findQuestions({ children }: Root): readonly (Listed | ListedTable)[] {
  const blocks = foldDetails(children);
  const depths = questionDepths(blocks);
  const title = blocks.find((block) => block.type === 'heading');
  const begun = { draft: undefined, topic: undefined, aside: undefined };
  const state: State = { found: [], title: titleOf(title), depths, ...begun };
  for (const block of blocks) visit(block, state);
  close(state);
  return state.found;
}

const titleOf = (heading: MarkdownBlock | Details | undefined): MarkdownBlock | undefined =>
  heading?.type === 'heading' && heading.depth === 1 ? heading : undefined;

/**
 * Headings of which at least half ask something, or have a number: what else stands at their depth is a
 * question as well, such as `### 7. Event loop`, if it has a number.
 */
function questionDepths(blocks: readonly (MarkdownBlock | Details)[]): ReadonlySet<number> {
  const headings = blocks.flatMap((block) => (block.type === 'heading' ? [block] : []));
  const byDepth = Map.groupBy(headings, ({ depth }) => depth);
  const kept = [...byDepth].filter(([, all]) => {
    const asking = all.filter((heading) => asksOrCounts(heading.children));
    return asking.length * 2 >= all.length;
  });
  return new Set(kept.map(([depth]) => depth));
}

function visit(block: MarkdownBlock | Details, state: State): void {
  switch (block.type) {
    case 'heading':
      return visitHeading(block, state);
    case 'details':
      return visitDetails(block, state);
    case 'list':
      return visitList(block, state);
    case 'paragraph':
      return visitParagraph(block, state);
    case 'table':
      return visitTable(block, state);
    case 'thematicBreak':
    case 'definition':
    case 'yaml':
      return;
    default:
      return add(block, state);
  }
}

function add(block: MarkdownBlock, { draft }: State): void {
  draft?.answer.push(block);
}

function visitHeading(block: Extract<MarkdownBlock, { type: 'heading' }>, state: State): void {
  const { depth } = block;
  const text = plainMarkdownText(block);
  const { draft } = state;
  const inside = draft?.kind === 'heading' && depth > draft.depth;
  if (inside && isAnswerLabel(text)) return addAnswer(block, state);
  const isQuestion =
    asks(spokenText(block.children)) || (state.depths.has(depth) && isNumbered(text));
  if (isQuestion && block !== state.title && !(inside && draft.answer.length > 0)) {
    // A question with nothing but deeper ones under it is the name of a section.
    if (inside && draft.more.length === 0) [state.topic, state.draft] = [textOf(draft), undefined];
    open(state, { kind: 'heading', depth, line: lineOf(block), question: block.children });
  } else if (inside) add(block, state);
  else {
    close(state);
    enterSection(block, state);
  }
}

const textOf = ({ question }: Draft): string => question.map(plainMarkdownText).join('');

function enterSection(heading: Extract<MarkdownBlock, { type: 'heading' }>, state: State): void {
  const { depth } = heading;
  if (state.aside !== undefined && depth > state.aside) return;
  const text = plainMarkdownText(heading);
  state.aside = isAboutList(text) ? depth : undefined;
  const isTopic = state.aside === undefined && heading !== state.title && !isContents(text);
  if (isTopic) state.topic = text.trim();
}

function visitDetails({ summary, line, blocks }: Details, state: State): void {
  const { draft } = state;
  if (draft && (isAnswerLabel(summary) || !asks(summary))) {
    if (isAnswerLabel(summary)) startAnswer(draft);
    for (const block of blocks.filter(isContent)) addAnswer(block, state);
  } else if (asks(summary) || isNumbered(summary)) {
    const question: Inline[] = [{ type: 'text', value: summary }];
    open(state, { kind: 'folded', depth: 7, line, question });
    for (const block of blocks.filter(isContent)) addAnswer(block, state);
    close(state);
  } else for (const block of blocks) visit(block, state);
}

/** Not the lone tags, such as `</p>`, that stand around folded text. */
const isContent = (block: MarkdownBlock): boolean =>
  block.type !== 'html' || block.value.replace(/<[^>]*>/g, '').trim() !== '';

function visitList(list: Extract<MarkdownBlock, { type: 'list' }>, state: State): void {
  if (list.children.every(({ children }) => isEntry(children))) return;
  const asking = askingItems(list);
  if (asking.size === 0 || holdsLists(state.draft)) return add(list, state);
  for (const item of list.children) {
    const [first, ...rest] = item.children;
    if (first && asking.has(item)) openItem(first, rest, state);
    else for (const block of item.children) add(block, state);
  }
}

/** A list of questions within a question's answer belongs to the answer. */
const holdsLists = (draft: Draft | undefined): boolean =>
  draft?.kind === 'heading' || (draft?.kind === 'bold' && draft.answer.length === 0);

function openItem(first: MarkdownBlock, rest: readonly MarkdownBlock[], state: State): void {
  const line = lineOf(first);
  if (first.type === 'heading') {
    open(state, { kind: 'item', depth: 7, line, question: first.children });
  } else if (first.type === 'paragraph') {
    const [question, below] = firstLine(first.children);
    open(state, { kind: 'item', depth: 7, line, question });
    if (below.length > 0) addAnswer({ ...first, children: [...below] }, state);
  }
  for (const block of foldDetails(rest)) {
    if (block.type === 'details') visitDetails(block, state);
    else addAnswer(block, state);
  }
}

function visitParagraph(block: Extract<MarkdownBlock, { type: 'paragraph' }>, state: State): void {
  const [line, below] = firstLine(block.children);
  const lead = spokenText(line);
  const isMarked = /^\s*(q|question|вопрос)\s*\d*\s*[:.)]/i.test(lead);
  const isBold = line.filter((node) => plainMarkdownText(node).trim() !== '').every(isStrong);
  const isFree = state.draft?.kind !== 'heading';
  if (isFree && (isMarked || (isBold && asks(lead) && !isAnswerLabel(lead)))) {
    open(state, { kind: 'bold', depth: 7, line: lineOf(block), question: line });
    if (below.length > 0) addAnswer({ ...block, children: [...below] }, state);
  } else addAnswer(block, state);
}

/** A block of an answer without the label before it, which parts the question from the answer. */
function addAnswer(block: MarkdownBlock, state: State): void {
  const { draft } = state;
  if (!draft) return;
  if (block.type !== 'paragraph' && block.type !== 'heading') return add(block, state);
  const text = plainMarkdownText(block);
  if (isWayBack(text) || isLinkHome(block)) return;
  const label = ANSWER_LABEL.exec(text.trim());
  if (!label) return add(block, state);
  startAnswer(draft);
  const children = withoutStart(block.children, label[0].length);
  if (children.some((node) => plainMarkdownText(node).trim() !== '')) {
    add({ type: 'paragraph', children }, state);
  }
}

/** What stood under the question before its answer was announced belongs to the question. */
function startAnswer(draft: Draft): void {
  if (!draft.announced) draft.more.push(...draft.answer.splice(0));
  draft.announced = true;
}

function visitTable(table: Extract<MarkdownBlock, { type: 'table' }>, state: State): void {
  if (!isOfQuestions(table, state.draft !== undefined)) return add(table, state);
  close(state);
  if (state.aside === undefined) state.found.push({ table, topic: state.topic });
}

function open(state: State, begun: Pick<Draft, 'kind' | 'depth' | 'line' | 'question'>): void {
  close(state);
  if (state.aside === undefined) {
    const question = unwrapped(begun.question);
    state.draft = {
      ...begun,
      question,
      topic: state.topic,
      more: [],
      answer: [],
      announced: false,
    };
  }
}

function close(state: State): void {
  const { draft } = state;
  state.draft = undefined;
  if (!draft) return;
  const { line, question, more, answer, topic } = draft;
  state.found.push({ line, question, more, answer, topic });
}
