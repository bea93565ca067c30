import { z } from 'zod';
import { type ProcessLimits, runProcess } from '../limited-process.ts';
import { told } from '../words/index.ts';
import type { AnkiNote } from './anki-note.ts';
import type { CollectionTask } from './anki-process.ts';
import type { CollectionRows, FieldRow } from './anki-sqlite.ts';
import { SlowFileError } from './limited-worker.ts';

/** A collection of the largest size takes a few seconds, and a fraction of the memory. */
const LIMITS: ProcessLimits = { timeMs: 30_000, memoryMb: 512 };

const PROGRAM = new URL('./anki-process.ts', import.meta.url);

/** Unit separator: what Anki puts between a note's fields. */
const SEPARATOR = '\x1f';

export interface CollectionNotes {
  /** As many as a deck may hold. */
  readonly notes: readonly AnkiNote[];
  /** How many the collection holds in all. */
  readonly count: number;
}

/**
 * The notes of a collection.
 * @throws {SlowFileError}
 * @throws {Error} where it is not a collection of Anki.
 */
export async function readCollection(
  path: string,
  { timeMs = LIMITS.timeMs, memoryMb = LIMITS.memoryMb }: Partial<ProcessLimits> = {},
): Promise<CollectionNotes> {
  const task: CollectionTask = { path, memoryMb };
  const outcome = await runProcess<CollectionRows>(PROGRAM, task, { timeMs, memoryMb });
  if (outcome.type === 'slow') throw new SlowFileError('the time is over');
  if (outcome.type === 'ended') throw new Error('it is not a collection of Anki');
  return { notes: notesOf(outcome.result), count: outcome.result.count };
}

function notesOf({ notes, fields, models }: CollectionRows): readonly AnkiNote[] {
  const names = models === undefined ? namesOf(fields) : namesIn(models);
  return notes.map((note, index) => ({
    where: told((words) => words.note(index + 1)),
    guid: note.guid,
    fieldNames: names.get(note.kind) ?? [],
    fields: note.fields.split(SEPARATOR),
    tags: note.tags.split(/\s+/).filter(Boolean),
    html: true,
  }));
}

type NamesByKind = ReadonlyMap<string, readonly string[]>;

function namesOf(rows: readonly FieldRow[]): NamesByKind {
  const sorted = rows.toSorted((one, other) => Number(one.place) - Number(other.place));
  const byKind = Map.groupBy(sorted, ({ kind }) => kind);
  return new Map(byKind.entries().map(([kind, fields]) => [kind, fields.map(({ name }) => name)]));
}

function namesIn(json: string): NamesByKind {
  const models = modelsSchema.safeParse(parseJson(json));
  const entries = models.success ? Object.entries(models.data) : [];
  return new Map(entries.map(([kind, { flds }]) => [kind, flds.map(({ name }) => name)]));
}

const modelsSchema = z.record(
  z.string(),
  z.object({ flds: z.array(z.object({ name: z.string() })) }),
);

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
