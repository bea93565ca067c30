import { readFile } from 'node:fs/promises';
import { hasWords } from '../../domain/answer-text.ts';
import { told } from '../words/index.ts';
import { ArchiveError, checkArchive } from './archive.ts';
import type { CardOptions } from './cards.ts';
import { readRecords } from './csv.ts';
import { runLimited, SlowFileError } from './limited-worker.ts';
import { type FileReading, refused, type Skipped } from './reading.ts';

/** Bytes of an unpacked workbook: five thousand long questions. */
const MOST_BYTES = 32 * 1024 * 1024;

/** A workbook of that size takes two seconds. */
const LIMITS = { timeMs: 15_000, memoryMb: 160 };

/** A sheet's name with its rows, empty ones included; the worker's message. */
export interface Sheet {
  readonly name: string;
  readonly rows: readonly (readonly string[])[];
}

/** Reads the first sheet of a workbook that holds anything, as a table. */
export async function readXlsx(path: string, options: CardOptions): Promise<FileReading> {
  try {
    await checkArchive(path, MOST_BYTES);
    const worker = new URL('./xlsx-worker.ts', import.meta.url);
    const sheets = await runLimited<readonly Sheet[]>(worker, await readFile(path), LIMITS);
    return readSheets(
      sheets.filter(({ rows }) => rows.flat().some(hasWords)),
      options,
    );
  } catch (error) {
    const isTold = error instanceof ArchiveError || error instanceof SlowFileError;
    return refused(isTold ? error.why : told((words) => words.noWorkbook));
  }
}

function readSheets([first, ...others]: readonly Sheet[], options: CardOptions): FileReading {
  if (!first) return refused(told((words) => words.emptySheets));
  const records = first.rows
    .map((cells, index) => ({ line: index + 1, cells }))
    .filter(({ cells }) => cells.some(hasWords));
  const reading = readRecords(records, options);
  return { ...reading, skipped: [...reading.skipped, ...others.map(unread)] };
}

const unread = ({ name }: Sheet): Skipped => ({
  where: told((words) => words.sheet(name.slice(0, 60))),
  why: told((words) => words.otherSheet),
});
