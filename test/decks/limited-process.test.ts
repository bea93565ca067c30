import { tmpdir } from 'node:os';
import { pathToFileURL } from 'node:url';
import { expect, it } from 'vitest';
import { runProcess } from '../../src/decks/limited-process.ts';
import { fileWith } from './support.ts';

it('puts what a process leaves on the disk into the folder that it is given', async () => {
  const program = await fileWith(
    'program.mjs',
    `import { tmpdir } from 'node:os';
    process.once('message', () => process.send(tmpdir()));`,
  );
  const folder = `${tmpdir()}/whetstone-given`;
  const limits = { timeMs: 60_000, memoryMb: 64, folder };
  const outcome = await runProcess(pathToFileURL(program), 'where?', limits);
  expect(outcome).toEqual({ type: 'result', result: folder });
});
