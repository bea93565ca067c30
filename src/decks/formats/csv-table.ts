import { CsvError, type Info, parse } from 'csv-parse/sync';
import { LANGUAGES } from '../../domain/language.ts';
import { LIMITS } from '../limits.ts';

export interface TableRecord {
  /** Where it ends in the file, counted from 1. */
  readonly line: number;
  readonly cells: readonly string[];
}

export type Table =
  | { readonly ok: true; readonly records: readonly TableRecord[] }
  | { readonly ok: false; readonly why: string };

/** Room for a header, the deck's row and its topics beside the questions. */
const MOST_RECORDS = LIMITS.questions + LIMITS.topics + 2;

const KEY_POINT = LIMITS.keyPointId + LIMITS.label + LIMITS.phrasings * LIMITS.phrasing;

const TEXT =
  LIMITS.question +
  LIMITS.answer +
  LIMITS.formulaNote +
  LIMITS.misconception +
  LIMITS.keyPoints * KEY_POINT;

const SHARED =
  3 * LIMITS.id +
  LIMITS.formula +
  LIMITS.formulaText +
  LIMITS.sources * (LIMITS.sourceTitle + LIMITS.url);

/** Characters of one record: the longest question's, thrice, since quotes and bars are written double. */
const LONGEST_RECORD = 3 * (SHARED + LANGUAGES.length * TEXT);

export interface TableOptions {
  readonly delimiter: string;
  /** Takes quotes in the middle of a cell as they are. */
  readonly relaxed?: boolean;
}

/** Reads rows without giving the columns a meaning; a table of too many rows is refused unread. */
export function parseTable(text: string, { delimiter, relaxed = false }: TableOptions): Table {
  try {
    const records = parse(text, {
      bom: true,
      delimiter,
      info: true,
      max_record_size: LONGEST_RECORD,
      relax_column_count: true,
      relax_quotes: relaxed,
      skip_empty_lines: true,
      to: MOST_RECORDS + 1,
    }) as unknown as { record: string[]; info: Info }[];
    if (records.length > MOST_RECORDS)
      return { ok: false, why: `it has more than ${MOST_RECORDS} rows` };
    return {
      ok: true,
      records: records.map(({ record, info }) => ({ line: info.lines, cells: record })),
    };
  } catch (error) {
    return { ok: false, why: error instanceof CsvError ? error.message : 'it is not a table' };
  }
}
