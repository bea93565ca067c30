import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { deckChecks } from '../../src/app/deck-checks.ts';
import { shippedFolders } from '../../src/app/shipped-decks.ts';
import { checkDeck } from '../../src/decks/check-deck.ts';
import { formatFault } from '../../src/decks/fault.ts';
import { type DeckReading, readDeck } from '../../src/decks/read-deck.ts';
import { createFormulaPainter } from '../../src/pictures/formula.ts';

const DATA = join(import.meta.dirname, '../../data');

/** What ships, and the questions whose answer is a formula. */
const DECKS = [
  {
    name: 'llm-interview',
    questions: 50,
    topics: 8,
    needAFormula: [
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
    ],
  },
  {
    name: 'llm-engineering',
    questions: 30,
    topics: 6,
    needAFormula: [
      'kv-cache',
      'quantization',
      'speculative-decoding',
      'mha-mqa-gqa-mla',
      'flash-attention',
      'rope-context-extension',
      'pre-norm-rmsnorm',
      'ffn-swiglu',
      'moe-load-balancing',
      'scaling-laws-chinchilla',
      'training-memory-parallelism',
      'rlhf-pipeline',
      'dpo-vs-ppo',
      'grpo-reasoning',
      'hybrid-search-reranking',
      'evaluation-llm-judge',
    ],
  },
] as const;

describe.each(DECKS)('the shipped deck $name', ({ name, questions, topics, needAFormula }) => {
  let reading: DeckReading;
  beforeAll(async () => {
    reading = await readDeck(join(DATA, name));
  });

  test('is clean', async () => {
    const { deck, faults, locate } = reading;
    const checks = deckChecks(createFormulaPainter({ cacheDir: join(tmpdir(), 'unused') }));
    const found = deck === undefined ? [] : await checkDeck(deck, { ...checks, locate });
    expect([...faults, ...found].map(formatFault)).toEqual([]);
  });

  test('holds its questions, of all its topics and difficulties, in English and Russian', () => {
    const held = reading.deck?.questions ?? [];
    expect(held).toHaveLength(questions);
    expect(new Set(held.map(({ topic }) => topic)).size).toBe(topics);
    expect(new Set(held.map(({ difficulty }) => difficulty)).size).toBe(3);
    expect(held.every(({ en, ru }) => en !== undefined && ru !== undefined)).toBe(true);
  });

  test('shows a formula wherever one is the answer', () => {
    const drawn = new Set(
      reading.deck?.questions.filter(({ formula }) => formula).map(({ id }) => id),
    );
    expect(needAFormula.filter((id) => !drawn.has(id))).toEqual([]);
  });
});

test('no other deck ships, and no two ask under one id or name one topic differently', async () => {
  const folders = await shippedFolders();
  expect(folders).toEqual(DECKS.map(({ name }) => join(DATA, name)));
  const decks = await Promise.all(folders.map(async (folder) => (await readDeck(folder)).deck));
  const ids = decks.flatMap((deck) => deck?.questions.map(({ id }) => id) ?? []);
  const topics = decks.flatMap((deck) => Object.keys(deck?.topics ?? {}));
  expect(new Set(ids).size).toBe(80);
  expect(new Set(topics).size).toBe(14);
});
