import { expect, test } from 'vitest';
import { htmlToMarkdown } from '../../src/decks/formats/html.ts';
import { plainToMarkdown } from '../../src/decks/formats/plain-markdown.ts';
import { readTable } from '../../src/decks/formats/table.ts';
import type { Question } from '../../src/domain/question.ts';
import { fileWith, importFile } from './support.ts';

async function taken(name: string, content: string | Uint8Array) {
  const report = await importFile(await fileWith(name, content));
  const texts = (question: Question) => {
    const text = question.en ?? question.ru;
    return [text?.question, text?.answer];
  };
  return { ...report, cards: report.deck?.questions.map(texts) };
}

test.each<[what: string, table: string]>([
  ['no header', 'What is BPE?,Byte pair encoding\nWhat is k?,A number\n'],
  ['Front and Back', 'Front\tBack\nWhat is BPE?\tByte pair encoding\nWhat is k?\tA number\n'],
  [
    'Name, Category',
    'Name,Category,Answer\nWhat is BPE?,x,Byte pair encoding\nWhat is k?,,A number',
  ],
  [
    'Term and Definition',
    'Definition;Term\nByte pair encoding;What is BPE?\nA number;What is k?\n',
  ],
  [
    'a title above',
    'My questions,\n\nQuestion,Answer\nWhat is BPE?,Byte pair encoding\nWhat is k?,A number',
  ],
])('a table is read with %s', async (_what, table) => {
  expect(await taken('table.csv', table)).toMatchObject({
    cards: [
      ['What is BPE?', 'Byte pair encoding'],
      ['What is k?', 'A number'],
    ],
    leftOut: 0,
  });
});

test('a title over a table is the deck’s, and columns that nobody asked for are named', async () => {
  const table = 'SQL for juniors,,\nВопрос,Ответ,Дата\nЧто такое join?,Соединение таблиц,1 мая\n';
  expect(await taken('t.csv', table)).toMatchObject({
    deck: { title: { ru: 'SQL for juniors' } },
    lost: { columns: ['Дата'] },
    leftOut: 0,
  });
});

test('one stray quote costs a warning, and a blank before a quote nothing', async () => {
  const table = [
    'question,answer',
    '"What is X, a thing?',
    'What is Y?, "It is ""Y"", and more"',
    '"Quoted" words?,They stay',
    '"He said "hi" to me, twice",Fine',
    '"Two\nlines",Good',
    '',
  ].join('\n');
  const { cards, warnings } = await taken('t.csv', table);
  expect(cards).toEqual([
    ['"What is X', 'a thing?'],
    ['What is Y?', 'It is "Y", and more'],
    ['"Quoted" words?', 'They stay'],
    ['He said "hi" to me, twice', 'Fine'],
    ['Two\nlines', 'Good'],
  ]);
  expect(warnings.map(({ where }) => where)).toEqual(['line 2', 'line 4']);
});

test('no arrangement of quotes makes a table slow', () => {
  for (const cell of ['"a, ', '""a,', '" ,', '"a"b,', '"""a, ""']) {
    const table = `${cell.repeat(900)}\n`.repeat(400);
    // By the processor's time: a machine that is busy with other things makes nothing slow here.
    const before = process.cpuUsage();
    readTable(table, ',');
    expect(process.cpuUsage(before).user / 1_000).toBeLessThan(2_000);
  }
});

const RUSSIAN = 'вопрос;ответ\r\nЧто такое join?;Соединение — «таблиц», ёлки\r\n';

const cp1251 = (text: string): Uint8Array => {
  const letters = new TextDecoder('windows-1251').decode(
    Uint8Array.from({ length: 256 }, (_, byte) => byte),
  );
  return Uint8Array.from(text, (letter) => letters.indexOf(letter));
};

test.each<[encoding: string, bytes: Uint8Array]>([
  ['UTF-8', Buffer.from(`\ufeff${RUSSIAN}`)],
  ['UTF-16', Buffer.from(`\ufeff${RUSSIAN}`, 'utf16le')],
  ['UTF-16', Buffer.from(`\ufeff${RUSSIAN}`, 'utf16le').swap16()],
  ['UTF-16', Buffer.from(RUSSIAN, 'utf16le')],
  ['Windows-1251', cp1251(RUSSIAN)],
])('a table in %s is read', async (encoding, bytes) => {
  const { cards, warnings } = await taken('t.csv', bytes);
  expect(cards).toEqual([['Что такое join?', 'Соединение — «таблиц», ёлки']]);
  const told = warnings.map(({ why }) => why);
  expect(told).toEqual(
    encoding === 'UTF-8' ? [] : [`it is ${encoding} and not UTF-8, and was read as such`],
  );
});

test('an encoding that cannot be told for sure is refused with the way out', async () => {
  const western = Buffer.from('question,answer\nWas heißt „Größe“ à la carte?,Maß\n', 'latin1');
  expect((await taken('t.csv', western)).skipped[0]?.why).toMatch(/save it as UTF-8; in Excel/);
});

test('levels count as teams write them', async () => {
  const rows = ['Junior', 'mid-level', 'SENIOR', 'Лёгкая', 'Intermediate', 'продвинутый', 'dire'];
  const table = rows.map((level, index) => `Q${index},A,${level}`).join('\n');
  const { deck, warnings } = await taken('t.csv', `question,answer,level\n${table}\n`);
  expect(deck?.questions.map(({ difficulty }) => difficulty)).toEqual([
    ...['easy', 'medium', 'hard'],
    ...['easy', 'medium', 'hard', 'medium'],
  ]);
  expect(warnings).toEqual([
    { where: 'line 8', why: expect.stringContaining('“dire” is not known') as string },
  ]);
});

test('an id makes a mended question the same question', async () => {
  const ids = async (first: string) => {
    const table = `ID,Question,Answer\n17,${first},A\nSQL-2,What is Y?,A\n"a/b",Z?,A\n`;
    return (await taken('t.csv', table)).deck?.questions.map(({ id }) => id);
  };
  const before = await ids('Waht is X?');
  expect(before).toEqual(['q-17', 'sql-2', expect.stringMatching(/^card-[0-9a-f]{12}$/)]);
  expect(await ids('What is X?')).toEqual(before);
});

test('a topic keeps its written name', async () => {
  const topics = ['Базы данных', 'C', 'C#', 'C++', 'c', 'SQL & NoSQL'];
  const rows = topics.map((topic, index) => `Q${index},A,${topic}\n`).join('');
  const { deck } = await taken('t.csv', `question,answer,topic\n${rows}`);
  expect(deck?.topics).toEqual({
    'bazy-dannykh': { en: 'Базы данных' },
    c: { en: 'C' },
    'c-sharp': { en: 'C#' },
    'c-plus-plus': { en: 'C++' },
    'sql-and-nosql': { en: 'SQL & NoSQL' },
  });
  expect(deck?.questions.map(({ topic }) => topic)[4]).toBe('c');
});

test.each<[what: string, header: string, answers: readonly [string, string]]>([
  ['letters', 'question,a,b,c,d,answer', ['b', 'C']],
  ['numbers', 'Question,Option 1,Option 2,Option 3,Option 4,Correct', ['2', '3']],
  ['numbers from 0', 'question,option_a,option_b,option_c,option_d,correct_answer', ['0', '2']],
  ['texts', 'question,A),B),C),D),Answer', ['Two', 'Three']],
])('the right option of a choice is named by %s', async (_what, header, [first, second]) => {
  const right = first === '0' ? 'One' : 'Two';
  const rows = `Which?,One,Two,Three,0,${first}\nAnd which?,One,Two,Three,Four,${second}\nLast?,One,0,Two,,x`;
  const { deck, skipped } = await taken('t.csv', `${header}\n${rows}\n`);
  const offered = (texts: readonly string[], chosen: string) =>
    texts.map((text) => ({ text, ...(text === chosen && { right: true }) }));
  expect(deck?.questions.map(({ en }) => [en?.question, en?.answer, en?.options])).toEqual([
    ['Which?', undefined, offered(['One', 'Two', 'Three', '0'], right)],
    ['And which?', undefined, offered(['One', 'Two', 'Three', 'Four'], 'Three')],
  ]);
  expect(skipped).toEqual([
    { where: 'line 4', why: 'its answer is none of its options (write its letter or text)' },
  ]);
});

test('options that no button can offer stand in the question, and the right one is the answer', async () => {
  const long = 'x'.repeat(201);
  const table = `question,a,b,answer,explanation\nWhich?,short,${long},b,Because.\n`;
  const { cards } = await taken('t.csv', table);
  expect(cards).toEqual([[`Which?\n\n- A) short\n- B) ${long}`, `${long}\n\nBecause.`]]);
});

test('questions of the same words are told apart by their options', async () => {
  const table = 'question,a,b,answer\nWhich is true?,One,Two,a\nWhich is true?,Three,Four,b\n';
  expect(await taken('t.csv', table)).toMatchObject({ taken: 2, leftOut: 0 });
});

test.each([
  ['are all the same', 'Same,same', 'a', 'holds the same option twice'],
  ['are all right', 'One,Two', 'a and b', 'has no wrong option'],
])('options that %s are refused, with what is wrong', async (_what, options, right, why) => {
  const { cards, skipped } = await taken('t.csv', `question,a,b,answer\nQ?,${options},${right}\n`);
  expect(cards ?? []).toEqual([]);
  expect(skipped).toEqual([{ where: 'line 2', why: expect.stringContaining(why) as string }]);
});

test('two languages in a table are told, and one of them is taken where it is asked for', async () => {
  const table =
    'question,answer\nWhat is X?,It is Y\nЧто такое X?,Это Y\nWas ist das und warum ist es so?,Das ist ein Haus und nicht mehr\n';
  const all = await taken('t.csv', table);
  expect(all.taken).toBe(2);
  expect(all.warnings[0]?.why).toMatch(/^1 question is in English alone and 1 in Russian alone/);
  expect(all.skipped).toEqual([
    { where: 'line 4', why: expect.stringMatching(/^it is in German, which/) as string },
  ]);
  const path = await fileWith('t.csv', table);
  expect(await importFile(path, { language: 'ru' })).toMatchObject({
    ...{ taken: 2, leftOut: 0 },
    warnings: [
      {
        where: 'the file',
        why: '1 question is in another language than the one that was chosen (to take them as well, import the file once more with theirs)',
      },
    ],
  });
});

test('columns of two languages make one question in both', async () => {
  const table = 'question_en,answer_en,Вопрос (ru),Ответ (ru)\nWhat?,That.,Что?,То.\n';
  const { deck, warnings } = await taken('t.csv', table);
  expect(deck?.questions).toMatchObject([
    { en: { question: 'What?', answer: 'That.' }, ru: { question: 'Что?', answer: 'То.' } },
  ]);
  expect(warnings).toEqual([]);
});

test.each([
  ['a*b*c, 2**3**2 and __init__', 'a\\*b\\*c, 2\\*\\*3\\*\\*2 and \\_\\_init\\_\\_'],
  ['snake_case, `a*b` and **bold words**', 'snake_case, `a*b` and **bold words**'],
  ['- one\n- <b>\n# two', '- one\n- \\<b>\n\\# two'],
  ['```py\n  __x__ * 2\n```', '```py\n  __x__ * 2\n```'],
  ['| a | b |\n|---|---|\n| 1 | two |', '```\na | b\n--|----\n1 | two\n```'],
])('what a person typed is shown as it was typed: %j', (typed, markdown) => {
  expect(plainToMarkdown(typed)).toBe(markdown);
});

test('HTML keeps its code, tables and links, and what it loses is counted', () => {
  const html =
    'Use <b>this</b> [sound:a.mp3]<pre><code>def f(__x__):\n    return 2</code></pre>' +
    'or <code>a*b</code>, x<sup>2</sup> <img src="a.png"><a href="https://e.org/">there</a> ' +
    '<a href="b.html">not here</a><table><tr><th>A</th><th>B</th></tr><tr><td>1</td><td>2</td></tr></table>';
  const lines = [
    ...['Use **this**', '', '```', 'def f(__x__):', '    return 2', '```', ''],
    ...['or `a*b`, x^2 [there](https://e.org/) not here', ''],
    ...['```', 'A | B', '--|--', '1 | 2', '```'],
  ];
  const markdown = lines.join('\n');
  expect(htmlToMarkdown(html)).toEqual({ markdown, pictures: 1, sounds: 1, links: 1 });
});

test('a picture in the midst of a text does not push the rest of it out', () => {
  const html = `<div>One<img alt="x" src="data:image/png;base64,${'A'.repeat(900_000)}">two</div>`;
  expect(htmlToMarkdown(html)).toMatchObject({ markdown: 'Onetwo', pictures: 1 });
});

test('Anki’s text is read after it went through a spreadsheet', async () => {
  const text = [
    '#separator:Tab,,',
    '#html:true,,',
    '#tags column:3,,',
    '"What is <i>it</i>, then?",A&nbsp;thing,C++ more',
  ].join('\n');
  const { cards, deck } = await taken('notes.csv', text);
  expect(cards).toEqual([['What is *it*, then?', 'A\u00a0thing']]);
  expect(deck?.topics).toEqual({ 'c-plus-plus': { en: 'C++' } });
});
