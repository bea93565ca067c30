import { randomUUID } from 'node:crypto';
import { lstat, mkdir, rename, rm, writeFile } from 'node:fs/promises';
import { basename, dirname, join, resolve } from 'node:path';
import { Document, Scalar, visit } from 'yaml';
import type { Deck } from '../domain/question.ts';
import { DECK_FILE, questionFile, QUESTIONS_FOLDER } from './layout.ts';

export type Writing = { readonly ok: true } | { readonly ok: false; readonly reason: string };

/**
 * Writes a deck as a folder that must not exist yet: into a new folder beside it that is renamed when
 * it is whole, so there is never half a deck. Disk faults reject.
 */
export async function writeDeck(deck: Deck, folder: string): Promise<Writing> {
  const target = resolve(folder);
  if (await exists(target)) return { ok: false, reason: `${folder} exists already` };
  const unfinished = join(dirname(target), `.${basename(target)}-${randomUUID()}`);
  try {
    await mkdir(unfinished, { recursive: true });
    await writeFiles(deck, unfinished);
    await rename(unfinished, target);
    return { ok: true };
  } catch (error) {
    await rm(unfinished, { recursive: true, force: true });
    throw error;
  }
}

async function writeFiles(deck: Deck, folder: string): Promise<void> {
  const { questions, ...head } = deck;
  await writeFile(join(folder, DECK_FILE), toYaml(head));
  await mkdir(join(folder, QUESTIONS_FOLDER));
  for (const question of questions) {
    await writeFile(join(folder, questionFile(question.id)), toYaml(question));
  }
}

/** The same value gives the same text: keys keep the format's order. */
function toYaml(value: unknown): string {
  const document = new Document(value);
  visit(document, {
    Scalar(_key, scalar) {
      if (isProse(scalar.value)) scalar.type = Scalar.BLOCK_FOLDED;
    },
  });
  return document.toString({ lineWidth: LINE, singleQuote: true });
}

const LINE = 100;

/** What does not fit a line is easiest to edit folded, without quotes to mind. */
const isProse = (value: unknown): boolean => typeof value === 'string' && value.length > LINE - 20;

const exists = async (path: string): Promise<boolean> =>
  (await lstat(path).catch(() => undefined)) !== undefined;
