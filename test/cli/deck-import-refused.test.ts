import { writeFile } from 'node:fs/promises';
import { expect, it } from 'vitest';
import { desk } from './scene.ts';

const here = desk();

async function file(name: string, content: string): Promise<string> {
  await writeFile(here.at(name), content);
  return here.at(name);
}

it('a file of which nothing can be taken is told with its numbers, and in JSON to a script', async () => {
  const path = await file('empty.csv', 'question,answer\nWhat is X?,\nWhat is Y?,\n');
  const { stderr } = await here.whetstone('deck', 'import', path);
  expect(stderr).toContain(`${path}: 0 taken, 2 left out, 2 faults\n`);
  for (const flags of [[], ['--dry-run'], ['--folder', here.at('nowhere')]]) {
    const ended = await here.whetstone('deck', 'import', path, '--json', ...flags);
    const where = [{ where: 'line 2' }, { where: 'line 3' }];
    expect(ended).toMatchObject({ code: 1, stderr });
    expect(JSON.parse(ended.stdout)).toMatchObject({
      ...{ file: path, taken: 0, leftOut: 2, faults: 2, skipped: where },
    });
  }
});

it('an import is told of in JSON to a script where the file is sound, but not the import', async () => {
  const path = await file('script.md', '# List\n\n## What is a view?\n\nA stored query.\n');
  const ended = await here.whetstone('deck', 'import', path, '--json');
  expect(ended).toMatchObject({ code: 1 });
  expect(JSON.parse(ended.stdout)).toMatchObject({
    refused: expect.stringContaining('--licence own') as string,
    ...{ taken: 1, leftOut: 0, faults: 0 },
  });
});
