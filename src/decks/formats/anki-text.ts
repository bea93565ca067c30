import { type AnkiNote, cardsOf } from './anki-note.ts';
import { readCards } from './cards.ts';
import { parseTable, type TableRecord } from './csv-table.ts';
import { type Reading, refused } from './reading.ts';

/** Reads what Anki exports as "Notes in Plain Text", with or without its `#` lines on top. */
export function readAnkiText(text: string): Reading {
  const { settings, body, lines } = splitHeader(text.replace(/^\ufeff/, ''));
  const delimiter = delimiterOf(settings.get('separator'), body);
  const table = parseTable(body, { delimiter, relaxed: true });
  if (!table.ok) return refused(table.why);
  const columns = columnsOf(settings, delimiter);
  const notes = table.records.map((record) => noteOf(record, columns, lines));
  const { cards, skipped } = cardsOf(notes);
  const reading = readCards(cards);
  return { ...reading, skipped: [...skipped, ...reading.skipped] };
}

interface Header {
  readonly settings: ReadonlyMap<string, string>;
  readonly body: string;
  /** How many lines it takes. */
  readonly lines: number;
}

/** Another line with a `#` in front is a card, or at least something to tell of. */
const SETTINGS: ReadonlySet<string> = new Set([
  ...['separator', 'html', 'tags', 'columns', 'notetype', 'deck', 'if matches'],
  ...['guid column', 'notetype column', 'deck column', 'tags column'],
]);

function splitHeader(text: string): Header {
  const settings = new Map<string, string>();
  let rest = text;
  for (let lines = 0; ; lines += 1) {
    const [line, written = '', value = ''] = /^#([^:\n]*):([^\r\n]*)\r?\n/.exec(rest) ?? [];
    const key = written.trim().toLowerCase();
    if (line === undefined || !SETTINGS.has(key)) return { settings, body: rest, lines };
    settings.set(key, value);
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

function delimiterOf(setting: string | undefined, body: string): string {
  const named =
    setting === undefined ? undefined : (SEPARATORS[setting.trim().toLowerCase()] ?? setting[0]);
  const first = body.split('\n', 1)[0] ?? '';
  return named ?? ['\t', ';', ','].find((mark) => first.includes(mark)) ?? '\t';
}

interface Columns {
  readonly names: readonly string[];
  /** Indexes of the columns that are no fields. */
  readonly special: ReadonlySet<number>;
  readonly tags: number | undefined;
  readonly html: boolean;
}

function columnsOf(settings: ReadonlyMap<string, string>, delimiter: string): Columns {
  const index = (kind: string): number | undefined => {
    const place = Number(settings.get(`${kind} column`));
    return Number.isInteger(place) && place > 0 ? place - 1 : undefined;
  };
  const special = ['guid', 'notetype', 'deck', 'tags'].map(index);
  return {
    names: settings.get('columns')?.split(delimiter) ?? [],
    special: new Set(special.filter((place) => place !== undefined)),
    tags: index('tags'),
    html: settings.get('html')?.trim() !== 'false',
  };
}

function noteOf(record: TableRecord, columns: Columns, offset: number): AnkiNote {
  const isField = (_: string, index: number): boolean => !columns.special.has(index);
  return {
    where: `line ${record.line + offset}`,
    fieldNames: columns.names.filter(isField),
    fields: record.cells.filter(isField),
    tags: (record.cells[columns.tags ?? -1] ?? '').split(/\s+/).filter(Boolean),
    html: columns.html,
  };
}
