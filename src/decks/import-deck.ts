import { stat } from 'node:fs/promises';
import { basename, extname } from 'node:path';
import { completeDeck } from './complete-deck.ts';
import { isError, type Fault } from './fault.ts';
import { readAnkiText } from './formats/anki-text.ts';
import { readApkg } from './formats/apkg.ts';
import { readCsv } from './formats/csv.ts';
import { readJson } from './formats/json.ts';
import { refused, type Reading, type Skipped } from './formats/reading.ts';
import { DECK_BYTES } from './limits.ts';
import { readDeck } from './read-deck.ts';
import { readTextFile } from './read-file.ts';
import type { Deck } from '../domain/question.ts';

export interface ImportReport {
  /** Undefined where nothing could be taken. Not yet written anywhere: see `writeDeck`. */
  readonly deck: Deck | undefined;
  /** How many questions were taken. */
  readonly taken: number;
  readonly skipped: readonly Skipped[];
}

/**
 * Reads a deck from a deck folder, JSON, CSV, Anki's text or an Anki package, told apart by the
 * name's ending. Whatever is wrong with the file is told in the report; nothing is thrown for it.
 */
export async function importDeck(path: string): Promise<ImportReport> {
  const status = await stat(path).catch(() => undefined);
  if (status?.isDirectory()) return await importFolder(path);
  const { head, questions, skipped } = await readAs(extname(path).toLowerCase(), path);
  if (questions.length === 0) return nothing(skipped.length > 0 ? skipped : EMPTY);
  const completed = completeDeck(head, questions, basename(path, extname(path)));
  if (!completed.ok) return nothing([...refused(completed.reason).skipped, ...skipped]);
  return { deck: completed.deck, taken: questions.length, skipped };
}

const EMPTY = refused('it holds no question').skipped;

const nothing = (skipped: readonly Skipped[]): ImportReport => ({
  deck: undefined,
  taken: 0,
  skipped,
});

async function readAs(ending: string, path: string): Promise<Reading> {
  switch (ending) {
    case '.json':
      return await readText(path, readJson);
    case '.csv':
      return await readText(path, readCsv);
    case '.txt':
    case '.tsv':
      return await readText(path, readAnkiText);
    case '.apkg':
    case '.colpkg':
      return await readApkg(path);
    default:
      return refused('give a deck folder, or a .json, .csv, .txt or .apkg file');
  }
}

async function readText(path: string, read: (text: string) => Reading): Promise<Reading> {
  const file = await readTextFile(path, DECK_BYTES);
  return file.ok ? read(file.text) : refused(`it ${file.problem}`);
}

async function importFolder(path: string): Promise<ImportReport> {
  const { deck, faults } = await readDeck(path);
  const skipped = faults.filter(isError).map(skippedFor);
  return { deck, taken: deck?.questions.length ?? 0, skipped };
}

const skippedFor = ({ file, line, problem, fix }: Fault): Skipped => ({
  where: line === undefined ? file : `${file}:${line}`,
  why: `${problem} (${fix})`,
});
