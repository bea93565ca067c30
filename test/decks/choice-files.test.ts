import { expect, test } from 'vitest';
import type { Option } from '../../src/domain/question.ts';
import { fileWith, importFile } from './support.ts';

async function taken(name: string, content: unknown) {
  const text = typeof content === 'string' ? content : JSON.stringify(content);
  const report = await importFile(await fileWith(name, text));
  const cards = (report.deck?.questions ?? []).map(({ en }) => ({
    question: en?.question,
    ...(en?.answer !== undefined && { answer: en.answer }),
    ...(en?.options && { options: en.options }),
  }));
  return { ...report, cards };
}

const HEAP: Option = { text: 'Heap' };
const STACK: Option = { text: 'Stack', right: true };
const QUESTION = 'Which one is LIFO?';
const CHOICE = { question: QUESTION, options: [HEAP, STACK] };

test.each([
  ['correctAnswer'],
  ['correct_answer'],
  ['CorrectAnswers'],
  ['rightAnswer'],
  ['answerKey'],
  ['Correct answer(s) - choose at least one'],
  ['Correct Answer(s) (Only include Answer #)'],
  ['Правильный ответ'],
])('the right option is found under %s', async (name) => {
  const table = `Question - max 120 characters,optionA,Option B - max 75 characters,${name}\n`;
  expect(await taken('t.csv', `${table}${QUESTION},Heap,Stack,2\n`)).toMatchObject({
    cards: [CHOICE],
    leftOut: 0,
    lost: { columns: [] },
  });
  const item = { question: QUESTION, options: ['Heap', 'Stack'], [name]: 'Stack' };
  expect(await taken('t.json', [item])).toMatchObject({ cards: [CHOICE], leftOut: 0 });
});

const INCORRECT: readonly unknown[] = [
  { correctAnswer: 'Stack', incorrectAnswers: ['Heap'], question: { text: QUESTION } },
  { correct_answers: ['Stack'], wrong_answers: ['Heap'], question: QUESTION },
];

test('wrong answers stand beside the right one', async () => {
  for (const item of INCORRECT) {
    expect(await taken('t.json', [item])).toMatchObject({ cards: [CHOICE], leftOut: 0 });
  }
  const table = 'Question,Correct Answer,Incorrect Answer 1,Incorrect Answer 2 (Optional)\n';
  expect(await taken('t.csv', `${table}${QUESTION},Stack,Heap,\n`)).toMatchObject({
    cards: [CHOICE],
    lost: { columns: [] },
  });
});

test.each<[what: string, item: object]>([
  ['text and correct', { options: [{ text: 'Heap' }, { text: 'Stack', correct: true }] }],
  [
    'answer and isCorrect',
    {
      answers: [
        { answer: 'Heap', isCorrect: false },
        { answer: 'Stack', isCorrect: true },
      ],
    },
  ],
  [
    'ids, and the answer’s id',
    {
      choices: [
        { id: 'x7', content: 'Heap' },
        { id: 'x9', content: 'Stack' },
      ],
      answer: 'x9',
    },
  ],
  ['letters as keys', { options: { a: 'Heap', b: 'Stack' }, answer: 'b' }],
  ['letters as keys and flags', { options: { a: 'Heap', b: { text: 'Stack', is_correct: 1 } } }],
  [
    'keys whose right ones are flagged beside',
    {
      answers: { answer_a: 'Heap', answer_b: 'Stack', answer_c: null },
      correct_answers: { answer_a_correct: 'false', answer_b_correct: 'true' },
    },
  ],
  [
    'texts and labels side by side',
    { choices: { text: ['Heap', 'Stack'], label: ['A', 'B'] }, answerKey: 'B' },
  ],
  ['numbers of the right ones', { options: ['Heap', 'Stack'], correct: [1] }],
  ['letters before the texts', { options: ['A) Heap', 'B) Stack'], answer: 'B) Stack' }],
])('a choice in JSON is read with %s', async (_what, item) => {
  const other = { question: 'And?', options: ['Heap', 'Tree'], correct: [0] };
  const items = [{ question: QUESTION, ...item }, ...('correct' in item ? [other] : [])];
  const { cards, skipped } = await taken('t.json', items);
  expect(skipped).toEqual([]);
  expect(cards[0]).toEqual(CHOICE);
});

test.each([
  ['lines', '"Heap\nStack"'],
  ['bars', 'Heap | Stack'],
  ['semicolons', 'Heap; Stack'],
  ['letters', 'A) Heap B) Stack'],
])('all options may stand in one cell, divided by %s', async (_what, cell) => {
  const table = `question,options,answer\n${QUESTION},${cell},B\n`;
  expect((await taken('t.csv', table)).cards).toEqual([CHOICE]);
});

test.each<[what: string, name: string, content: unknown, right: string]>([
  ['from 1 in a table', 't.csv', 'question,a,b,c,answer\nQ?,Heap,Stack,Tree,1\n', 'Heap'],
  ['from 0 as an index', 't.csv', 'question,a,b,c,answerIndex\nQ?,Heap,Stack,Tree,1\n', 'Stack'],
  [
    'from 0 by a program',
    't.json',
    [{ question: 'Q?', options: ['Heap', 'Stack', 'Tree'], correctAnswer: 1 }],
    'Stack',
  ],
])('options are counted %s, which is told', async (_what, name, content, right) => {
  const { cards, warnings } = await taken(name, content);
  expect(cards[0]?.options?.filter((option) => option.right)).toEqual([
    { text: right, right: true },
  ]);
  expect(warnings.map(({ why }) => why)).toEqual([
    expect.stringMatching(
      /^its answers are numbers, and the first option is taken for number [01]/,
    ),
  ]);
});

test('a tenth option is named by its number', async () => {
  const names = Array.from({ length: 10 }, (_, index) => `option ${index + 1}`);
  const cells = names.map((_name, index) => `text ${index + 1}`);
  const table = `question,${names.join()},correct\nQ?,${cells.join()},10\nR?,${cells.join()},"1, 10"\n`;
  const { deck } = await taken('t.csv', table);
  const right = deck?.questions.map(({ en }) =>
    en?.options?.flatMap((option) => (option.right ? [option.text] : [])),
  );
  expect(right).toEqual([['text 10'], ['text 1', 'text 10']]);
});

test('an option that stands alone is told as such', async () => {
  const { skipped } = await taken('t.csv', `question,a,b,answer\nQ?,One,,a\n`);
  expect(skipped).toEqual([
    { where: 'line 2', why: 'the list of options has fewer than 2 entries (add what is missing)' },
  ]);
});

test.each<[what: string, encode: (text: string) => string]>([
  ['percent signs', encodeURIComponent],
  ['percent signs and a plus', (text) => encodeURIComponent(text).replaceAll('%20', '+')],
  ['base64', (text) => Buffer.from(text).toString('base64')],
  [
    'HTML’s names',
    (text) => text.replaceAll('&', '&amp;').replaceAll('’', '&rsquo;').replaceAll('é', '&eacute;'),
  ],
])('JSON whose texts are encoded with %s is decoded', async (_what, encode) => {
  const item = {
    category: encode('Sorting & café'),
    difficulty: encode('easy'),
    question: encode('Which is Hoare’s + café?'),
    correct_answer: encode('50% of all'),
    incorrect_answers: ['Tree & leaf', 'Zoé'].map(encode),
  };
  const { cards, deck } = await taken('t.json', { response_code: 0, results: [item] });
  expect(cards).toEqual([
    {
      question: 'Which is Hoare’s + café?',
      options: [{ text: '50% of all', right: true }, { text: 'Tree & leaf' }, { text: 'Zoé' }],
    },
  ]);
  expect(Object.values(deck?.topics ?? {})).toEqual([{ en: 'Sorting & café' }]);
});

test('an explanation is the reason of the right option, where it is one and short enough', async () => {
  const long = 'Because. '.repeat(60).trim();
  const rows = [
    'Q1?,Heap,Stack,b,Last in is first out.',
    'Q2?,Heap,Stack,"a, b, c",Two.,Tree,List',
    `Q3?,Heap,Stack,b,${long}`,
  ];
  const table = `question,a,b,answer,explanation,c,d\n${rows.join('\n')}\n`;
  const { cards } = await taken('t.csv', table);
  expect(cards.map(({ answer }) => answer)).toEqual([undefined, 'Two.', long]);
  expect(cards[0]?.options).toEqual([HEAP, { ...STACK, why: 'Last in is first out.' }]);
});

test.each([
  ['explanation 1,explanation 2'],
  ['feedback a,feedback b'],
  ['Option 1 feedback,Option 2 feedback'],
  ['Пояснение А,Пояснение Б'],
])('reasons stand in columns of their own: %s', async (names) => {
  const table = `question,option 1,option 2,correct,explanation,${names}\n`;
  const row = `${QUESTION},Heap,Stack,2,Think of plates.,It keeps no order.,Last in is first out.\n`;
  const { cards, lost } = await taken('t.csv', table + row);
  expect(lost.columns).toEqual([]);
  expect(cards).toEqual([
    {
      question: QUESTION,
      answer: 'Think of plates.',
      options: [
        { ...HEAP, why: 'It keeps no order.' },
        { ...STACK, why: 'Last in is first out.' },
      ],
    },
  ]);
});

test('reasons stand with their options in JSON', async () => {
  const options = [
    { text: 'Heap', correct: false, explanation: 'It keeps\nno order.' },
    { text: 'Stack', correct: true },
  ];
  const { cards } = await taken('t.json', [{ question: QUESTION, options }]);
  expect(cards[0]?.options).toEqual([{ ...HEAP, why: 'It keeps no order.' }, STACK]);
});

test('a statement that is true or false is a choice between the two', async () => {
  const { cards } = await taken('t.csv', 'question,answer\nUDP keeps order.,FALSE\n');
  expect(cards).toEqual([
    { question: 'UDP keeps order.', options: [{ text: 'True' }, { text: 'False', right: true }] },
  ]);
});

const CODE = '```\npush(1)\n```';

test.each<[what: string, markdown: string]>([
  ['boxes', `- [ ] Heap\n- [x] Stack\n\nLast in is first out.`],
  [
    'letters and a folded answer',
    '- A: Heap\n- B: Stack\n\n<details><summary><b>Answer</b></summary>\n<p>\n\n#### Answer: B\n\nLast in is first out.\n\n</p>\n</details>',
  ],
  ['lines', 'a) Heap\nb) Stack\n\n**Correct answer:** (b)\n\nLast in is first out.'],
  [
    'letters before its answer’s text',
    '- A. Heap\n- B. Stack\n\nAnswer: B. Stack\n\nLast in is first out.',
  ],
  ['a reason behind its letter', '- A. Heap\n- B. Stack\n\nAnswer: B - Last in is first out.'],
])('a choice in a Markdown list is told by %s', async (_what, markdown) => {
  const list = `# Quiz\n\n## 1. ${QUESTION}\n\n${CODE}\n\n${markdown}\n\n## 2. And?\n\nThat.\n`;
  const { cards, leftOut } = await taken('README.md', list);
  expect(leftOut).toBe(0);
  expect(cards).toEqual([
    {
      question: `${QUESTION}\n\n${CODE}`,
      options: [HEAP, { ...STACK, why: 'Last in is first out.' }],
    },
    { question: 'And?', answer: 'That.' },
  ]);
});
