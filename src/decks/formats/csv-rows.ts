import { type Language, LANGUAGES } from '../../domain/language.ts';
import type { Deck, KeyPoint, Option, Question, QuestionText } from '../../domain/question.ts';
import { joinParts, linesOf, splitParts } from './csv-cells.ts';
import { levelOf } from './levels.ts';

/** A row by its columns; an empty cell is an absent one. */
export type Row = ReadonlyMap<string, string>;

/** Of every row; then those of each language, such as `en.question`. */
const SHARED = [
  'kind',
  'id',
  'draft',
  'topic',
  'difficulty',
  'classic',
  'formula',
  'formulaText',
  'sources',
];
const PER_LANGUAGE = [
  'title',
  'description',
  'question',
  'answer',
  'options',
  'formulaNote',
  'keyPoints',
  'misconception',
];

export const COLUMNS: readonly string[] = [
  ...SHARED,
  ...LANGUAGES.flatMap((language) => PER_LANGUAGE.map((column) => `${language}.${column}`)),
];

/** The deck's own row, its topics', its questions': `kind` tells them apart. */
export function csvRows(deck: Deck): Row[] {
  return [
    row({ kind: 'deck', id: deck.name, draft: deck.draft?.toString() }, (language) => ({
      title: deck.title[language],
      description: deck.description?.[language],
    })),
    ...Object.entries(deck.topics).map(([id, titles]) =>
      row({ kind: 'topic', id }, (language) => ({ title: titles[language] })),
    ),
    ...deck.questions.map(questionRow),
  ];
}

function questionRow(question: Question): Row {
  const { id, topic, difficulty, formula, formulaText, sources } = question;
  const sourceLines = sources.map(({ title, url }) => joinParts([title, url])).join('\n');
  const classic = question.classic?.toString();
  const shared = { kind: 'question', id, topic, difficulty, classic, formula, formulaText };
  return row({ ...shared, sources: sourceLines }, (language) => textCells(question[language]));
}

function textCells(text: QuestionText | undefined): Cells {
  if (text === undefined) return {};
  const { options = [], keyPoints, ...texts } = text;
  return {
    ...texts,
    options: options.map(optionLine).join('\n'),
    keyPoints: keyPoints.map(keyPointLine).join('\n'),
  };
}

/** `right: text | why`, `wrong: text`. */
const optionLine = ({ text, right, why }: Option): string =>
  `${right ? 'right' : 'wrong'}: ${joinParts(why === undefined ? [text] : [text, why])}`;

/** `id: label | phrasing | phrasing`; where it has a weight, `id (2): …`. */
function keyPointLine({ id, weight, label, phrasings }: KeyPoint): string {
  const weighed = weight === undefined ? id : `${id} (${weight})`;
  return `${weighed}: ${joinParts([label, ...phrasings])}`;
}

type Cells = Readonly<Record<string, string | undefined>>;

function row(shared: Cells, perLanguage: (language: Language) => Cells): Row {
  const texts = LANGUAGES.flatMap((language) =>
    Object.entries(perLanguage(language)).map(([column, cell]) => [`${language}.${column}`, cell]),
  );
  const cells = [...Object.entries(shared), ...texts] as [string, string | undefined][];
  return new Map(cells.filter((cell): cell is [string, string] => Boolean(cell[1])));
}

/** A question's row as the value its schema checks. */
export function questionValue(row: Row): unknown {
  const shared = pick(row, '', ['id', 'topic', 'formula', 'formulaText']);
  const difficulty = row.get('difficulty');
  const texts = LANGUAGES.flatMap((language) => {
    const text = textValue(row, `${language}.`);
    return text === undefined ? [] : [[language, text] as const];
  });
  return {
    ...shared,
    ...(difficulty !== undefined && { difficulty: levelOf(difficulty) ?? difficulty }),
    ...(row.has('classic') && { classic: row.get('classic') === 'true' }),
    sources: linesOf(row.get('sources') ?? '').map(sourceValue),
    ...Object.fromEntries(texts),
  };
}

function textValue(row: Row, prefix: string): unknown {
  const text = pick(row, prefix, ['question', 'answer', 'formulaNote', 'misconception']);
  const keyPoints = linesOf(row.get(`${prefix}keyPoints`) ?? '').map(keyPointValue);
  const options = linesOf(row.get(`${prefix}options`) ?? '').map(optionValue);
  if (Object.keys(text).length + keyPoints.length + options.length === 0) return undefined;
  return { ...text, ...(options.length > 0 && { options }), keyPoints };
}

function optionValue(line: string): unknown {
  const [, mark = '', rest = line] = /^\s*(right|wrong)\s*:(.*)$/i.exec(line) ?? [];
  const [text, why] = splitParts(rest);
  const isRight = mark.toLowerCase() === 'right';
  return { text, ...(isRight && { right: true }), ...(why !== undefined && { why }) };
}

function keyPointValue(line: string): unknown {
  const colon = line.indexOf(':');
  const [label, ...phrasings] = splitParts(line.slice(colon + 1));
  const before = line.slice(0, Math.max(colon, 0)).trim();
  const [, id = before, weight] = /^(.*?) *\((.*)\)$/.exec(before) ?? [];
  return { id, ...(weight !== undefined && { weight: Number(weight) }), label, phrasings };
}

function sourceValue(line: string): unknown {
  const [title, url] = splitParts(line);
  return { title, url };
}

/** What the rows of the deck and its topics say, as the value its schema checks. */
export function headValue(rows: readonly Row[]): unknown {
  const deck = rows.find((row) => row.get('kind') === 'deck');
  const topics = rows.filter((row) => row.get('kind') === 'topic');
  return {
    ...(deck && deckValue(deck)),
    ...(topics.length > 0 && {
      topics: Object.fromEntries(
        topics.map((row) => [row.get('id') ?? '', translated(row, 'title')]),
      ),
    }),
  };
}

function deckValue(row: Row): Record<string, unknown> {
  const entries = Object.entries({
    name: row.get('id'),
    title: translated(row, 'title'),
    description: translated(row, 'description'),
    draft: row.has('draft') ? row.get('draft') === 'true' : undefined,
  });
  return Object.fromEntries(entries.filter(([, value]) => value !== undefined));
}

function translated(row: Row, column: string): Record<string, string> | undefined {
  const texts = LANGUAGES.flatMap((language) => {
    const text = row.get(`${language}.${column}`);
    return text === undefined ? [] : [[language, text] as const];
  });
  return texts.length === 0 ? undefined : Object.fromEntries(texts);
}

function pick(row: Row, prefix: string, columns: readonly string[]): Record<string, string> {
  const cells = columns.flatMap((column) => {
    const cell = row.get(prefix + column);
    return cell === undefined ? [] : [[column, cell] as const];
  });
  return Object.fromEntries(cells);
}
