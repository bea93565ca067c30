import { describe, expect, it } from 'vitest';
import { plainText } from '../../../src/chat/plain.ts';
import { LANGUAGES } from '../../../src/domain/language.ts';
import type { TopicStrength } from '../../../src/domain/memory/topic-strength.ts';
import { reviewCard } from '../../../src/features/review/review-card.ts';
import { topicsCard } from '../../../src/features/review/topics/topics-card.ts';

const known = (count: number): readonly TopicStrength[] =>
  Array.from({ length: count }, (_, index) => ({
    ...{ topic: `known-${index}`, recall: 1 - index / 100, reviewed: 1, questions: 2 },
  }));

const unknown = (count: number): readonly TopicStrength[] =>
  Array.from({ length: count }, (_, index) => ({
    ...{ topic: `new-${index}`, recall: undefined, reviewed: 0, questions: 2 },
  }));

const cardOf = (topics: readonly TopicStrength[]) =>
  reviewCard({
    ...{ language: 'en', today: 20_780, cap: 10, topics, week: [], timezone: 'UTC' },
    ...{ plan: { questions: [], done: 0, behind: false }, reminder: { status: 'off' } },
  });

const namesIn = (text: string): readonly string[] => text.match(/(?:known|new)-\d+/g) ?? [];

describe('the topics under a review', () => {
  it('are all named where they are few', () => {
    const card = cardOf([...known(6), ...unknown(4)]);
    expect(namesIn(plainText(card))).toHaveLength(10);
    expect(plainText(card)).toContain('Your topics, from strong to weak');
  });

  it('are the strongest, the weakest, and a few that are new where they are many', () => {
    const text = plainText(cardOf([...known(9), ...unknown(7)]));
    expect(namesIn(text)).toEqual([
      ...['known-0', 'known-1', 'known-2', 'known-8', 'known-7', 'known-6'],
      ...['new-0', 'new-1', 'new-2', 'new-3'],
    ]);
    expect(text).toContain('Not reviewed yet: new-0, new-1, new-2, new-3 and 3 more topics.');
  });

  it.each(LANGUAGES)('stand all on a card of their own, in %s', (language) => {
    const topics = [...known(9), ...unknown(7)];
    expect(namesIn(plainText(topicsCard({ language, topics }, undefined)))).toHaveLength(16);
  });
});
