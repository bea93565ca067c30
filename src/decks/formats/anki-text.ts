import { type AnkiNote, readNotes } from './anki-note.ts';
import type { CardOptions } from './cards.ts';
import { type FileReading, refused } from './reading.ts';
import { delimiterOf, lineWhere, readTable, type TableRecord } from './table.ts';

/** Reads what Anki exports as "Notes in Plain Text" without its `#` lines on top, as old versions do. */
export function readBareNotes(text: string, options: CardOptions): FileReading {
  return readUnder({ settings: new Map(), body: text, lines: 0 }, options);
}

/** Reads the same with its `#` lines; undefined where there are none. */
export function readAnkiNotes(text: string, options: CardOptions): FileReading | undefined {
  const header = splitHeader(text.replace(/^\ufeff/, ''));
  return header.lines > 0 ? readUnder(header, options) : undefined;
}

function readUnder(header: Header, options: CardOptions): FileReading {
  const { settings, body, lines } = header;
  const delimiter =
    header.spreadsheet ?? separatorOf(settings.get('separator')) ?? delimiterOf(body);
  const table = readTable(body, delimiter);
  if (!table.ok) return refused(table.why);
  const columns = columnsOf(header, delimiter);
  const reading = readNotes(
    table.records.map((record) => noteOf(record, columns, lines)),
    options,
  );
  return { ...reading, warnings: [...table.warnings, ...reading.warnings] };
}

interface Header {
  readonly settings: ReadonlyMap<string, string>;
  readonly body: string;
  /** How many lines it takes. */
  readonly lines: number;
  /**
   * The mark between cells of the spreadsheet that the file went through. It filled the lines of settings
   * with empty cells, `#separator:tab,,`, and put its own mark between all cells.
   */
  readonly spreadsheet?: string | undefined;
}

/** Another line with a `#` in front is a card, or at least something to tell of. */
const SETTINGS: ReadonlySet<string> = new Set([
  ...['separator', 'html', 'tags', 'columns', 'notetype', 'deck', 'if matches'],
  ...['guid column', 'notetype column', 'deck column', 'tags column'],
]);

function splitHeader(text: string): Header {
  const settings = new Map<string, string>();
  let rest = text;
  let spreadsheet: string | undefined;
  for (let lines = 0; ; lines += 1) {
    const [line, written = '', value = ''] = /^"?#([^:\n]*):([^\n]*)\n/.exec(rest) ?? [];
    const key = written.trim().toLowerCase();
    if (line === undefined || !SETTINGS.has(key))
      return { settings, body: rest, lines, spreadsheet };
    const [, kept = '', filled] = /^(.*?)"?(?:([,;\t])\2*)?$/.exec(value) ?? [];
    if (kept !== '') spreadsheet ??= filled;
    settings.set(key, kept === '' ? value : kept);
    rest = rest.slice(line.length);
  }
}

const SEPARATORS: Readonly<Record<string, string>> = {
  tab: '\t',
  comma: ',',
  semicolon: ';',
  space: ' ',
  pipe: '|',
  colon: ':',
};

const separatorOf = (setting: string | undefined): string | undefined =>
  setting === undefined ? undefined : (SEPARATORS[setting.trim().toLowerCase()] ?? setting[0]);

/** What old versions export, which do not say whether it is HTML. */
const MARKUP =
  /<(br|div|b|i|u|em|strong|span|img|p|ul|ol|li|sub|sup|pre|code)\b[^<>]*>|&(nbsp|lt|gt|amp);/i;

interface Columns {
  readonly names: readonly string[];
  /** Indexes of the columns that are no fields. */
  readonly special: ReadonlySet<number>;
  readonly guid: number | undefined;
  readonly tags: number | undefined;
  readonly html: boolean;
}

function columnsOf({ settings, body }: Header, delimiter: string): Columns {
  const index = (kind: string): number | undefined => {
    const place = Number(settings.get(`${kind} column`));
    return Number.isInteger(place) && place > 0 ? place - 1 : undefined;
  };
  const special = ['guid', 'notetype', 'deck', 'tags'].map(index);
  return {
    names: settings.get('columns')?.split(delimiter) ?? [],
    special: new Set(special.filter((place) => place !== undefined)),
    guid: index('guid'),
    tags: index('tags'),
    html: settings.size > 0 ? settings.get('html')?.trim() !== 'false' : MARKUP.test(body),
  };
}

function noteOf(record: TableRecord, columns: Columns, offset: number): AnkiNote {
  const isField = (_: string, index: number): boolean => !columns.special.has(index);
  return {
    where: lineWhere(record.line + offset),
    guid: record.cells[columns.guid ?? -1],
    fieldNames: columns.names.filter(isField),
    fields: record.cells.filter(isField),
    tags: (record.cells[columns.tags ?? -1] ?? '').split(/\s+/).filter(Boolean),
    html: columns.html,
  };
}
