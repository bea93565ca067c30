import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { ImportReport } from '../decks/import-deck.ts';
import { type ProcessLimits, runProcess } from '../decks/limited-process.ts';
import { withScratchFolder } from '../decks/scratch-folder.ts';
import type { DeckFile, DeckFileRead, ReadDeckFile } from '../delivery/context.ts';

/** What the process that reads is asked; `deck-process.ts` answers with an `ImportReport`. */
export interface ReadingTask extends Pick<DeckFile, 'language' | 'source'> {
  readonly path: string;
  /** Where drawn formulas are kept. */
  readonly cacheDir: string;
}

/** The largest honest file takes ten seconds and half of this memory. */
const LIMITS: ProcessLimits = { timeMs: 60_000, memoryMb: 512 };

/** How many files wait for the one that is being read. */
const MOST_WAITING = 3;

const PROGRAM = new URL('./deck-process.ts', import.meta.url);

/** Reads files one after the other, each in a process of its own with a limit on its time and its memory. */
export function createDeckReader(cacheDir: string, limits = LIMITS): ReadDeckFile {
  let [waiting, last] = [0, Promise.resolve<unknown>(undefined)];
  return async (file) => {
    if (waiting > MOST_WAITING) return { type: 'busy' };
    waiting += 1;
    const read = last.then(() => readIn(file, cacheDir, limits));
    last = read.catch(() => undefined);
    return read.finally(() => (waiting -= 1));
  };
}

async function readIn(
  { name, bytes, ...options }: DeckFile,
  cacheDir: string,
  limits: ProcessLimits,
): Promise<DeckFileRead> {
  return withScratchFolder('whetstone-import-', async (folder) => {
    const file = path.join(folder, `deck${endingOf(name)}`);
    await writeFile(file, bytes);
    const task: ReadingTask = { ...options, path: file, cacheDir };
    const outcome = await runProcess<ImportReport>(PROGRAM, task, { ...limits, folder });
    return outcome.type === 'result'
      ? { type: 'read', report: outcome.result }
      : { type: 'too-heavy' };
  });
}

/** A name is anybody's; of it only a plain ending becomes part of a path. */
const endingOf = (name: string): string => /\.[a-z]{1,8}$/i.exec(name)?.[0].toLowerCase() ?? '';
