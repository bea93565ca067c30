import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { decksFor } from '../../src/db/decks.ts';
import type { Question } from '../../src/domain/question.ts';
import { loadDeck } from '../../src/features/decks/load-deck.ts';
import { createFormulaPainter } from '../../src/pictures/formula.ts';
import {
  answer,
  ask,
  botSaid,
  close,
  type Conversation,
  converse,
  DAILY,
  reply,
  revealText,
} from '../support/conversation.ts';
import type { Seen } from '../support/stage.ts';
import { STAGES } from '../support/stages.ts';

/** `own1 own2 own3 …`, long enough to need several messages, so that a broken word shows. */
const numbered = (word: string, count: number): string =>
  Array.from({ length: count }, (_, index) => `${word}${index + 1}`).join(' ');

const CODE = Array.from({ length: 20 }, (_, line) => `loss_${line} = -log(q[${line}])`).join('\n');

const ENTROPY: Question = {
  id: 'cross-entropy',
  topic: 'training',
  difficulty: 'medium',
  formula: 'H(p, q) = -\\sum_x p(x) \\log q(x)',
  formulaText: 'H(p, q) = −Σₓ p(x)·log q(x)',
  sources: [{ title: 'A tale of two codes', url: 'https://example.org/codes' }],
  en: {
    question: 'What does cross-entropy measure?',
    answer: `The price of the wrong code. ${numbered('term', 300)}\n\n\`\`\`\n${CODE}\n\`\`\`\n\nThat is all.`,
    formulaNote: 'p is the truth, q the model.',
    keyPoints: [
      { id: 'code', label: 'It is a length of a code', phrasings: [] },
      { id: 'minimum', label: 'It is least where q equals p', phrasings: [] },
    ],
    misconception: 'It is no distance: it is not symmetric.',
  },
};

async function addEntropyTrack({ bot }: Conversation): Promise<void> {
  await loadDeck(bot.runtime.context, {
    name: 'entropy',
    title: { en: 'Entropy' },
    topics: { training: { en: 'Training' } },
    questions: [ENTROPY],
  });
  const decks = await decksFor(bot.runtime.context.db);
  const deck = decks.find(({ name }) => name === 'entropy');
  await bot.addTrack({ ...DAILY, deckIds: [deck?.id ?? 0] });
}

describe.each(STAGES)('the reveal on $name', ({ open, name: platform }) => {
  const talk = converse(open);
  let question: Seen;
  let reveal: string;
  beforeAll(async () => {
    await addEntropyTrack(talk);
    question = await ask(talk, 1);
    const [ann, bob, cy] = ['Ann', 'Bob', 'Cy'].map((name) => talk.stage.person(name));
    if (!ann || !bob || !cy) throw new Error('nobody is here');
    await answer(ann, question, numbered('own', 400));
    await answer(talk.stage.person('Dan'), question, numbered('me', 400));
    await answer(talk.stage.person('Eve'), question, numbered('my', 400));
    await answer(bob, question, 'Rather not say who I am.', 'hide');
    await reply(talk, cy, question, 'Said in the thread.');
    expect(revealText(talk.stage, question)).toBe('');
    question = await close(talk, 1, question);
    reveal = revealText(talk.stage, question);
  });

  it('explains: the reference answer, key points, formula, misconception and sources', () => {
    for (const words of [
      'Answer to question 1',
      'The price of the wrong code.',
      'H(p, q) = −Σₓ p(x)·log q(x)',
      'p is the truth, q the model.',
      'A good answer says',
      'It is a length of a code',
      'It is least where q equals p',
      'A common misconception',
      'It is no distance: it is not symmetric.',
      'Read more',
      'A tale of two codes',
    ]) {
      expect(reveal).toContain(words);
    }
  });

  it('lists what was sent privately, without the name of someone who chose to give none', () => {
    expect(reveal).toContain('What you sent privately');
    expect(reveal).toContain('Ann');
    expect(reveal).toContain('Anonymous\nRather not say who I am.');
    expect(reveal).not.toContain('Bob');
    expect(reveal).not.toContain('Said in the thread.');
    expect(reveal).toContain('5 people answered in time.');
  });

  it('takes as many messages as it needs, and none breaks a word', () => {
    const needsSeveral = platform !== 'playground';
    expect(botSaid(talk.stage, question).length > 1).toBe(needsSeveral);
    expect(reveal.match(/\bterm\d+\b/g)?.join(' ')).toBe(numbered('term', 300));
    for (const word of ['own', 'me', 'my']) {
      const shown = reveal.match(new RegExp(`\\b${word}\\d+\\b`, 'g'));
      expect(shown?.join(' ')).toBe(numbered(word, 400));
    }
  });

  it('keeps code together', () => {
    const bearer = botSaid(talk.stage, question).find(({ text }) => text.includes('loss_0 ='));
    expect(bearer?.text).toContain(CODE);
  });

  it('leaves the question closed, with how many answered and no way to answer', () => {
    expect(question.text).toContain('Closed. 5 answers.');
    expect(question.text).not.toContain('Answers close');
    expect(question.buttons.map(({ label }) => label)).toEqual(['My streak', 'Report']);
  });

  it('names who kept a streak, but nobody who stayed anonymous', async () => {
    const next = await ask(talk, 2);
    await answer(talk.stage.person('Ann'), next, 'Again.');
    await answer(talk.stage.person('Bob'), next, 'Me too.', 'hide');
    await reply(talk, talk.stage.person('Cy'), next, 'And me.');
    await close(talk, 2, next);
    const words = revealText(talk.stage, next);
    expect(words).toContain('Streaks');
    expect(words).toContain('Ann: 2 rounds');
    expect(words).toContain('Cy: 2 rounds');
    expect(words).not.toContain('Bob');
  });

  it('comes where nobody answered too, and says so', async () => {
    const next = await ask(talk, 3);
    const closed = await close(talk, 3, next);
    expect(closed.text).toContain('Closed. Nobody answered.');
    const words = revealText(talk.stage, next);
    expect(words).toContain('Answer to question 3');
    expect(words).toContain('Nobody answered in time. The next question is another chance.');
    expect(words).not.toContain('What you sent privately');
  });
});

describe.each(STAGES)('a formula on $name', ({ open }) => {
  let cacheDir = '';
  beforeAll(async () => void (cacheDir = await mkdtemp(join(tmpdir(), 'whetstone-pictures-'))));
  afterAll(() => rm(cacheDir, { recursive: true }));
  const talk = converse(open, {
    paintFormula: async (latex) => {
      const picture = await createFormulaPainter({ cacheDir }).paint(latex);
      return picture.ok ? picture.png : undefined;
    },
  });

  it('comes as a picture that says in words what it shows', async () => {
    await addEntropyTrack(talk);
    const question = await ask(talk, 1);
    await close(talk, 1, question);
    const pictures = botSaid(talk.stage, question).flatMap((message) => message.pictures);
    expect(pictures).toEqual([{ alt: ENTROPY.formulaText, bytes: expect.any(Number) as number }]);
    expect(pictures[0]?.bytes).toBeGreaterThan(1_000);
  });
});
