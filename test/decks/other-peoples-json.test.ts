import { expect, test } from 'vitest';
import { fileWith, importFile } from './support.ts';

async function taken(value: unknown) {
  const text = typeof value === 'string' ? value : JSON.stringify(value);
  const report = await importFile(await fileWith('My list.json', text));
  return { ...report, cards: report.deck?.questions.map(({ en }) => [en?.question, en?.answer]) };
}

const BPE = ['What is BPE?', 'Byte pair encoding'];

test.each<[what: string, value: unknown]>([
  ['a list', [{ question: BPE[0], answer: BPE[1] }]],
  ['cards', { title: 'My list', cards: [{ front: BPE[0], back: BPE[1] }] }],
  ['an object in each line', `{"Q":"${BPE[0]}","A":"${BPE[1]}"}\n{"Q":"${BPE[0]}x","A":"y"}\n`],
])('JSON is read as people write it: %s', async (_what, value) => {
  const { cards, deck, leftOut } = await taken(value);
  expect(cards?.[0]).toEqual(BPE);
  expect({ title: deck?.title, leftOut }).toEqual({ title: { en: 'My list' }, leftOut: 0 });
});

test.each<[what: string, value: unknown]>([
  ['by their topics', { Tokens: [{ q: BPE[0], a: BPE[1] }], SQL: [{ q: 'Why?', a: 'So.' }] }],
  [
    'in sections',
    {
      title: 'My list',
      sections: [
        { name: 'Tokens', questions: [{ question: BPE[0], answer: BPE[1] }] },
        { name: 'SQL', questions: [{ question: 'Why?', answer: 'So.' }] },
      ],
    },
  ],
])('questions are found %s', async (_what, value) => {
  const { cards, deck, lost } = await taken(value);
  expect(cards).toEqual([BPE, ['Why?', 'So.']]);
  expect(deck?.questions.map(({ topic }) => topic)).toEqual(['tokens', 'sql']);
  expect(lost.keys).toEqual([]);
});

test.each(['deck.json', 'deck.jsonl'])('one object alone is one question in %s', async (name) => {
  const text = JSON.stringify({ question: BPE[0], answer: BPE[1], level: 'junior', author: 'me' });
  const { deck, lost } = await importFile(await fileWith(name, `${text}\n`));
  expect(deck?.questions.map(({ en }) => [en?.question, en?.answer])).toEqual([BPE]);
  expect(lost.keys).toEqual(['author']);
});

test('questions may be keys, and their answers the values', async () => {
  const { cards } = await taken({ [BPE[0] ?? '']: BPE[1], 'Why?': 'So.' });
  expect(cards).toEqual([BPE, ['Why?', 'So.']]);
});

test('what Open Trivia DB gives is read, its options in an order that gives nothing away', async () => {
  const value = {
    response_code: 0,
    results: [
      {
        ...{ type: 'multiple', difficulty: 'hard', category: 'Science: Computers' },
        question: 'What does &quot;LIFO&quot; describe?',
        correct_answer: 'Stack',
        incorrect_answers: ['Queue', 'Heap', 'Tree'],
      },
    ],
  };
  const { deck, lost } = await taken(value);
  expect(deck).toMatchObject({
    topics: { 'science-computers': { en: 'Science: Computers' } },
    questions: [{ difficulty: 'hard' }],
  });
  expect(deck?.questions[0]?.en).toEqual({
    question: 'What does "LIFO" describe?',
    options: [
      { text: 'Heap' },
      { text: 'Queue' },
      { text: 'Stack', right: true },
      { text: 'Tree' },
    ],
    keyPoints: [],
  });
  expect(lost.keys).toEqual(['response_code', 'type']);
});

test('a list of options with its explanation, and ids that last', async () => {
  const quiz = [
    { id: 7, question: 'Which?', options: ['x', 'y'], answer: 1, explanation: 'It is *y*.' },
    { id: 8, question: 'And?', options: { a: 'x', b: 'y' }, answer: 0, tags: ['SQL', 'easy'] },
    'nothing',
  ];
  const { deck, skipped } = await taken(quiz);
  const [x, y] = [{ text: 'x' }, { text: 'y' }];
  expect(deck?.questions.map(({ en }) => [en?.question, en?.answer, en?.options])).toEqual([
    ['Which?', undefined, [x, { ...y, right: true, why: 'It is \\*y\\*.' }]],
    ['And?', undefined, [{ ...x, right: true }, y]],
  ]);
  expect(deck?.questions.map(({ id, topic }) => [id, topic])).toEqual([
    ['q-7', 'imported'],
    ['q-8', 'sql'],
  ]);
  expect(skipped).toEqual([
    {
      where: 'question 3',
      why: 'it is not an object with a question in it (write `{"question": …, "answer": …}`)',
    },
  ]);
});

test('several right options may stand in a list, by their texts', async () => {
  const value = [{ question: 'Which?', options: ['a b', 'c d', 'e'], answer: ['a b', 'e'] }];
  const { deck } = await taken(value);
  expect(deck?.questions[0]?.en?.options).toEqual([
    ...[{ text: 'a b', right: true }, { text: 'c d' }, { text: 'e', right: true }],
  ]);
});

test('more options than may be are told of', async () => {
  const options = Array.from({ length: 11 }, (_, index) => `option ${index}`);
  const { deck, skipped } = await taken([{ question: 'Which?', options, answer: 'option 3' }]);
  expect(deck?.questions ?? []).toEqual([]);
  expect(skipped).toEqual([
    {
      where: 'question 1',
      why: expect.stringContaining('the list of options is too long') as string,
    },
  ]);
});

test('a key that JavaScript gives a meaning to is a key like any other', async () => {
  const value = '[{"question": "Q?", "answer": "A", "__proto__": "x", "constructor": "y"}]';
  expect((await taken(value)).lost.keys).toEqual(['__proto__', 'constructor']);
  const table = await importFile(await fileWith('t.csv', '__proto__,question,answer\nx,Q?,A\n'));
  expect(table).toMatchObject({ taken: 1, lost: { columns: ['__proto__'] } });
});

test.each<[name: string, content: string]>([
  ['alone.csv', '__proto__\nWhat is BPE?\nHow does it merge?\n'],
  ['nothing.csv', '__proto__\n'],
  ['two.csv', '__proto__,b\nWhat is BPE?,Byte pair encoding\n'],
  ['alone.txt', '__proto__\nWhat is BPE?\nHow does it merge?\n'],
  ['notes.txt', '__proto__\tb\nWhat is BPE?\tByte pair encoding\n'],
  ['key.json', '{"__proto__": "x", "What is BPE?": "Byte pair encoding"}'],
  ['keys.json', '[{"__proto__": "What is BPE?"}]'],
  ['topic.json', '{"__proto__": [{"question": "What is BPE?", "answer": "x"}]}'],
])('%s: of what is named for programs alone nothing is taken', async (name, content) => {
  const { deck, skipped } = await importFile(await fileWith(name, content));
  expect(deck).toBeUndefined();
  expect(skipped).toEqual([
    { where: 'the file', why: expect.stringMatching(/`question|`questions`/) as string },
  ]);
});

test.each<[name: string, content: string]>([
  ['pairs.json', '{"__proto__": "x", "What is BPE?": "Byte pair encoding", "Why?": "So."}'],
  [
    'topics.json',
    '{"__proto__": [{"q": "x", "a": "y"}], "SQL": [{"q": "Why?", "a": "So."}, {"q": "What is BPE?", "a": "x"}]}',
  ],
])(
  '%s: a key for programs beside others is not read, and the report says so',
  async (name, content) => {
    const { deck, lost } = await importFile(await fileWith(name, content));
    expect(deck?.questions.map(({ en }) => en?.question).sort()).toEqual([BPE[0], 'Why?']);
    expect(Object.keys(deck?.topics ?? {})).not.toContain('proto');
    expect(lost.keys).toEqual(['__proto__']);
  },
);

test('numbers that JavaScript would round stay what they are', async () => {
  const { deck, cards } = await taken(
    '[{"id":1234567890123456781,"question":"How many?","answer":12345678901234567890},' +
      '{"id":1234567890123456782,"question":"How large?","answer":1e999}]',
  );
  expect(deck?.questions.map(({ id }) => id)).toEqual([
    'q-1234567890123456781',
    'q-1234567890123456782',
  ]);
  expect(cards?.map((card) => card[1])).toEqual(['12345678901234567890', '1e999']);
});
