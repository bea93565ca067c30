import { stat } from 'node:fs/promises';
import { basename, extname } from 'node:path';
import type { Localized } from '../domain/language.ts';
import type { Deck } from '../domain/question.ts';
import { attribute } from './attribution.ts';
import type { CheckOptions } from './check-deck.ts';
import { type Completed, completeDeck } from './complete-deck.ts';
import { decodeText } from './decode-text.ts';
import { isError, type Locate } from './fault.ts';
import { readApkg } from './formats/apkg.ts';
import type { CardOptions } from './formats/cards.ts';
import { readCsv, readTxt } from './formats/csv.ts';
import { readJson } from './formats/json.ts';
import { overweightJson } from './formats/json-weight.ts';
import { type Lost, NOTHING_LOST } from './formats/lost.ts';
import {
  countLeftOut,
  type FileReading,
  type Origin,
  type Places,
  refused,
  type Skipped,
  THE_FILE,
} from './formats/reading.ts';
import { overweightText } from './formats/text-weight.ts';
import { leaveOutFaulty, skippedFor } from './leave-out-faulty.ts';
import { DECK_BYTES } from './limits.ts';
import { readDeck } from './read-deck.ts';
import { readBytes, type Unreadable } from './read-file.ts';
import type { DeckHead } from './schema.ts';
import { told } from './words/index.ts';

export interface ImportReport {
  /** Undefined where nothing could be taken. Not yet written anywhere: see `writeDeck`. */
  readonly deck: Deck | undefined;
  /** Nothing but the file's own name says what the deck is called. */
  readonly nameIsGuessed: boolean;
  /** How many questions were taken. */
  readonly taken: number;
  /** How many questions, rows or notes were not. */
  readonly leftOut: number;
  /** Why they were not: one of them may have several faults. */
  readonly skipped: readonly Skipped[];
  /** Of what was taken, but not quite as it was written. */
  readonly warnings: readonly Skipped[];
  readonly lost: Lost;
  /** Of what somebody published. Without a licence only the workspace that takes it in may be shown it. */
  readonly origin?: Origin;
}

export interface ImportOptions extends CardOptions {
  /** What the questions are checked with. It takes long to load: only a file that holds some needs it. */
  readonly checks: () => Promise<Pick<CheckOptions, 'formula' | 'cards'>>;
  /** The deck's name, whatever the file calls it. */
  readonly name?: string;
  /** Where it was published and under which licence, if the operator says so. */
  readonly origin?: Origin;
}

/**
 * Reads a deck from a deck folder, JSON, CSV, Anki's text or an Anki package, told apart by the
 * name's ending, without the questions that a round would stumble over. Whatever is wrong with the
 * file is told in the report; nothing is thrown for it.
 */
export async function importDeck(path: string, options: ImportOptions): Promise<ImportReport> {
  const status = await stat(path).catch(() => undefined);
  const { deck, locate, places, ...read } = status?.isDirectory()
    ? await readFolder(path, options)
    : await readFile(path, options);
  if (deck === undefined) return nothing(read);
  const sound = await leaveOutFaulty(deck, { ...(await options.checks()), locate, places });
  const skipped = [...read.skipped, ...sound.skipped];
  const taken = sound.deck.questions.length;
  const leftOut = read.leftOut + deck.questions.length - taken;
  if (taken === 0) return nothing({ ...read, skipped, leftOut });
  return { ...read, deck: sound.deck, taken, leftOut, skipped };
}

/** A deck as it stands in the file, before its questions are checked. */
interface Found extends Omit<ImportReport, 'taken'> {
  readonly locate?: Locate | undefined;
  readonly places?: Places | undefined;
}

async function readFolder(path: string, { name }: ImportOptions): Promise<Found> {
  const { deck, faults, locate } = await readDeck(path);
  const skipped = faults.filter(isError).map(skippedFor);
  const renamed = deck && name !== undefined ? rename(deck, name) : { deck, skipped: [] };
  const leftOut = new Set(faults.filter(isError).map(({ file }) => file)).size;
  const told = { leftOut, skipped: [...renamed.skipped, ...skipped] };
  const lost = NOTHING_LOST;
  return { deck: renamed.deck, nameIsGuessed: false, ...told, warnings: [], lost, locate };
}

function rename({ questions, ...head }: Deck, name: string): Pick<Found, 'deck' | 'skipped'> {
  return orRefused(completeDeck({ ...head, name }, questions, name));
}

async function readFile(path: string, { name, language, origin }: ImportOptions): Promise<Found> {
  const { head, questions, ...read } = attributed(await readAs(path, { language }), origin);
  const known = name === undefined ? head : { ...head, name };
  const nameIsGuessed = known.name === undefined;
  if (questions.length === 0) {
    const skipped = read.skipped.length > 0 ? read.skipped : EMPTY;
    return { ...read, deck: undefined, nameIsGuessed, skipped, leftOut: countLeftOut(skipped) };
  }
  const found = orRefused(completeDeck(known, questions, nameOf(path, known)));
  const skipped = [...found.skipped, ...read.skipped];
  return { ...read, deck: found.deck, nameIsGuessed, skipped, leftOut: countLeftOut(skipped) };
}

/** The file's own name; every repository has a README, so that one says nothing. */
function nameOf(path: string, { title }: Partial<DeckHead>): string {
  const own = basename(path, extname(path));
  return (/^readme$/i.test(own) ? (title?.en ?? title?.ru) : undefined) ?? own;
}

/** What is not said to be published is the operator's own, but for a list of the kind that people publish. */
function attributed(reading: FileReading, told: Origin | undefined): FileReading {
  if (!told && !reading.origin) return reading;
  const origin = { ...reading.origin, ...told };
  return { ...reading, ...attribute(reading.head, reading.questions, origin), origin };
}

const orRefused = (completed: Completed): Pick<Found, 'deck' | 'skipped'> =>
  completed.ok
    ? { deck: completed.deck, skipped: [] }
    : { deck: undefined, skipped: refused(completed.reason).skipped };

const EMPTY = refused(told((words) => words.noQuestion)).skipped;

const nothing = ({ skipped, leftOut }: Pick<Found, 'skipped' | 'leftOut'>): ImportReport => ({
  ...{ deck: undefined, nameIsGuessed: false, taken: 0, leftOut },
  ...{ skipped, warnings: [], lost: NOTHING_LOST },
});

async function readAs(path: string, options: CardOptions): Promise<FileReading> {
  switch (extname(path).toLowerCase()) {
    case '.json':
    case '.jsonl':
      return await readText(path, (text) => readJson(text, options), { refuse: overweightJson });
    case '.csv':
      return await readText(path, (text) => readCsv(text, options), TABLE);
    case '.txt':
    case '.tsv':
      return await readText(path, (text) => readTxt(text, options), TABLE);
    case '.md':
    case '.markdown': {
      const { MARKDOWN_BYTES, readMarkdown } = await import('./formats/markdown/read-markdown.ts');
      return await readText(path, (text) => readMarkdown(text, options), { most: MARKDOWN_BYTES });
    }
    case '.xlsx': {
      const { readXlsx } = await import('./formats/xlsx.ts');
      return await readXlsx(path, options);
    }
    case '.apkg':
    case '.colpkg':
      return await readApkg(path, options);
    default:
      return refused(told((words) => words.unknownKind));
  }
}

const whyUnreadable = ({ size, ...file }: Unreadable): Localized =>
  told((words) => (size ? words.tooLarge(size) : words.unreadableFile(file)));

interface TextRules {
  /** Bytes of a file of the kind, whatever it holds. */
  readonly most?: number;
  /** Why the bytes are not worth decoding. */
  readonly refuse?: (bytes: Uint8Array) => Localized | undefined;
}

const TABLE: TextRules = { refuse: overweightText };

async function readText(
  path: string,
  read: (text: string) => FileReading,
  { most = DECK_BYTES, refuse }: TextRules = {},
): Promise<FileReading> {
  const file = await readBytes(path, most);
  if (!file.ok) return refused(whyUnreadable(file));
  const refusal = refuse?.(file.bytes);
  if (refusal !== undefined) return refused(refusal);
  const decoded = decodeText(file.bytes);
  if (!decoded.ok) return refused(told((words) => words.notDecoded));
  const reading = read(decoded.text.replaceAll('\r\n', '\n').replaceAll('\r', '\n'));
  const { encoding } = decoded;
  if (encoding === undefined) return reading;
  const why = told((words) => words.readAs(encoding));
  return { ...reading, warnings: [{ where: THE_FILE, why }, ...reading.warnings] };
}
