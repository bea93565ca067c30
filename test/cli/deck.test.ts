import { readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import pino from 'pino';
import { PNG } from 'pngjs';
import { describe, expect, it, onTestFinished } from 'vitest';
import { databaseClock } from '../../src/db/clock.ts';
import { connect } from '../../src/db/connect.ts';
import { NOTHING_LOST } from '../../src/decks/formats/lost.ts';
import type { Deck } from '../../src/domain/question.ts';
import { loadDeck } from '../../src/features/decks/load-deck.ts';
import { deckWith, LORA } from '../decks/support.ts';
import { PROJECT } from '../support/environment.ts';
import { desk, refusal } from './scene.ts';

const here = desk();

/** Of each question these, in each of the deck's languages the texts, and what is optional beside. */
const QUESTION = {
  id: expect.stringMatching(/^[a-z][a-z0-9-]*$/) as string,
  topic: expect.any(String) as string,
  difficulty: expect.stringMatching(/^(easy|medium|hard)$/) as string,
};
const TEXT = {
  question: expect.any(String) as string,
  answer: expect.any(String) as string,
  misconception: expect.any(String) as string,
};
const KEY_POINT = {
  id: expect.any(String) as string,
  label: expect.any(String) as string,
  phrasings: expect.arrayContaining([expect.any(String)]) as string[],
};

describe('deck list', () => {
  it('shows the decks that come with Whetstone, even before a bot has started', async () => {
    expect(await here.whetstone.ok('deck', 'list')).toMatch(
      /^NAME +QUESTIONS +LANGUAGES +TITLE\nllm-interview +50 +en, ru +LLM interview\nllm-engineering +30 +en, ru +LLM engineering\n$/,
    );
  });

  it('tells a script the same', async () => {
    expect(await here.whetstone.json('deck', 'list', '--json')).toEqual([
      {
        name: 'llm-interview',
        questions: 50,
        languages: ['en', 'ru'],
        title: { en: 'LLM interview', ru: 'Собеседование по LLM' },
      },
      {
        name: 'llm-engineering',
        questions: 30,
        languages: ['en', 'ru'],
        title: { en: 'LLM engineering', ru: 'Инженерия LLM' },
      },
    ]);
  });
});

describe('deck export', () => {
  it('writes every question whole, in both languages, as JSON', async () => {
    const deck = await here.whetstone.json<Deck>('deck', 'export', 'llm-interview');
    expect(deck.questions).toHaveLength(50);
    for (const question of deck.questions) {
      expect(question).toMatchObject({ ...QUESTION, en: TEXT, ru: TEXT });
      for (const { keyPoints } of [question.en, question.ru].filter((text) => text !== undefined)) {
        expect(keyPoints.length).toBeGreaterThanOrEqual(3);
        for (const point of keyPoints) expect(point).toEqual(KEY_POINT);
      }
    }
    const withFormula = deck.questions.filter(({ formula }) => formula !== undefined);
    expect(withFormula.length).toBeGreaterThanOrEqual(14);
  });

  it('writes CSV that is the same deck when it is taken in again', async () => {
    const csv = await here.whetstone.ok('deck', 'export', 'llm-interview', '--format', 'csv');
    const file = here.at('llm-interview.csv');
    await writeFile(file, csv);
    expect(await here.whetstone.json('deck', 'import', file, '--json')).toEqual({
      ...{ name: 'llm-interview', questions: 50, added: [], changed: [], retired: [] },
      ...{ file, taken: 50, leftOut: 0, faults: 0, skipped: [], warnings: [], lost: NOTHING_LOST },
    });
  });

  it('knows no other decks', async () => {
    expect(await here.whetstone('deck', 'export', 'cobol')).toEqual(
      refusal('There is no deck cobol. See: deck list'),
    );
  });
});

describe('deck show', () => {
  it('shows a question and its reveal as each platform does, in each language', async () => {
    const shown = await here.whetstone.ok('deck', 'show', 'attention-scores-formula');
    for (const title of ['Discord, en', 'Slack, en', 'Discord, ru', 'Slack, ru']) {
      expect(shown).toContain(`── ${title}, message 1 of 2 ──`);
      expect(shown).toContain(`── ${title}, message 2 of 2 ──`);
    }
    expect(shown).toContain('Attention(Q, K, V) = softmax(QKᵀ/√dₖ + M)·V');
    expect(shown).toContain('A good answer says');
    expect(shown).toContain('Что есть в хорошем ответе');
  });

  it('shows how each platform marks and cuts it', async () => {
    const shown = await here.whetstone.ok('deck', 'show', 'attention-scores-formula');
    const pageOf = (title: string): string =>
      shown.split(`── ${title} ──`)[1]?.split('\n──')[0] ?? '';
    const discord = pageOf('Discord, en, message 1 of 2');
    const slack = pageOf('Slack, en, message 1 of 2');
    expect(discord).toMatch(/^\n### Question 1\n/);
    expect(discord).toContain('**Difficulty** hard');
    expect(pageOf('Discord, en, message 2 of 2')).toMatch(
      /\[formula\S*\.png: Attention\(Q, K, V\) = /,
    );
    expect(discord).toContain('[Answer]');
    expect(slack).toMatch(/^\n\*Question 1\*\n/);
    expect(slack).toContain('*Difficulty: *hard');
    expect(pageOf('Slack, en, message 2 of 2')).toMatch(/\[picture: Attention\(Q, K, V\) = /);
  });

  it('writes its formula as a picture', async () => {
    const file = here.at('formula.png');
    const said = await here.whetstone.ok('deck', 'show', 'attention-scores-formula', '--png', file);
    expect(said).toBe(`wrote ${file}\n`);
    const { width, height } = PNG.sync.read(await readFile(file));
    expect(width).toBeGreaterThan(height);
  });

  it('names the picture after the question where no name is given', async () => {
    const file = join(PROJECT, 'relu-derivative.png');
    onTestFinished(() => rm(file, { force: true }));
    const said = await here.whetstone.ok('deck', 'show', 'relu-derivative', '--png');
    expect(said).toBe('wrote relu-derivative.png\n');
    expect(PNG.sync.read(await readFile(file)).width).toBeGreaterThan(0);
  });

  it('warns which question’s formula cannot be drawn, and shows it in plain text', async () => {
    const broken = { ...LORA, formula: '\\frac{', formulaText: 'one half' };
    const { db, close } = connect(here.database.url, { onError: () => undefined });
    await loadDeck({ db, clock: databaseClock, log: pino({ enabled: false }) }, deckWith([broken]));
    await close();
    const { code, stdout, stderr } = await here.whetstone('deck', 'show', 'lora');
    expect(code).toBe(0);
    expect(stdout).toContain('one half');
    expect(stderr).toMatch(/a formula cannot be drawn[^]*"question":"lora"/);
  });

  it.each([
    ['a question there is none of', ['nope'], 'There is no question nope.'],
    ['a deck there is none of', ['lora-vs-qlora', '--deck', 'x'], 'no question lora-vs-qlora in x'],
    ['no formula', ['tokenization-basics', '--png', 'x.png'], 'has no formula that can be drawn'],
    ['a folder there is none of', ['relu-derivative', '--png', '/no/x.png'], "open '/no/x.png'"],
  ])('says so of %s', async (_what, args, words) => {
    const ended = await here.whetstone('deck', 'show', ...args);
    expect(ended).toMatchObject({ code: 1, stdout: '' });
    expect(ended.stderr).toContain(words);
    expect(ended.stderr.trim()).not.toContain('\n');
  });
});

describe('deck new', () => {
  it('writes a template', async () => {
    const template = await here.whetstone.ok('deck', 'new', 'speculative-decoding');
    expect(template).toMatch(/^id: speculative-decoding /);
    expect(template).toContain('keyPoints: # 3–6');
  });

  it('wants a slug, and offers one', async () => {
    expect(await here.whetstone('deck', 'new', 'Speculative decoding?')).toEqual(
      refusal(
        '“Speculative decoding?” is not a slug: lower-case letters, digits and hyphens. ' +
          'Try speculative-decoding.',
      ),
    );
  });
});
