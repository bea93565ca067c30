import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { exportDeck, type ExportFormat } from '../../src/decks/export-deck.ts';
import { joinParts, markCell, splitParts, unmarkCell } from '../../src/decks/formats/csv-cells.ts';
import { NOTHING_LOST } from '../../src/decks/formats/lost.ts';
import { questionHash } from '../../src/decks/question-hash.ts';
import { readDeck } from '../../src/decks/read-deck.ts';
import { writeDeck } from '../../src/decks/write-deck.ts';
import type { Deck } from '../../src/domain/question.ts';
import { deckWith, fileWith, folderWith, importFile, LORA, LORA_TEXT } from './support.ts';

const SHIPPED = join(import.meta.dirname, '../../data/llm-interview');

/** Everything that a format could trip over. */
const AWKWARD: Deck = {
  name: 'awkward',
  title: { en: 'Pipes | and "quotes", \\ and ё', ru: '=Название' },
  description: { en: '- a dash first' },
  topics: { zebra: { en: 'Zebra', ru: 'Зебра' }, apple: { en: "'=apple", ru: '@яблоко' } },
  draft: true,
  questions: [
    {
      id: 'awkward',
      topic: 'zebra',
      difficulty: 'hard',
      classic: true,
      formula: '\\frac{a}{b} & c',
      formulaText: '=a/b',
      sources: [{ title: 'A | B \\ C: D', url: 'https://example.org/?a=1|2' }],
      en: {
        question: '=HYPERLINK("https://evil.example","x")\nSecond line: with # and \'quotes\'',
        answer: '+1, 2;\t3\n\n- item\n- item: yes\n\n  indented\n…',
        formulaNote: '@sum',
        keyPoints: [
          {
            id: 'a',
            label: 'P(x | y): |V| and \\|',
            phrasings: ['a | b', 'c: d', "'- e", 'true', '1.0'],
          },
          { id: 'b', label: '- dash (2): no weight', phrasings: [] },
          { id: 'c', weight: 2.5, label: '(3): a weight', phrasings: ['x'] },
        ],
        misconception: 'no',
      },
    },
    {
      ...LORA,
      topic: 'apple',
      sources: [],
      ru: { ...LORA_TEXT, question: 'Ещё вопрос?', keyPoints: [] },
    },
  ],
};

const shipped = async (): Promise<Deck> => {
  const { deck } = await readDeck(SHIPPED);
  if (deck === undefined) throw new Error('the shipped deck cannot be read');
  return deck;
};

const decks: [name: string, load: () => Promise<Deck>][] = [
  ['the shipped deck', shipped],
  ['an awkward deck', () => Promise.resolve(AWKWARD)],
];

for (const [name, load] of decks) {
  test.each<ExportFormat>(['json', 'csv'])(
    `${name} comes back from %s as it was`,
    async (format) => {
      const deck = await load();
      const exported = exportDeck(deck, format);
      const report = await importFile(await fileWith(`some-name.${format}`, exported));
      expect(report).toEqual({
        deck,
        nameIsGuessed: false,
        taken: deck.questions.length,
        leftOut: 0,
        skipped: [],
        warnings: [],
        lost: NOTHING_LOST,
      });
      expect(exportDeck(report.deck!, format)).toBe(exported);
    },
  );

  test(`${name} comes back from a folder as it was`, async () => {
    const deck = await load();
    const folder = join(await folderWith({}), deck.name);
    expect(await writeDeck(deck, folder)).toEqual({ ok: true });
    const byId = deck.questions.toSorted((a, b) => (a.id < b.id ? -1 : 1));
    const report = await importFile(folder);
    expect(report).toEqual({
      deck: { ...deck, questions: byId },
      nameIsGuessed: false,
      taken: byId.length,
      leftOut: 0,
      skipped: [],
      warnings: [],
      lost: NOTHING_LOST,
    });
  });
}

const OTHERS: Readonly<Record<string, string>> = {
  'choices.csv':
    'id,question,a,b,c,answer,explanation,feedback a,topic,level\n' +
    '7,"Which | one, *now*?",x | y,"- 2",=3,b,"So: ""it"" is.",No: never,C++,senior\n',
  'cards.txt': 'Что такое B-дерево?\tСбалансированное дерево:\t#1\n',
  'list.md':
    '# List\n\n## SQL\n\n### Why?\n\n1. a\n2. b\n\n```sql\nselect 1; -- `x`\n```\n\n## License\n\nMIT\n',
  'talk.json': '["Tell me about a conflict.", "What would you change here?"]',
};

test.each(Object.entries(OTHERS))(
  'what was made of %s comes back from each format as it was',
  async (name, content) => {
    const { deck } = await importFile(await fileWith(name, content));
    if (!deck) throw new Error(`${name} was not read`);
    const folder = join(await folderWith({}), deck.name);
    await writeDeck(deck, folder);
    const again = [
      folder,
      await fileWith('a.json', exportDeck(deck, 'json')),
      await fileWith('a.csv', exportDeck(deck, 'csv')),
    ];
    for (const path of again) {
      expect(await importFile(path), path).toMatchObject({ deck, leftOut: 0, skipped: [] });
    }
  },
);

test('the JSON export is what other programs expect', async () => {
  const exported = JSON.parse(exportDeck(await shipped(), 'json')) as Record<string, unknown>;
  const [question] = exported['questions'] as Record<string, object>[];
  expect(Object.keys(question ?? {})).toEqual(
    expect.arrayContaining(['id', 'topic', 'difficulty', 'sources', 'en', 'ru']),
  );
  expect(Object.keys(question?.['ru'] ?? {})).toEqual(
    expect.arrayContaining(['question', 'answer', 'keyPoints', 'misconception']),
  );
});

test('no cell of a CSV export runs in a spreadsheet', () => {
  const rows = parse(exportDeck(AWKWARD, 'csv'), { bom: true });
  expect(rows.flat()).toContain("'+1, 2;\t3\n\n- item\n- item: yes\n\n  indented\n…");
  for (const cell of rows.flat()) expect(cell).not.toMatch(/^[=+\-@\t\r]/);
});

test('marks, lists and their undoing agree for any text', () => {
  fc.assert(fc.property(fc.string(), (text) => unmarkCell(markCell(text)) === text));
  fc.assert(
    fc.property(
      fc.stringMatching(/^'*[=+@\t-]?.*$/),
      (text) => unmarkCell(markCell(text)) === text,
    ),
  );
  const part = fc.string({ unit: fc.constantFrom('a', '|', '\\', ':', 'я') });
  fc.assert(
    fc.property(fc.array(part, { minLength: 1 }), (parts) => {
      expect(splitParts(joinParts(parts))).toEqual(parts);
    }),
  );
});

test('the same deck is written as the same bytes', async () => {
  const folder = await folderWith({});
  await writeDeck(AWKWARD, join(folder, 'one/awkward'));
  await writeDeck(AWKWARD, join(folder, 'two/awkward'));
  const [one, two] = await Promise.all([
    contentOf(join(folder, 'one')),
    contentOf(join(folder, 'two')),
  ]);
  expect(one).toEqual(two);
});

test('writing leaves an existing folder alone, and nothing half-written behind', async () => {
  const folder = await folderWith({ 'awkward/mine.txt': 'mine' });
  expect(await writeDeck(AWKWARD, join(folder, 'awkward'))).toEqual({
    ok: false,
    reason: `${join(folder, 'awkward')} exists already`,
  });
  const unwritable = { ...AWKWARD, questions: [{ ...LORA, id: 'no/such/folder' }] };
  await expect(writeDeck(unwritable, join(folder, 'other'))).rejects.toThrow(/ENOENT/);
  expect(await readdir(folder)).toEqual(['awkward']);
});

async function contentOf(folder: string): Promise<Record<string, string>> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile());
  const read = files.map(async ({ parentPath, name }) => {
    const path = join(parentPath, name);
    return [path.slice(folder.length), await readFile(path, 'utf8')] as const;
  });
  return Object.fromEntries(await Promise.all(read));
}

test('a question keeps its hash until its content changes', () => {
  const hash = questionHash(LORA);
  expect(hash).toMatch(/^[0-9a-f]{64}$/);
  const undefinedText = { ...LORA, ru: undefined } as unknown as typeof LORA;
  expect(questionHash(undefinedText)).toBe(hash);
  const turned = Object.fromEntries(Object.entries(LORA).toReversed()) as unknown as typeof LORA;
  expect(questionHash(turned)).toBe(hash);
  expect(questionHash({ ...LORA, difficulty: 'hard' })).not.toBe(hash);
  const [first, ...rest] = LORA_TEXT.keyPoints;
  const swapped = { ...LORA_TEXT, keyPoints: [...rest, first!] };
  expect(questionHash({ ...LORA, en: swapped })).not.toBe(hash);
});

test('an export of nothing but questions is a draft named after its file', async () => {
  const { questions } = deckWith();
  const { deck } = await importFile(await fileWith('My deck.json', JSON.stringify({ questions })));
  expect(deck).toEqual({
    name: 'my-deck',
    title: { en: 'My deck' },
    topics: { 'fine-tuning': { en: 'fine-tuning' } },
    draft: true,
    questions,
  });
});
