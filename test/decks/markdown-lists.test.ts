import { expect, test } from 'vitest';
import { BPE, LOOP, MERGE, SHAPES } from './markdown-shapes.ts';
import { fileWith, importFile } from './support.ts';

async function taken(text: string) {
  const report = await importFile(await fileWith('README.md', text));
  const { questions = [] } = report.deck ?? {};
  return { ...report, questions, asked: questions.map(({ en, ru }) => (en ?? ru)?.question) };
}

test.each(Object.entries(SHAPES))('a list is read in the shape of %s', async (_shape, text) => {
  const { asked, questions, skipped, lost } = await taken(text);
  expect(asked).toEqual([BPE, MERGE, LOOP]);
  expect(skipped).toEqual([]);
  expect(lost.pictures).toBe(0);
  for (const [index, start] of ['Byte pair', 'By ', 'It takes'].entries()) {
    const answer = questions[index]?.en?.answer;
    expect(answer?.replace(/^[-*\s]+/, '').startsWith(start), answer).toBe(true);
    expect(answer).not.toMatch(/back to top|^answer|<\/?\w/i);
  }
});

test('of ten shapes of lists every question is found, and none is invented', async () => {
  const found = await Promise.all(Object.values(SHAPES).map((text) => taken(text)));
  const asked = found.flatMap(({ asked: own }) => own);
  expect(found).toHaveLength(10);
  expect(asked.filter((one) => ![BPE, MERGE, LOOP].includes(one ?? ''))).toEqual([]);
  expect(asked).toHaveLength(30);
});

test('sections are topics, code and lists are kept, pictures and links home are counted', async () => {
  const { deck, questions, lost } = await taken(`
# Python questions

## Classes & objects

### What does \`__init__\` do?

It sets up an object, see [docs](https://docs.python.org/3/) and [below](#below):

\`\`\`python
def __init__(self):
    self.x = 2 ** 3
\`\`\`

![diagram](diagram.png)

1. first
2. second

| a | b |
| - | - |
| 1 | 2 |
`);
  expect(deck?.title).toEqual({ en: 'Python questions' });
  expect(deck?.topics).toEqual({ 'classes-and-objects': { en: 'Classes & objects' } });
  expect(questions[0]?.en).toMatchObject({
    question: 'What does `__init__` do?',
    answer: [
      'It sets up an object, see [docs](https://docs.python.org/3/) and below:',
      '```\ndef __init__(self):\n    self.x = 2 ** 3\n```',
      '1. first\n2. second',
      '```\na | b\n--|--\n1 | 2\n```',
    ].join('\n\n'),
  });
  expect(lost).toMatchObject({ pictures: 1, links: 1 });
});

test('what a question asks about stays with the question', async () => {
  const { questions } = await taken(`
### 1. What's the output?

\`\`\`js
console.log(1);
\`\`\`

Mind the console.

<details><summary><b>Answer</b></summary>

#### Answer: 1

It prints one.

</details>
`);
  expect(questions[0]?.en).toMatchObject({
    question: "What's the output?\n\n```\nconsole.log(1);\n```\n\nMind the console.",
    answer: '1\n\nIt prints one.',
  });
});

test('questions in Russian are found as well', async () => {
  const { questions } = await taken(`
## Содержание

1. [Что такое замыкание?](#closure)

## Основы

**1. Что такое замыкание?**

Функция с окружением.

**2. Расскажите про event loop**

Он берёт задачи.

[к оглавлению](#содержание)
`);
  expect(questions.map(({ ru }) => ru)).toMatchObject([
    { question: 'Что такое замыкание?', answer: 'Функция с окружением.' },
    { question: 'Расскажите про event loop', answer: 'Он берёт задачи.' },
  ]);
});

test('questions without answers are told of, and a list of nothing else is one to discuss', async () => {
  const text = `## A\n\n1. ${BPE}\n2. ${MERGE}\n\n   By frequency.\n`;
  expect(await taken(text)).toMatchObject({
    asked: [MERGE],
    skipped: [
      { where: 'line 3', why: 'no answer stands under this question (write one below it)' },
    ],
  });
  expect(await taken(`- ${BPE}\n- ${MERGE}\n`)).toMatchObject({ asked: [BPE, MERGE], skipped: [] });
});

test('in a list that asks, what asks without its mark is a question and no answer of the one above', async () => {
  const bare = await taken(
    '## A\n\n- What is a process?\n- What is a thread?\n- Explain deadlock.\n- Mutex and semaphore\n- What is TCP?\n',
  );
  expect(bare.questions.map(({ en }) => [en?.question, en?.answer])).toEqual([
    ['What is a process?', undefined],
    ['What is a thread?', undefined],
    ['Explain deadlock.', undefined],
    ['Mutex and semaphore', undefined],
    ['What is TCP?', undefined],
  ]);
  const answered = await taken(
    '1. What is BPE?\n   - Byte pairs\n2. Event loop\n   - It takes tasks\n3. What is a token?\n   - A part\n',
  );
  expect(answered.questions.map(({ en }) => [en?.question, en?.answer])).toEqual([
    ['What is BPE?', '- Byte pairs'],
    ['Event loop', '- It takes tasks'],
    ['What is a token?', '- A part'],
  ]);
});

test('in a list of questions and answers by turns, and of sentences, the answers stay answers', async () => {
  const { questions } = await taken(
    '- What is BPE?\n- Byte pairs\n- What is a token?\n- A part of a word\n',
  );
  expect(questions.map(({ en }) => en?.answer)).toEqual(['Byte pairs', 'A part of a word']);
  const sentence = await taken('- What is BPE?\n- What is a token?\n- It is a part of a word.\n');
  expect(sentence.asked).toEqual(['What is a token?']);
});

test('a published list says under each question whose it is', async () => {
  const text = `# List\n\n## ${BPE}\n\nAn encoding.\n\n## License\n\nCC BY-SA 4.0\n`;
  const path = await fileWith('list.md', text);
  const address = 'https://github.com/somebody/list';
  const report = await importFile(path, { origin: { address } });
  expect(report).toMatchObject({
    origin: { address, licence: 'CC BY-SA 4.0' },
    deck: {
      description: { en: `From ${address}. Licence: CC BY-SA 4.0.` },
      questions: [{ sources: [{ title: 'List (CC BY-SA 4.0)', url: address }] }],
    },
  });
  const bare = await importFile(await fileWith('list.md', `## ${BPE}\n\nAn encoding.\n`));
  expect(bare.origin).toEqual({});
  expect(bare.deck?.description?.en).toContain('Its licence is not known');
});

test('prose that asks nothing makes no questions', async () => {
  const text = [
    ...['# Notes', '## Setup', 'Run it.', '- one\n- two', '**Bold words** and more.'],
    ...[
      '- When it runs, it is fast.\n- Implements all of it, whatever\n  is needed',
      '### `find(what?)`',
    ],
    ...['It finds.', '- `compare(a, b)`: says which is larger, or\n  why not.'],
  ].join('\n\n');
  expect((await taken(text)).skipped).toEqual([
    {
      where: 'the file',
      why: 'it holds no question (write each with its answer, as in docs/deck-format.md)',
    },
  ]);
});

test.each(['*a '.repeat(3_000), '- '.repeat(500), '['.repeat(20_000)])(
  'Markdown that would take long to read is refused: %#',
  async (text) => {
    const { skipped } = await taken(`# T\n\n${text}\n`);
    expect(skipped[0]?.why).toBe(
      'line 3 holds too much markup (write it in plain paragraphs and lists of one level)',
    );
  },
);

test.each([
  '- a\n',
  'a\n\n',
  '\n',
  '|a',
  '|a|b|\n',
  'http://a.b ',
  'a@b.c ',
  '& ',
  'a ',
  '## What is it? <!--',
  `${'word '.repeat(12)}\n`,
])('Markdown that would take gigabytes as a tree is refused: %j', async (part) => {
  const { skipped } = await taken(`# T\n\n${part.repeat(Math.floor(990_000 / part.length))}\n`);
  expect(skipped[0]?.why).toMatch(/holds too much markup/);
});

test('a list as long as people keep them is read, and a table of thousands of rows', async () => {
  const section = (at: number) =>
    `## ${at}. What is thing ${at}?\n\nA thing, see [docs](https://a.b/c).\n\n\`\`\`js\nlet a = ${at};\n\`\`\`\n\n- **one** of them\n- two\n\n${'Plain words follow. '.repeat(15)}\n\n`;
  const list = Array.from({ length: 1_000 }, (_, at) => section(at)).join('');
  expect((await taken(`# T\n\n${list}`)).asked).toHaveLength(1_000);
  const row = (at: number) =>
    `| ${at} | What is thing ${at}? | It is the thing of that number. |\n`;
  const rows = Array.from({ length: 3_000 }, (_, at) => row(at)).join('');
  const { asked } = await taken(`# T\n\n| # | Question | Answer |\n|-|-|-|\n${rows}`);
  expect(asked).toHaveLength(3_000);
});
