import { join } from 'node:path';
import { tmpdir } from 'node:os';
import { beforeAll, describe, expect, test } from 'vitest';
import { deckChecks } from '../../src/app/deck-checks.ts';
import { checkDeck } from '../../src/decks/check-deck.ts';
import { formatFault } from '../../src/decks/fault.ts';
import { readDeck, type DeckReading } from '../../src/decks/read-deck.ts';
import { createFormulaPainter } from '../../src/pictures/formula.ts';

const FOLDER = join(import.meta.dirname, '../../data/llm-interview');

/** The questions whose answer is a formula. */
const NEED_A_FORMULA = [
  'lora-vs-qlora',
  'sampling-temperature',
  'top-k-vs-top-p',
  'softmax-in-attention',
  'dot-product-self-attention',
  'cross-entropy-loss',
  'embedding-gradients',
  'eigen-pca',
  'kl-divergence',
  'relu-derivative',
  'chain-rule-gradient-descent',
  'attention-scores-formula',
  'mixture-of-experts',
  'adaptive-softmax',
];

describe('the shipped deck', () => {
  let reading: DeckReading;
  beforeAll(async () => {
    reading = await readDeck(FOLDER);
  });

  test('is clean', async () => {
    const { deck, faults, locate } = reading;
    const checks = deckChecks(createFormulaPainter({ cacheDir: join(tmpdir(), 'unused') }));
    const found = deck === undefined ? [] : await checkDeck(deck, { ...checks, locate });
    expect([...faults, ...found].map(formatFault)).toEqual([]);
  });

  test('holds fifty questions of eight topics, in English and Russian', () => {
    const questions = reading.deck?.questions ?? [];
    expect(questions).toHaveLength(50);
    expect(new Set(questions.map(({ topic }) => topic)).size).toBe(8);
    expect(questions.every(({ en, ru }) => en !== undefined && ru !== undefined)).toBe(true);
  });

  test('shows a formula wherever one is the answer', () => {
    const drawn = new Set(
      reading.deck?.questions.filter(({ formula }) => formula).map(({ id }) => id),
    );
    expect(NEED_A_FORMULA.filter((id) => !drawn.has(id))).toEqual([]);
  });
});
