import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Block, Message } from '../../src/chat/message.ts';
import { revealCard } from '../../src/features/reveals/reveal-card.ts';
import { paginate as onDiscord } from '../../src/platforms/discord/paginate.ts';
import { paginate as onSlack } from '../../src/platforms/slack/paginate.ts';

const words = fc
  .integer({ min: 1, max: 3_000 })
  .map((length) => 'Attention weighs each token. '.repeat(length / 29 + 1).slice(0, length));

const texts = fc.record({
  answer: words,
  misconception: words,
  keyPoints: fc.array(words.map((label) => ({ id: 'point', label, phrasings: [] }))),
});

const question = {
  id: 'attention',
  topic: 'attention',
  difficulty: 'easy',
  sources: [{ title: 'A source', url: 'https://example.org' }],
} as const;

const base = {
  language: 'en',
  topic: 'Attention',
  formula: undefined,
  roundId: 1,
  number: 1,
  closesAt: new Date(0),
  threadAnswers: true,
  question,
  participants: 9,
} as const;

const reveals = fc
  .record({
    text: texts.map((text) => ({ ...text, question: 'What does attention weigh?' })),
    answers: fc.array(fc.record({ name: fc.constantFrom('Ann', 'Я'.repeat(80)), text: words }), {
      maxLength: 12,
    }),
    streaks: fc.array(fc.constant({ name: 'Ann', rounds: 3 }), { maxLength: 9 }),
  })
  .map((facts) => revealCard({ ...base, ...facts }));

/** A heading, or nothing but marked words: a title or the name of the person who answered. */
function isTitle(block: Block | undefined): boolean {
  if (block?.type === 'heading') return true;
  return block?.type === 'text' && block.text.every((span) => typeof span !== 'string');
}

describe.each([
  ['Discord', onDiscord],
  ['Slack', onSlack],
])(
  'a reveal over several messages on %s',
  (_, paginate: (message: Message) => readonly Message[]) => {
    it('leaves no title and no name alone at the end of a message', () => {
      fc.assert(
        fc.property(reveals, (reveal) => {
          for (const { blocks } of paginate(reveal)) expect(isTitle(blocks.at(-1))).toBe(false);
        }),
        { numRuns: 60, seed: 7 },
      );
    });
  },
);
