import { expect, test } from 'vitest';
import { exportDeck } from '../../src/decks/export-deck.ts';
import { fileWith, importFile } from './support.ts';

const CONFLICT = 'Tell me about a conflict in a team.';
const PROUD = 'What are you proud of, and why?';

test.each<[name: string, content: string]>([
  ['list.csv', `question\n${CONFLICT}\n"${PROUD}"\n`],
  ['themes.csv', `Interview question,Topic\n${CONFLICT},Work\n"${PROUD}",Work\n`],
  ['bare.csv', `${CONFLICT}\n"${PROUD}"\n`],
  ['list.json', JSON.stringify([CONFLICT, PROUD])],
  ['objects.json', JSON.stringify([{ question: CONFLICT }, { question: PROUD }])],
  ['list.txt', `1. ${CONFLICT}\n2. ${PROUD}\n`],
  ['bullets.txt', `- ${CONFLICT}\n\n- ${PROUD}\n`],
  ['lines.txt', `${CONFLICT}\n${PROUD}\n`],
  ['list.md', `# Behaviour\n\n1. ${CONFLICT}\n2. ${PROUD}\n`],
])('%s becomes questions to discuss, and the report says so', async (name, content) => {
  const { deck, skipped, warnings } = await importFile(await fileWith(name, content));
  expect(skipped).toEqual([]);
  expect(deck?.questions.map(({ en }) => en)).toEqual([
    { question: CONFLICT, keyPoints: [] },
    { question: PROUD, keyPoints: [] },
  ]);
  expect(warnings).toContainEqual({
    where: 'the file',
    why: 'it holds questions without answers, so they are there to be discussed',
  });
});

test('an answer that is empty among others is left out as before', async () => {
  const table = `question,answer\n${CONFLICT},\nWhat is BPE?,An encoding\n`;
  const { taken, skipped } = await importFile(await fileWith('table.csv', table));
  expect({ taken, skipped }).toMatchObject({ taken: 1, skipped: [{ where: 'line 2' }] });
});

test.each(['json', 'csv'] as const)('a question to discuss comes back from %s', async (format) => {
  const { deck } = await importFile(await fileWith('list.json', JSON.stringify([CONFLICT, PROUD])));
  const text = exportDeck(deck!, format);
  expect((await importFile(await fileWith(`again.${format}`, text))).deck).toEqual(deck);
});
