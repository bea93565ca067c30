import { expect, test } from 'vitest';
import { readDeck } from '../../src/decks/read-deck.ts';
import { parseYaml } from '../../src/decks/yaml.ts';
import { folderWith } from './support.ts';

const keys = (count: number): string =>
  Array.from({ length: count }, (_, number) => `k${number}: 1\n`).join('');

test('of very many keys, one that stands there twice is found at its line', () => {
  const { faults } = parseYaml(`${keys(5_000)}k7: 2\n`);
  expect(faults).toEqual([
    {
      line: 5_001,
      problem: 'is not valid YAML: Map keys must be unique',
      fix: expect.stringContaining('mend the line') as string,
    },
  ]);
  expect(parseYaml(keys(5_000)).faults).toEqual([]);
});

test.each([
  ['a: 1\nb: { c: 1, d: 2, c: 3 }\n', 2],
  ['- x\n- a: 1\n  "a": 2\n', 3],
  ['1: a\n2: b\n1: c\n', 3],
])('a key twice is found in every mapping: %s', (text, line) => {
  expect(parseYaml(text).faults).toMatchObject([
    { line, problem: expect.stringContaining('unique') as string },
  ]);
});

test('of a file that breaks thousands of rules, the first are told', async () => {
  const topics = Array.from({ length: 5_000 }, (_, number) => `  K${number}: 1\n`).join('');
  const folder = await folderWith({ 'deck.yaml': `name: d\ntitle: { en: D }\ntopics:\n${topics}` });
  const { faults } = await readDeck(folder);
  const ofHead = faults.filter(({ file }) => file === 'deck.yaml');
  expect(ofHead).toHaveLength(50);
  expect(ofHead[0]).toMatchObject({ line: 4, problem: '`topics.K0` is not a slug' });
});
