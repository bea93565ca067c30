import { expect, test } from 'vitest';
import { fileWith, importFile } from './support.ts';

async function taken(lines: readonly string[]) {
  const report = await importFile(await fileWith('README.md', lines.join('\n')));
  const { questions = [], topics = {} } = report.deck ?? {};
  return { ...report, questions, topics };
}

const table = (...rows: readonly string[]): readonly string[] => {
  const [head = '', ...rest] = rows;
  return [head, head.replace(/[^|]+/g, '-'), ...rest];
};

test('a table of a list is read by the rules for files that are tables', async () => {
  const { questions, topics, lost } = await taken([
    '# Questions',
    '## Sets',
    ...table(
      '| No. | Question | Answer | Topic | Difficulty |',
      '| 1 | 1. What is `k`? | A **number** | | hard |',
      '| 2 | What is n? | A count | C++ | |',
    ),
  ]);
  expect(questions).toMatchObject([
    {
      topic: 'sets',
      difficulty: 'hard',
      en: { question: 'What is `k`?', answer: 'A **number**' },
    },
    { en: { question: 'What is n?', answer: 'A count' } },
  ]);
  expect(Object.values(topics)).toEqual([{ en: 'Sets' }, { en: 'C++' }]);
  expect(lost.columns).toEqual(['No.']);
});

test.each([
  ['| Question | Correct answer |', '| What is k? | A number |', 'A number', []],
  ['| Question | Answer | Correct |', '| What is k? | A number | yes |', 'A number', ['Correct']],
  [
    '| Question | Answer | Explanation |',
    '| What is k? | A number | It counts. |',
    'A number\n\nIt counts.',
    [],
  ],
])('under %s the answer is kept', async (head, row, answer, columns) => {
  const { questions, lost } = await taken(table(head, row));
  expect(questions.map(({ en }) => en?.answer)).toEqual([answer]);
  expect(lost.columns).toEqual(columns);
});

test('options in columns make a choice of it', async () => {
  const { questions } = await taken(
    table(
      '| Question | A | B | C | Answer |',
      '| Which is `LIFO`? | `queue` | `stack` | list | **B** |',
      '| Which is even? | 1 | 2 | 3 | B |',
    ),
  );
  expect(questions.map(({ en }) => en?.options)).toEqual([
    [{ text: '`queue`' }, { text: '`stack`', right: true }, { text: 'list' }],
    [{ text: '1' }, { text: '2', right: true }, { text: '3' }],
  ]);
});

test('a table inside of an answer is a part of it', async () => {
  for (const head of ['| Name | Description |', '| Term | Definition |', '| Title | Year |']) {
    const { questions, leftOut } = await taken([
      '## What kinds of joins are there?',
      'These:',
      '',
      ...table(head, '| inner | both sides |'),
    ]);
    expect(questions).toHaveLength(1);
    expect(questions[0]?.en?.answer).toContain('inner | both sides');
    expect(leftOut).toBe(0);
  }
});

test('a row without an answer is told of', async () => {
  const { questions, skipped } = await taken(
    table('| Question | Answer |', '| What is k? | A number |', '| What is n? | |'),
  );
  expect(questions).toHaveLength(1);
  expect(skipped).toEqual([
    { where: 'line 4', why: 'no answer stands under this question (write one below it)' },
  ]);
});
