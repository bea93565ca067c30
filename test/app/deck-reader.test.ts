import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { createDeckReader } from '../../src/app/deck-reader.ts';
import type { DeckFile } from '../../src/delivery/context.ts';

const pictures = mkdtempSync(join(tmpdir(), 'whetstone-deck-reader-'));
afterAll(() => rmSync(pictures, { recursive: true }));

const fileOf = (name: string, text: string): DeckFile => ({
  ...{ name, language: undefined },
  bytes: new TextEncoder().encode(text),
});

const MUTEX = fileOf('threads.csv', 'question,answer\nWhat is a mutex?,A lock.\n');

it('reads two files that come at once, each as it is', async () => {
  const read = createDeckReader(pictures);
  const queue = fileOf('../../queue.json', '[{"question":"What is a queue?","answer":"A list."}]');
  const reports = await Promise.all([read(MUTEX), read(queue)]);
  const slugs = reports.map((one) => one.type === 'read' && one.report.deck?.questions[0]?.id);
  expect(slugs).toEqual(['what-is-a-mutex', 'what-is-a-queue']);
});

it.each([
  ['time', { timeMs: 1, memoryMb: 512 }],
  ['memory', { timeMs: 60_000, memoryMb: 8 }],
])('ends the process of a file that takes more %s than it may', async (_what, limits) => {
  expect(await createDeckReader(pictures, limits)(MUTEX)).toEqual({ type: 'too-heavy' });
});

it('keeps a few waiting, and turns away who comes after them', async () => {
  const read = createDeckReader(pictures, { timeMs: 1, memoryMb: 512 });
  const types = await Promise.all(Array.from({ length: 5 }, async () => (await read(MUTEX)).type));
  expect(types).toEqual([...Array<string>(4).fill('too-heavy'), 'busy']);
  expect(await read(MUTEX)).toEqual({ type: 'too-heavy' });
});
