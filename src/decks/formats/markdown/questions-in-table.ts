import { hasWords } from '../../../domain/answer-text.ts';
import { told } from '../../words/index.ts';
import type { FlashCard } from '../cards.ts';
import { matchLanguages } from '../column-languages.ts';
import {
  type Column,
  columnsOf,
  hasAnswer,
  namesQuestions,
  unreadColumns,
  withoutIdle,
} from '../columns.ts';
import { addLost, type Lost } from '../lost.ts';
import type { Skipped } from '../reading.ts';
import { cardsFrom } from '../table-cards.ts';
import { isProse } from '../table-cells.ts';
import { type Inline, lineOf, type MarkdownBlock, plainMarkdownText } from './tree.ts';
import { bareQuestion, withoutNumber } from './wording.ts';
import { type Losses, writeInline } from './write-markdown.ts';

type Table = Extract<MarkdownBlock, { type: 'table' }>;

/** A table of questions among the other blocks of a list. */
export interface ListedTable {
  readonly table: Table;
  /** The heading above it. */
  readonly topic: string | undefined;
}

export interface TableReading {
  readonly cards: readonly FlashCard[];
  readonly skipped: readonly Skipped[];
  readonly warnings: readonly Skipped[];
  readonly lost: Lost;
}

/** Whether questions and answers have a column each. Inside of an answer, a table of names is a part of it. */
export function isOfQuestions(table: Table, isInAnswer: boolean): boolean {
  const names = namesOf(table);
  const columns = columnsOf(names) ?? [];
  return hasAnswer(columns) && (!isInAnswer || namesQuestions(columns, names));
}

/** Each row as a card, by the rules for any table. */
export function cardsInTable({ table, topic }: ListedTable): TableReading {
  const names = namesOf(table);
  const losses: Losses = { pictures: 0, links: 0 };
  const found = withoutIdle(columnsOf(names) ?? []);
  const rows = table.children.slice(1).map((row) => ({
    where: told((words) => words.line(row.position?.start.line ?? lineOf(table))),
    cells: row.children.map(({ children }, at) => cellOf(children, found[at], losses)),
    isMarkdown: true,
  }));
  const { columns, warnings } = matchLanguages(
    found,
    names,
    rows.map(({ cells }) => cells),
  );
  const read = cardsFrom(
    rows.filter(({ cells }) => cells.some(hasWords)),
    columns,
  );
  const under = topic === undefined ? undefined : bareQuestion(topic);
  return {
    cards: read.cards.map((card) => ({ ...card, topic: card.topic ?? under })),
    skipped: read.skipped,
    warnings: [...warnings, ...read.warnings],
    lost: addLost([losses, { columns: unreadColumns(names, columns, rows) }]),
  };
}

const namesOf = ({ children: [header] }: Table): readonly string[] =>
  header?.children.map(({ children }) => children.map(plainMarkdownText).join('')) ?? [];

function cellOf(children: readonly Inline[], column: Column | undefined, losses: Losses): string {
  if (!column || !isProse(column)) return children.map(plainMarkdownText).join('');
  const text = writeInline(children, losses);
  return column.role === 'question' ? withoutNumber(text) : text;
}
