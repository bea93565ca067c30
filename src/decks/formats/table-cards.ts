import type { Language, Localized } from '../../domain/language.ts';
import type { Option } from '../../domain/question.ts';
import { DECK_LIMITS } from '../limits.ts';
import { told } from '../words/index.ts';
import type { FlashCard } from './cards.ts';
import { rightOptions, withOptions } from './choices.ts';
import type { Column, ColumnRole } from './columns.ts';
import { htmlToMarkdown, looksLikeHtml } from './html.ts';
import { addLost, type Lost } from './lost.ts';
import { plainToMarkdown } from './plain-markdown.ts';
import { type Skipped, THE_FILE } from './reading.ts';

/** A row of somebody else's table, or an object of their JSON. */
export interface ForeignRow {
  readonly where: Localized;
  readonly cells: readonly string[];
}

/** The rows as cards, and those whose answer is none of their options. */
export function cardsFrom(
  rows: readonly ForeignRow[],
  columns: readonly (Column | undefined)[],
): { readonly cards: readonly FlashCard[]; readonly skipped: readonly Skipped[] } {
  const parts = rows.map(({ cells }) => partsOf(cells, columns));
  const right = rightAnswers(parts);
  const read = parts.map((part, index) =>
    readRow(rows[index]?.where ?? THE_FILE, part, right[index]),
  );
  return {
    cards: read.flatMap((one) => ('texts' in one ? [one] : [])),
    skipped: read.flatMap((one) => ('why' in one ? [one] : [])),
  };
}

function readRow(
  where: Localized,
  parts: Parts,
  right: readonly string[] | undefined,
): FlashCard | Skipped {
  if (parts.all('option').length === 0) return cardOf(where, parts);
  return right ? choiceCard(where, parts, right) : { where, why: UNDECIDED };
}

const UNDECIDED = told((words) => words.undecided);

/** A row's cells by what they are, their text as Markdown. */
interface Parts {
  one(role: ColumnRole, language?: Language): string | undefined;
  all(role: ColumnRole): readonly string[];
  readonly languages: readonly (Language | undefined)[];
  readonly lost: Lost;
}

function partsOf(cells: readonly string[], columns: readonly (Column | undefined)[]): Parts {
  const read = columns.map((column, index) => {
    const cell = (cells[index] ?? '').trim();
    return { column, ...(isProse(column) ? toMarkdown(cell) : { markdown: cell, lost: {} }) };
  });
  const filled = read.filter(({ column, markdown }) => column && markdown !== '');
  return {
    one: (role, language) =>
      filled.find(({ column }) => column?.role === role && column.language === language)?.markdown,
    all: (role) =>
      filled.flatMap(({ column, markdown }) => (column?.role === role ? [markdown] : [])),
    languages: [
      ...new Set(
        columns.flatMap((column) => (column?.role === 'question' ? [column.language] : [])),
      ),
    ],
    lost: addLost(read.map(({ lost }) => lost)),
  };
}

const isProse = (column: Column | undefined): boolean =>
  column !== undefined &&
  ['question', 'answer', 'explanation', 'option', 'correct'].includes(column.role);

function toMarkdown(cell: string): { readonly markdown: string; readonly lost: Partial<Lost> } {
  if (!looksLikeHtml(cell)) return { markdown: plainToMarkdown(cell), lost: {} };
  const { markdown, ...lost } = htmlToMarkdown(cell);
  return { markdown, lost };
}

function cardOf(where: Localized, parts: Parts): FlashCard {
  const explanation = parts.one('explanation');
  const texts = parts.languages.map((language) => ({
    ...(language && { language }),
    question: parts.one('question', language) ?? '',
    answer: joined(answerIn(parts, language), explanation),
  }));
  const written = texts.filter(({ question, answer }) => question !== '' || answer !== '');
  return { where, ...aboutOf(parts), texts: written.length > 0 ? written : texts };
}

const answerIn = (parts: Parts, language: Language | undefined): string | undefined =>
  parts.one('answer', language) ?? parts.one('answer') ?? parts.one('correct');

/**
 * A choice with options for people to press. Where one is too long for that, it becomes an open question:
 * its options stand in it, and the right one's text is the answer, since a letter alone would tell nothing.
 */
function choiceCard(where: Localized, parts: Parts, right: readonly string[]): FlashCard {
  const [question = '', offered] = [parts.one('question'), parts.all('option')];
  const explanation = parts.one('explanation');
  const text = offered.every(fitsOption)
    ? { question, answer: explanation ?? '', options: offered.map((one) => optionOf(one, right)) }
    : {
        question: withOptions(question, offered),
        answer: joined(right.join('\n'), explanation),
      };
  return { where, ...aboutOf(parts), texts: [text] };
}

const fitsOption = (text: string): boolean =>
  text.length <= DECK_LIMITS.option && !text.includes('\n');

const optionOf = (text: string, right: readonly string[]): Option => ({
  text,
  ...(right.includes(text) && { right: true }),
});

const aboutOf = (parts: Parts): Omit<FlashCard, 'where' | 'texts'> => ({
  id: parts.one('id'),
  topic: parts.one('topic'),
  difficulty: parts.one('difficulty'),
  lost: parts.lost,
});

const joined = (...paragraphs: readonly (string | undefined)[]): string =>
  paragraphs.filter(Boolean).join('\n\n');

function rightAnswers(parts: readonly Parts[]): readonly (readonly string[] | undefined)[] {
  return rightOptions(
    parts.map((part) => ({
      options: part.all('option'),
      correct: part.one('correct') ?? part.one('answer') ?? '',
    })),
  );
}
