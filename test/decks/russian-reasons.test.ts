import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { importDeck } from '../../src/decks/import-deck.ts';
import { readingWords } from '../../src/decks/words/index.ts';
import { createFormulaPainter, type FormulaPainter } from '../../src/pictures/formula.ts';
import { foreignWords } from '../support/foreign-words.ts';
import { readSources } from '../support/source.ts';
import { anyChecks, fileWith, LORA } from './support.ts';

const told = (reason: string): string => readingWords('ru').notDrawn(reason).problem;

describe('why a formula cannot be drawn is told in Russian', () => {
  let folder: string;
  let painter: FormulaPainter;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'whetstone-formulas-'));
    painter = createFormulaPainter({ cacheDir: folder });
  });
  afterAll(async () => {
    painter.close();
    await rm(folder, { recursive: true });
  });

  test.each([
    ...[
      String.raw`\foo x`,
      String.raw`\frac{a}{b`,
      String.raw`\frac{a}`,
      '}',
      '{',
      'x^2^3',
      'x_1_2',
    ],
    ...["x'^2'^3", String.raw`\left( x`, String.raw`x \right)`, String.raw`\left x`, 'a & b', '#'],
    ...[String.raw`\begin{foo}x\end{foo}`, String.raw`\begin{matrix}x`, String.raw`x\end{matrix}`],
    ...[String.raw`\begin{matrix}x\end{array}`, String.raw`\sqrt[3{x}`, String.raw`\sqrt[3}{x}]`],
    ...[
      String.raw`x\limits_1`,
      String.raw`\hspace{x}`,
      String.raw`\middle|`,
      String.raw`\text{$x}`,
    ],
    ...['', '$a$', 'x + 😀', 'x'.repeat(1_001), String.raw`a = b \tag{1}`, '{'.repeat(450)],
    ...[String.raw`\begin{array}{*{200}{c}}x\end{array}`, String.raw`\rule{10000em}{1em}`, '{}'],
    ...['x^', 'x^}', String.raw`\hspace{-50em}x`, String.raw`\mbox`],
  ])('%s', async (latex) => {
    const outcome = await painter.check(latex);
    const reason = outcome.ok ? 'it can be drawn' : outcome.reason;
    const problem = told(reason);
    expect(foreignWords(problem, 'ru'), `${reason} → ${problem}`).toEqual([]);
    expect(problem).not.toContain('сообщение');
  });

  test('whatever the program that draws says itself', async () => {
    const sources = await readSources(['src/pictures']);
    const reasons = sources.flatMap(({ text }) =>
      [...text.matchAll(/reason: '([^']+)'/g)].map(([, reason = '']) => reason),
    );
    expect(reasons.length).toBeGreaterThan(5);
    for (const reason of reasons) expect(told(reason)).not.toContain('сообщение');
  });

  test('what nobody has translated is quoted', () => {
    expect(told('Something rare')).toContain('сообщение LaTeX: «Something rare»');
  });
});

test.each<[name: string, content: string | Uint8Array]>([
  // So long that nobody looks for the place of the fault.
  ['deck.json', `[${'{"question": "What?"},'.repeat(60_000)} y]`],
  ['deck.apkg', 'PK'],
  ['deck.xlsx', Buffer.from('PK\u0003\u0004 and no more', 'latin1')],
  ['deck.csv', 'question,,answer\nWhat?,x,So.\n'],
])(
  '%s: what is wrong with a file is told in Russian, other programs’ details left out',
  async (name, content) => {
    const report = await importDeck(await fileWith(name, content), { checks: anyChecks });
    const said = [...report.skipped.map(({ why }) => why.ru), ...report.lost.columns];
    expect(said).not.toEqual([]);
    expect(said.flatMap((one) => foreignWords(one, 'ru'))).toEqual([]);
  },
);

test('what a platform says of a card it cannot lay out is left out in Russian', async () => {
  const reason = {
    en: readingWords('en').notLaidOut({ platform: 'Slack', detail: 'stack overflow' }),
    ru: readingWords('ru').notLaidOut({ platform: 'Slack', detail: 'stack overflow' }),
  };
  const file = await fileWith('deck.json', JSON.stringify({ questions: [LORA] }));
  const { skipped } = await importDeck(file, {
    checks: async () => ({
      ...(await anyChecks()),
      cards: () => [{ path: ['en', 'answer'], reason }],
    }),
  });
  expect(skipped.map(({ why }) => why)).toEqual([
    {
      en: expect.stringContaining('Slack cannot lay it out (stack overflow)') as string,
      ru: expect.stringContaining('Slack не может его разместить (сократите') as string,
    },
  ]);
});
