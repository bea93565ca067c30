import { describe, expect, it } from 'vitest';
import { folderWith } from '../decks/support.ts';
import { runTyped } from '../support/command-line.ts';
import { startNode } from '../support/node-process.ts';

/** Neither command needs a database, so that this one is out of reach. */
const SETTINGS = { DATABASE_URL: 'postgres://nobody@127.0.0.1:1/nowhere' };

const whetstone = (args: readonly string[], typed: string) => runTyped(args, SETTINGS, typed);

const LORA = {
  question: 'Why LoRA?',
  referenceAnswer: 'It trains small matrices of low rank.',
  keyPoints: [
    { id: 'low-rank', label: 'small low-rank matrices', phrasings: ['adapters'] },
    { id: 'frozen', label: 'the base stays frozen', phrasings: [] },
  ],
  language: 'en',
  answer: 'It trains adapters, which are matrices of low rank.',
};

const lines = (...values: readonly unknown[]): string =>
  values.map((value) => (typeof value === 'string' ? value : JSON.stringify(value))).join('\n');

describe('feedback', () => {
  it('matches each line of input, in order, without a database', async () => {
    const copy = { ...LORA, answer: LORA.question };
    const { code, stdout, stderr } = await whetstone(['feedback'], lines(LORA, copy, ''));
    expect([code, stderr]).toEqual([0, '']);
    expect(
      stdout
        .trimEnd()
        .split('\n')
        .map((line) => JSON.parse(line) as unknown),
    ).toEqual([
      {
        points: [
          {
            id: 'low-rank',
            score: expect.any(Number) as number,
            verdict: 'covered',
            evidence: LORA.answer,
          },
          { id: 'frozen', score: 0, verdict: 'missing', evidence: '' },
        ],
        coverage: expect.any(Number) as number,
        flags: ['short'],
      },
      {
        points: [
          { id: 'low-rank', score: 0, verdict: 'missing', evidence: '' },
          { id: 'frozen', score: 0, verdict: 'missing', evidence: '' },
        ],
        coverage: 0,
        flags: ['short', 'copy'],
      },
    ]);
  });

  it('says why a point is only partly covered', async () => {
    const negated = { ...LORA, answer: 'It never trains adapters of low rank.', need: 1 };
    const { stdout } = await whetstone(['feedback'], lines(negated));
    expect(JSON.parse(stdout)).toMatchObject({
      points: [{ verdict: 'partly', reason: 'negation' }, {}],
      flags: ['short', 'negation'],
    });
  });

  it('names the lines that it cannot use, and matches the others', async () => {
    const input = lines(
      ...[
        'nope',
        '[]',
        '',
        LORA,
        { ...LORA, language: 'de', answer: 7 },
        { ...LORA, need: 0 },
        LORA,
      ],
    );
    // As a process, so that input, both outputs and the exit status are the system's own.
    const command = startNode(['src/cli.ts', 'feedback'], SETTINGS, input);
    const { code, stdout, stderr } = await command.ended;
    expect(code).toBe(1);
    expect(stderr.split('\n')).toEqual([
      'line 1: is not a JSON object',
      'line 2: is not a JSON object',
      'line 5: `language` is not one of its values (write en, ru); `answer` is not text (put it in quotes)',
      'line 6: `need` is not a whole number above 0 (leave it out where every key point counts)',
      '',
    ]);
    const [first, second, ...more] = stdout.trimEnd().split('\n');
    expect(first).toContain('"covered"');
    expect([second, more]).toEqual([first, []]);
  });

  it('has nothing to say of no input', async () => {
    expect(await whetstone(['feedback'], '')).toEqual({ code: 0, stdout: '', stderr: '' });
  });
});

const QUESTION = `
id: lora
topic: t
difficulty: easy
en:
  question: What does LoRA train?
  answer: Small adapters.
  keyPoints:
    - id: adapters
      label: Small adapters of low rank
    - id: frozen
      label: The base stays frozen
ru:
  question: Что обучает LoRA?
  answer: Маленькие адаптеры.
  keyPoints:
    - id: adapters
      label: Маленькие адаптеры низкого ранга
    - id: frozen
      label: База остаётся замороженной
`;

describe('deck try', () => {
  /** Tries an answer to the question of an author's deck; what the command says. */
  const tried = async (answer: string, ...args: readonly string[]) => {
    const deck = await folderWith({
      'deck.yaml': 'name: my\ntitle: { en: Mine, ru: Моя }\ntopics: { t: { en: T, ru: Т } }\n',
      'questions/lora.yaml': QUESTION,
    });
    const { code, stdout, stderr } = await whetstone(
      ['deck', 'try', 'lora', '--deck', deck, ...args],
      answer,
    );
    expect([code, stderr]).toEqual([0, '']);
    return stdout;
  };

  it('shows what is found in an answer, in the language of the answer', async () => {
    expect((await tried('In it are small adapters of low rank.')).split('\n')).toEqual([
      '+ covered (0.85): Small adapters of low rank',
      '    “In it are small adapters of low rank.”',
      '- not found (0.00): The base stays frozen',
      '1 of 2 key points',
      'A short answer: fewer than twelve words that carry meaning.',
      '',
    ]);
    expect((await tried('Это маленькие адаптеры низкого ранга.')).split('\n')).toEqual([
      '+ есть (0.85): Маленькие адаптеры низкого ранга',
      '    «Это маленькие адаптеры низкого ранга.»',
      '- не нашлось (0.00): База остаётся замороженной',
      'Ключевых пунктов: 1 из 2',
      'Короткий ответ: меньше двенадцати значимых слов.',
      '',
    ]);
  });

  it('says why something does not count', async () => {
    expect(await tried('The base never stays frozen.')).toContain(
      '    the words are there, but the sentence says “not”\n',
    );
    expect(await tried('База остаётся замороженной.', '--language', 'en')).toBe(
      'This is in another language than the question, so nothing was matched.\n',
    );
    expect(await tried('What does LoRA train?')).toBe(
      'This is mostly the question itself, so nothing was matched.\n',
    );
  });

  it('finds the question in any deck that comes with the program', async () => {
    const ended = await whetstone(['deck', 'try', 'prefill-decode'], 'An answer.');
    expect(ended).toMatchObject({ code: 0, stderr: '' });
  });

  it.each([
    ['a question', ['nope'], 'There is no question nope in '],
    ['a deck', ['lora', '--deck', './nope'], 'There is no deck in ./nope.'],
  ])('says so where there is no such %s', async (_what, args, words) => {
    const ended = await whetstone(['deck', 'try', ...args], 'An answer.');
    expect(ended).toMatchObject({ code: 1, stdout: '' });
    expect(ended.stderr).toContain(words);
    expect(ended.stderr.trim()).not.toContain('\n');
  });
});
