import type { Language, Localized } from '../../domain/language.ts';
import { guessLanguage } from '../../domain/text/guess-language.ts';
import { told } from '../words/index.ts';
import type { CardText, FlashCard } from './cards.ts';
import { choiceText, joined } from './choice-cards.ts';
import {
  type FirstNumber,
  type Offered,
  type RightOptions,
  rightOptions,
  withoutLetters,
} from './choices.ts';
import type { Column } from './columns.ts';
import { addLost, type Lost } from './lost.ts';
import { type Skipped, THE_FILE } from './reading.ts';
import {
  type Cell,
  cellTextOf,
  cellToMarkdown,
  correctIn,
  markdownCells,
  optionsInRow,
  readCells,
} from './table-cells.ts';

/** A row of somebody else's table, or an object of their JSON. */
export interface ForeignRow {
  readonly where: Localized;
  readonly cells: readonly string[];
  /** Where its options stand in no cell. */
  readonly offered?: readonly Offered[];
  /** Whether it names others beside the topic in its cells. */
  readonly hasMoreTopics?: boolean;
  /** Whether its cells hold Markdown already. */
  readonly isMarkdown?: boolean;
}

export interface RowCards {
  readonly cards: readonly FlashCard[];
  /** Rows whose answer is none of their options. */
  readonly skipped: readonly Skipped[];
  readonly warnings: readonly Skipped[];
}

/** The rows as cards. Where the right options are numbers, `first` is likely the first one's. */
export function cardsFrom(
  rows: readonly ForeignRow[],
  columns: readonly (Column | undefined)[],
  first: FirstNumber = 1,
): RowCards {
  const read = rows.map((row) => readRow(row, columns));
  const { places: right, believed } = rightPlaces(read, first);
  const languages = languagesOf(columns);
  const cards = read.map((row, index) => cardOf(row, right[index], languages));
  return {
    cards: cards.flatMap((one) => ('texts' in one ? [one] : [])),
    skipped: cards.flatMap((one) => ('why' in one ? [one] : [])),
    warnings:
      believed === undefined
        ? []
        : [{ where: THE_FILE, why: told((words) => words.numbered(believed)) }],
  };
}

/** A row with its texts as Markdown. */
interface ReadRow extends Pick<ForeignRow, 'where' | 'hasMoreTopics'> {
  readonly cells: readonly Cell[];
  readonly offered: readonly Offered[];
  readonly lost: Lost;
}

function readRow(
  { cells, offered, isMarkdown = false, ...rest }: ForeignRow,
  columns: readonly (Column | undefined)[],
): ReadRow {
  const read = (isMarkdown ? markdownCells : readCells)(cells, columns);
  const options =
    offered?.map(readOption) ?? optionsInRow(read).map((option) => ({ option, lost: {} }));
  return {
    ...rest,
    cells: read,
    offered: options.map(({ option }) => option),
    lost: addLost([...read, ...options].map(({ lost }) => lost)),
  };
}

function readOption({ text, why, ...option }: Offered): { option: Offered; lost: Partial<Lost> } {
  const [shown, reason] = [cellToMarkdown(text), cellToMarkdown(why ?? '')];
  return {
    option: { ...option, text: shown.text, ...(reason.text !== '' && { why: reason.text }) },
    lost: addLost([shown.lost, reason.lost]),
  };
}

/** Where a file does not mark the right options themselves, its answers name them. */
function rightPlaces(rows: readonly ReadRow[], first: FirstNumber): RightOptions {
  const choices = rows.map(({ cells, offered }) => ({ offered, correct: bare(correctIn(cells)) }));
  const { places, ...rest } = rightOptions(choices, first);
  const marked = rows.map(({ offered }) =>
    offered.flatMap(({ right }, place) => (right ? [place] : [])),
  );
  return { ...rest, places: marked.map((own, index) => (own.length > 0 ? own : places[index])) };
}

/** A letter or a number without the marks that make it bold. */
const bare = (name: string): string => name.replace(/^(\*\*|__)(.{1,3})\1$/, '$2');

const languagesOf = (
  columns: readonly (Column | undefined)[],
): readonly (Language | undefined)[] => [
  ...new Set(columns.flatMap((column) => (column?.role === 'question' ? [column.language] : []))),
];

function cardOf(
  { where, hasMoreTopics, cells, offered, lost }: ReadRow,
  right: readonly number[] | undefined,
  languages: readonly (Language | undefined)[],
): FlashCard | Skipped {
  if (offered.length > 0 && !right) return { where, why: UNDECIDED };
  const texts = right
    ? [choiceOf({ cells, offered, right, language: languages[0] })]
    : languages.map((language) => openText(cells, language, languages));
  const written = texts.filter(({ question, answer }) => question !== '' || answer !== '');
  return {
    where,
    id: cellTextOf(cells, 'id'),
    topic: cellTextOf(cells, 'topic'),
    hasMoreTopics,
    difficulty: cellTextOf(cells, 'difficulty'),
    lost,
    texts: written.length > 0 ? written : texts,
  };
}

const UNDECIDED = told((words) => words.undecided);

interface DecidedChoice {
  readonly cells: readonly Cell[];
  readonly offered: readonly Offered[];
  readonly right: readonly number[];
  readonly language: Language | undefined;
}

const choiceOf = ({ cells, offered, right, language }: DecidedChoice): CardText => ({
  ...(language && { language }),
  ...choiceText({
    offered: withoutLetters(offered),
    right,
    question: cellTextOf(cells, 'question', language) ?? '',
    explanation: cellTextOf(cells, 'explanation', language) ?? cellTextOf(cells, 'explanation'),
  }),
});

const openText = (
  cells: readonly Cell[],
  language: Language | undefined,
  languages: readonly (Language | undefined)[],
): CardText => ({
  ...(language && { language }),
  question: cellTextOf(cells, 'question', language) ?? '',
  answer: joined(
    cellTextOf(cells, 'answer', language) ?? cellTextOf(cells, 'correct', language),
    cellTextOf(cells, 'explanation', language) ?? sharedExplanation(cells, language, languages),
  ),
});

/** An explanation that names no language belongs to the text in the language that it is in. */
function sharedExplanation(
  cells: readonly Cell[],
  language: Language | undefined,
  languages: readonly (Language | undefined)[],
): string | undefined {
  const explanation = cellTextOf(cells, 'explanation');
  if (explanation === undefined) return undefined;
  const written = guessLanguage(explanation);
  const owner = languages.includes(written) ? written : languages[0];
  return owner === language ? explanation : undefined;
}
