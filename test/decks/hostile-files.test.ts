import { truncate } from 'node:fs/promises';
import { join } from 'node:path';
import { zipSync } from 'fflate';
import { expect, test } from 'vitest';
import { startNode } from '../support/node-process.ts';
import { sqliteFile } from '../support/sqlite-file.ts';
import { fileWith, folderWith, importFile, LORA } from './support.ts';

/** Why nothing was taken from a file. */
async function refusal(name: string, content: string | Uint8Array): Promise<string> {
  const { deck, taken, skipped } = await importFile(await fileWith(name, content));
  expect({ deck, taken }).toEqual({ deck: undefined, taken: 0 });
  return skipped.map(({ where, why }) => `${where}: ${why}`).join('\n');
}

const json = (value: unknown): string => JSON.stringify(value);

test.each<[what: string, content: string, told: string]>([
  ['something else', 'hello', 'line 1, column 1: "h" is not expected there'],
  [
    'half an export',
    '{"questions": [\n',
    'line 2, column 1: it ends too early (close what is open, or download it again)',
  ],
  ['a comma too many', '{"a": 1,\n "b": [1,]}', 'line 2, column 10: "]" is not expected there'],
  ['a text', '"hello"', 'it has no list of questions'],
  ['no questions', '{}', 'it has no list of questions'],
  ['other objects', '[{"a": 1}]', 'its objects have no keys `question` and `answer`'],
  [
    'an empty deck',
    '{"questions": []}',
    'it holds no question (write each with its answer, as in docs/deck-format.md)',
  ],
  [
    'absurd nesting',
    `${'{"questions":'.repeat(50_000)}1${'}'.repeat(50_000)}`,
    'line 1: lists or objects stand more than 32 deep within one another',
  ],
  [
    'a bad name',
    json({ name: '../../etc', questions: [LORA] }),
    '`name` is not a slug (use a–z, 0–9 and single hyphens, a letter first)',
  ],
])('JSON with %s is refused with a reason', async (_what, content, told) => {
  expect(await refusal('deck.json', content)).toMatch(/^the file: [^\n]*$/);
  expect(await refusal('deck.json', content)).toContain(told);
});

test('JSON of absurdly deep lists is refused before it is parsed', async () => {
  const deep = `{"questions":\n[${'['.repeat(50_000)}${']'.repeat(50_000)}]}`;
  expect(await refusal('deck.json', deep)).toMatch(
    /^the file: line 2: lists or objects stand more/,
  );
});

test('faulty questions are left out one by one, with the reason', async () => {
  const questions = [
    LORA,
    { ...LORA, id: '../lora' },
    LORA,
    { ...LORA, id: 'b', en: { ...LORA.en, answer: '' } },
    JSON.parse('{"id": "c", "__proto__": {"topic": "x"}}') as unknown,
    null,
  ];
  const report = await importFile(await fileWith('deck.json', json({ version: 3, questions })));
  expect(report).toMatchObject({ taken: 1, leftOut: 5, lost: { keys: ['version'] } });
  expect(report.skipped).toEqual([
    {
      where: 'question 2 (../lora)',
      why: '`id` is not a slug (use a–z, 0–9 and single hyphens, a letter first)',
    },
    {
      where: 'question 3 (lora)',
      why: 'another question before it has the id lora (give this one its own)',
    },
    {
      where: 'question 4 (b)',
      why: '`en.answer` is empty (fill it in, or remove the key if it is optional)',
    },
    { where: 'question 5 (c)', why: expect.stringContaining('`topic` is missing') as string },
    { where: 'question 6', why: 'the file is empty (fill it in)' },
  ]);
});

test('a deck takes no more questions than it may hold', async () => {
  const questions = Array.from({ length: 5_002 }, (_, index) => ({ ...LORA, id: `q-${index}` }));
  const report = await importFile(await fileWith('deck.json', json({ questions })));
  expect(report).toMatchObject({ taken: 5_000, leftOut: 2 });
  expect(report.skipped).toEqual([
    {
      where: 'the last 2',
      why: 'a deck holds at most 5000 questions (cut the file into several)',
      count: 2,
    },
  ]);
});

test.each<[what: string, content: string, told: RegExp]>([
  ['no such columns', 'a,b,c\n1,2,3\n', /^the file: its first row does not name the columns/],
  ['nothing in it', '', /^the file: its first row does not name the columns/],
  ['a header only', 'question,answer\n', /^the file: it holds no question \(write/],
  [
    'a million rows',
    `question,answer\n${'a,b\n'.repeat(1_000_000)}`,
    /^the file: it has more lines than a deck can hold \(cut it into several\)$/,
  ],
  [
    'too many rows',
    `question,answer\n${'a,b\n'.repeat(6_000)}`,
    /^the file: it has more than \d+ rows \(cut it into several files\)$/,
  ],
  [
    'an endless cell',
    `question,answer\n"${'x'.repeat(2_000_000)}`,
    /^the file: line 2 is too long/,
  ],
  [
    'a million columns',
    `question${',a'.repeat(1_000_000)}\n`,
    /^the file: line 1 is too long to be a question \(break it/,
  ],
  ['a list of people', 'name,topic\nAnn,SQL\n', /^the file: its first row does not name/],
])('CSV with %s is refused with a reason', async (_what, content, told) => {
  expect(await refusal('deck.csv', content)).toMatch(told);
});

test("somebody's own table becomes a draft", async () => {
  const table = [
    '\ufeffquestion;answer;topic;difficulty',
    'What is LoRA?;Low-rank adaptation;Fine tuning;Hard',
    'Что такое LoRA?;Низкоранговая адаптация;;',
    'What is LoRA?;Once more;;',
    'What is “LoRA”?;The same words, another question;;',
    'No answer;;;',
    "'=1+1;Two;;",
  ].join('\r\n');
  const { deck, skipped } = await importFile(await fileWith('Мои вопросы.csv', table));
  expect(deck).toMatchObject({
    name: 'moi-voprosy',
    title: { en: 'Мои вопросы', ru: 'Мои вопросы' },
    topics: { 'fine-tuning': {}, imported: {} },
    draft: true,
  });
  expect(deck?.questions.map(({ id, topic, difficulty }) => [id, topic, difficulty])).toEqual([
    ['what-is-lora', 'fine-tuning', 'hard'],
    ['chto-takoe-lora', 'imported', 'medium'],
    [expect.stringMatching(/^what-is-lora-[0-9a-f]{8}$/), 'imported', 'medium'],
    [expect.stringMatching(/^card-[0-9a-f]{8}$/), 'imported', 'medium'],
  ]);
  expect(deck?.questions[1]?.ru?.answer).toBe('Низкоранговая адаптация');
  expect(deck?.questions[3]?.en?.question).toBe('=1+1');
  expect(skipped).toEqual([
    {
      where: 'line 4',
      why: 'another question before it has the id what-is-lora (give this one its own)',
    },
    { where: 'line 6', why: 'the answer is empty (fill it in)' },
  ]);
});

test('a file of another kind, a missing one and one too large are refused', async () => {
  expect(await refusal('deck.docx', 'x')).toBe(
    'the file: give a deck folder, or a .json, .csv, .xlsx, .txt, .md or .apkg file',
  );
  expect((await importFile('/no/such/deck.json')).skipped).toEqual([
    { where: 'the file', why: 'it does not exist (create it, or mend the path)' },
  ]);
  expect(await refusal('deck.json', Buffer.alloc(33 * 1024 * 1024, ' '))).toMatch(
    /^the file: it is too large/,
  );
});

test('for a file of which nothing is taken, nothing is loaded that questions are checked with', async () => {
  const checks = () => Promise.reject(new Error('it was loaded'));
  for (const name of ['deck.json', 'deck.csv', 'deck.apkg', 'deck.xlsx', 'deck.md']) {
    expect((await importFile(await fileWith(name, ''), { checks })).taken).toBe(0);
  }
});

test('200 MB are refused unread', async () => {
  const path = await fileWith('deck.csv', '');
  await truncate(path, 200_000_000);
  expect((await importFile(path)).skipped).toMatchObject([
    { why: expect.stringMatching(/^it is too large: 200000000 bytes/) as string },
  ]);
});

/** As long as a file may be. */
const whole = (part: string, unit = 1): string =>
  part.repeat(Math.floor((27 * 1024 * 1024) / part.length / unit));

const HEAVY: Readonly<Record<string, () => string | Uint8Array | Promise<Uint8Array>>> = {
  'brackets.json': () => whole('['),
  'objects.json': () => `[${whole('{},')}{}]`,
  'keys.json': () => `[{${Array.from({ length: 1_500_000 }, (_, at) => `"k${at}":1`).join()}}]`,
  'wide.json': () => Buffer.from(`\ufeff${whole('[', 2)}`, 'utf16le'),
  'ends.csv': () => `😀question,answer\r\n${whole('a\r\n')}`,
  'western.csv': () => Buffer.from(whole('caf\xe9;'), 'latin1'),
  'places.apkg': async () => zipSync({ 'collection.anki2': await places() }, { level: 0 }),
};

/** SQLite that is not Anki's, as large as a collection may be. */
const places = (): Promise<Uint8Array> =>
  sqliteFile((database) => {
    database.exec(`
      create table places (page blob);
      with recursive numbers(n) as (select 1 union all select n + 1 from numbers where n < 60)
      insert into places select randomblob(1000000) from numbers;
    `);
  });

/** Linux keeps a process's `maxRSS` from before it became another program: here, what the test's worker takes. */
const READER = `
  import { existsSync, readFileSync } from 'node:fs';
  import { importDeck } from './src/decks/import-deck.ts';
  const options = { checks: async () => ({ formula: async () => ({ ok: true }), cards: () => [] }) };
  const taken = [];
  const peakOfMemory = () => {
    const status = '/proc/self/status';
    if (!existsSync(status)) return process.resourceUsage().maxRSS * 1024;
    return Number(/VmHWM:\\s+(\\d+) kB/.exec(readFileSync(status, 'utf8'))[1]) * 1024;
  };
  for (const path of process.argv.slice(1)) {
    taken.push((await importDeck(path, options)).taken);
    globalThis.gc();
  }
  console.log(JSON.stringify({ taken, peak: peakOfMemory() }));
`;

test('what holds more than a deck is refused before it takes memory', async () => {
  const made = Object.entries(HEAVY).map(
    async ([name, content]) => [name, await content()] as const,
  );
  const files = await Promise.all(made);
  const folder = await folderWith(Object.fromEntries(files));
  const paths = files.map(([name]) => join(folder, name));
  const { ended } = startNode(
    ['--expose-gc', '--input-type=module', '--eval', READER, ...paths],
    {},
  );
  const { stdout, stderr } = await ended;
  expect(stderr).toBe('');
  const { taken, peak } = JSON.parse(stdout) as { taken: number[]; peak: number };
  expect(taken).toEqual(paths.map(() => 0));
  expect(peak).toBeLessThan(200_000_000);
});

/** Each of these made a search that began at every one of them and went on to the end of the text. */
test.each(['<ul>', '<div ', '<pre>', '```x\n', '[sound:', 'a\n', '<b ', '<img ', '<div></p>'])(
  'a text of nothing but %j takes no longer than its length',
  async (part) => {
    const text = part.repeat(Math.floor(200_000 / part.length));
    const files: Record<string, string> = {
      'answer.json': json([{ question: 'What is it?', answer: `<p>a</p>${text}` }]),
      'plain.json': json([{ question: 'What is it?', answer: text }]),
      'option.json': json([{ question: 'What is it?', options: [text, 'b'], answer: text }]),
      'topic.json': json([{ question: text, answer: 'It is', topic: text }]),
      'notes.txt': `What is it?\t${text}`,
      'html.txt': `#separator:tab\n#html:true\nWhat is it?\t${text}`,
    };
    const folder = await folderWith(files);
    for (const name of Object.keys(files)) {
      expect((await importFile(join(folder, name))).skipped.length).toBeLessThan(100_000);
    }
  },
);

test('a table of more cells than a deck can use is refused', async () => {
  const row = `q,a${',x'.repeat(998)}\n`;
  expect(
    await refusal('deck.csv', `question,answer${',c'.repeat(998)}\n${row.repeat(4_000)}`),
  ).toMatch(/^the file: line 501: there are more values than a deck can hold/);
});

test('HTML in a hundred tags keeps its words', async () => {
  const deep = `${'<div><span>'.repeat(60)}Byte pair<br>encoding${'</span></div>'.repeat(60)}`;
  const { deck } = await importFile(
    await fileWith('deck.json', json([{ question: 'What is BPE?', answer: deep }])),
  );
  expect(deck?.questions[0]?.en?.answer).toBe('Byte pair\nencoding');
});
