import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { formatFault } from '../../src/decks/fault.ts';
import { newQuestion } from '../../src/decks/new-question.ts';
import { readDeck } from '../../src/decks/read-deck.ts';
import { folderWith } from './support.ts';

const DECK = "name: mine\ntitle: { en: 'Mine' }\ntopics:\n  attention: { en: 'Attention' }\n";
const QUESTION = [
  'id: softmax',
  'topic: attention',
  'difficulty: easy',
  'en:',
  '  question: What does softmax do?',
  '  answer: It turns scores into probabilities.',
].join('\n');

/** Reads a deck named `mine` that holds these files beside a sound `deck.yaml`. */
async function read(files: Readonly<Record<string, string>>) {
  const entries = Object.entries({ 'deck.yaml': DECK, ...files });
  const folder = await folderWith(
    Object.fromEntries(entries.map(([name, text]) => [`mine/${name}`, text])),
  );
  const reading = await readDeck(join(folder, 'mine'));
  return { ...reading, told: reading.faults.map(formatFault) };
}

test('a short question is enough', async () => {
  const { deck, told } = await read({ 'questions/softmax.yaml': QUESTION });
  expect(told).toEqual([]);
  expect(deck?.questions).toEqual([
    {
      id: 'softmax',
      topic: 'attention',
      difficulty: 'easy',
      sources: [],
      en: {
        question: 'What does softmax do?',
        answer: 'It turns scores into probabilities.',
        keyPoints: [],
      },
    },
  ]);
});

test('questions that cannot be read are not told as none', async () => {
  const { told } = await read({ questions: 'a file where the folder should be' });
  expect(told).toEqual([
    'questions: error: cannot be read (ENOTDIR). Fix: check the path and its permissions.',
  ]);
});

test('the template of `deck new` reads once it has a topic', async () => {
  const template = newQuestion('fresh').replace('topic: topic', 'topic: attention');
  const { deck, told } = await read({ 'questions/fresh.yaml': template });
  expect(told).toEqual([]);
  expect(deck?.questions[0]?.ru?.keyPoints[0]?.id).toBe('first-point');
});

test.each<[fault: string, text: string, told: string]>([
  [
    'a missing part',
    QUESTION.replace(/ {2}question.*\n/, ''),
    'questions/softmax.yaml:5: error: `en.question` is missing. Fix: add it.',
  ],
  [
    'an unknown key',
    `${QUESTION}\n  awnser: oops`,
    'questions/softmax.yaml:7: error: `en.awnser` is not a key of the deck format. Fix: remove it or mend its spelling.',
  ],
  [
    'a value of another kind',
    QUESTION.replace('What does softmax do?', '2024'),
    'questions/softmax.yaml:5: error: `en.question` is not text. Fix: put it in quotes.',
  ],
  [
    'an unknown difficulty',
    QUESTION.replace('easy', 'mild'),
    'questions/softmax.yaml:3: error: `difficulty` is not one of its values. Fix: write easy, medium, hard.',
  ],
  [
    'a weight that takes away',
    `${QUESTION}\n  keyPoints:\n    - id: a\n      label: A\n      weight: -1`,
    'questions/softmax.yaml:10: error: `en.keyPoints[1].weight` is not a weight. Fix: write a number above 0, up to 100.',
  ],
  [
    'a weight in words',
    `${QUESTION}\n  keyPoints:\n    - id: a\n      label: A\n      weight: much`,
    'questions/softmax.yaml:10: error: `en.keyPoints[1].weight` is not a number. Fix: make it a number, as in docs/deck-format.md.',
  ],
  [
    'an unknown topic',
    QUESTION.replace('topic: attention', 'topic: cooking'),
    'questions/softmax.yaml:2: error: `topic` cooking is not a topic of the deck. Fix: use one of attention, or add it to deck.yaml.',
  ],
  [
    'another id than the file says',
    QUESTION.replace('id: softmax', 'id: hardmax'),
    "questions/softmax.yaml:1: error: `id` is hardmax, which is not the file's name. Fix: rename the file to `hardmax.yaml`, or write `id: softmax`.",
  ],
  [
    'a formula without its text',
    `formula: x\n${QUESTION}`,
    'questions/softmax.yaml:1: error: `formula` has no `formulaText` beside it. Fix: add `formulaText`: the formula in plain Unicode, for screens without pictures.',
  ],
  [
    'a link that is no web address',
    `${QUESTION}\nsources:\n  - title: x\n    url: javascript:alert(1)`,
    'questions/softmax.yaml:9: error: `sources[1].url` is not a web address. Fix: write it in full, with https://.',
  ],
  [
    'text that would show reversed',
    QUESTION.replace('softmax do', 'soft\u202emax do'),
    'questions/softmax.yaml:5: error: `en.question` holds a hidden character (a control, a bidirectional mark or half a surrogate pair). Fix: type the text anew, or paste it as plain text.',
  ],
  [
    'no language at all',
    QUESTION.replace(/en:[^]*/, ''),
    'questions/softmax.yaml:1: error: the file has no language. Fix: write its texts under `en`, `ru` or both.',
  ],
  [
    'broken YAML',
    QUESTION.replace('What does', 'note: What does'),
    'questions/softmax.yaml:5: error: is not valid YAML: Nested mappings are not allowed in compact mappings. Fix: mend the line; text with `: `, `#` or a leading special character needs quotes.',
  ],
  [
    'a key written twice',
    `${QUESTION}\nid: softmax`,
    'questions/softmax.yaml:7: error: is not valid YAML: Map keys must be unique. Fix: mend the line; text with `: `, `#` or a leading special character needs quotes.',
  ],
  ['an empty file', '', 'questions/softmax.yaml:1: error: the file is empty. Fix: fill it in.'],
])('%s is told with its line and the fix', async (_fault, text, told) => {
  const reading = await read({ 'questions/softmax.yaml': text });
  expect(reading.told).toEqual([told]);
  expect(reading.deck?.questions).toEqual([]);
  expect(reading.faults[0]?.question).toBe('softmax');
});

test('one broken question leaves the others', async () => {
  const { deck, told } = await read({
    'questions/softmax.yaml': QUESTION,
    'questions/broken.yaml': 'id: [',
    'questions/notes.md': 'mine',
  });
  expect(deck?.questions.map(({ id }) => id)).toEqual(['softmax']);
  expect(told[0]).toBe(
    'questions/notes.md: warning: is not read: questions are `.yaml` files. Fix: rename it to `<id>.yaml`, or move it elsewhere.',
  );
  expect(told.at(-1)).toMatch(/^questions\/broken\.yaml:1: error: is not valid YAML/);
});

test('without a sound deck.yaml there is no deck', async () => {
  const missing = await readDeck(await folderWith({ 'questions/softmax.yaml': QUESTION }));
  expect(missing.deck).toBeUndefined();
  expect(missing.faults.map(formatFault)).toEqual([
    'deck.yaml: error: does not exist. Fix: create it, or mend the path.',
  ]);
  const broken = await read({ 'deck.yaml': 'name: Mine\ntitle: {}\n' });
  expect(broken.deck).toBeUndefined();
  expect(broken.told.slice(0, 3)).toEqual([
    'deck.yaml:1: error: `name` is not a slug. Fix: use a–z, 0–9 and single hyphens, a letter first.',
    'deck.yaml:2: error: `title` has no language. Fix: write it under `en`, `ru` or both.',
    'deck.yaml:1: error: `topics` is missing. Fix: add it.',
  ]);
});

test('a folder by another name than its deck is pointed out', async () => {
  const folder = await folderWith({
    'other/deck.yaml': DECK,
    'other/questions/softmax.yaml': QUESTION,
  });
  const { faults } = await readDeck(join(folder, 'other'));
  expect(faults.map(formatFault)).toEqual([
    "deck.yaml:1: warning: `name` is mine, which is not the folder's name. Fix: rename the folder to `mine`, or mend the name.",
  ]);
});

test('topics that JavaScript objects are born with are no topics', async () => {
  const { deck } = await read({
    'questions/softmax.yaml': QUESTION.replace('topic: attention', 'topic: constructor'),
  });
  expect(deck?.questions).toEqual([]);
});

test.each<[attack: string, text: string, told: RegExp]>([
  [
    'aliases that expand without bound',
    bomb(),
    /^questions\/softmax\.yaml:2: error: uses a YAML alias/,
  ],
  ['absurd nesting', '['.repeat(100_000), /is not valid YAML/],
  ['a tag that would build an object', '!!js/function "x"', /Unresolved tag/],
  ['several documents in one', 'a: 1\n---\nb: 2', /multiple documents/],
  ['a file beyond the limit', `id: ${'x'.repeat(300_000)}`, /is too large: 300004 bytes/],
])('%s end in a fault', async (_attack, text, told) => {
  const reading = await read({ 'questions/softmax.yaml': text });
  expect(reading.told[0]).toMatch(told);
  expect(reading.told.length).toBeLessThanOrEqual(3);
  expect(reading.deck?.questions).toEqual([]);
});

/** Nine levels of ten aliases each: a billion strings. */
function bomb(): string {
  const levels = Array.from({ length: 9 }, (_, level) => {
    const items = Array<string>(10).fill(`*a${level}`).join(', ');
    return `a${level + 1}: &a${level + 1} [${items}]`;
  });
  return ['a0: &a0 boom', ...levels].join('\n');
}

test('text that is not UTF-8 is refused', async () => {
  const folder = await folderWith({
    'mine/deck.yaml': DECK,
    'mine/questions/softmax.yaml': Buffer.from(`${QUESTION} \xff\xfe`, 'latin1'),
  });
  const { faults } = await readDeck(join(folder, 'mine'));
  expect(faults.map(formatFault)).toEqual([
    'questions/softmax.yaml: error: is not UTF-8 text. Fix: save it as UTF-8.',
  ]);
});

test.skipIf(process.platform === 'win32')(
  'a pipe in the folder does not hang the reader',
  async () => {
    const folder = await folderWith({ 'mine/deck.yaml': DECK, 'mine/questions/a.yaml': QUESTION });
    execFileSync('mkfifo', [join(folder, 'mine/questions/pipe.yaml')]);
    const { faults } = await readDeck(join(folder, 'mine'));
    expect(faults.map(formatFault)).toContain(
      'questions/pipe.yaml: error: is not a file. Fix: name a file.',
    );
  },
);
