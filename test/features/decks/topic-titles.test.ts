import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { decksFor } from '../../../src/db/decks.ts';
import { translatedTo } from '../../../src/domain/question.ts';
import { storedFacts } from '../../../src/features/decks/question-facts.ts';
import { topicTitle, topicTitles } from '../../../src/features/decks/titles.ts';
import { quizTopics } from '../../../src/features/decks/topics.ts';
import { trackFacts } from '../../../src/features/tracks/track-facts.ts';
import { seedDeck } from '../../support/seed-deck.ts';
import { openWorld, type World } from '../../support/world.ts';

let world: World;
beforeAll(async () => void (world = await openWorld()));
afterAll(() => world.close());

describe('a topic whose title the deck has in another language only', () => {
  it('is called by that title wherever it is named', async () => {
    const { context } = world;
    const deck = await seedDeck(context.db, {
      name: 'sql',
      topics: { queries: { en: 'Queries' } },
      questions: [{ id: 'joins', topic: 'queries' }],
    });
    expect(deck.topics['queries']).toEqual({ en: 'Queries' });
    expect(await quizTopics(context, 1, 'ru')).toEqual([{ id: 'queries', title: 'Queries' }]);
    const question = await context.db.selectFrom('questions').selectAll().executeTakeFirstOrThrow();
    expect((await storedFacts(context, question, 'ru')).topic).toBe('Queries');
    const plan = {
      ...{ deckIds: [deck.id], cron: '0 10 * * *', timezone: 'UTC', answeringSeconds: null },
      ...({ language: 'ru', topics: ['queries'], difficulties: [] } as const),
    };
    expect((await trackFacts(context.db, { channel: 'c1', plan, language: 'ru' })).topics).toEqual([
      'Queries',
    ]);
    expect(await decksFor(context.db)).toHaveLength(1);
  });
});

describe('a topic of several decks', () => {
  const decks = [
    { topics: {} },
    { topics: { queries: { en: 'Queries' } } },
    { topics: { queries: { en: 'Asking', ru: 'Запросы' } } },
  ];

  it('is called as the first deck calls it that has its title in the language', () => {
    expect(topicTitle(decks, 'queries', 'ru')).toBe('Запросы');
    expect(topicTitle(decks, 'queries', 'en')).toBe('Queries');
    expect(topicTitle(decks, 'joins', 'en')).toBe('joins');
    expect(topicTitles(decks, 'queries')).toEqual({ en: 'Queries' });
    expect(topicTitles(decks, 'joins')).toEqual({});
  });
});

describe('a text in several languages', () => {
  it('is read in the one that is asked for, else in one that it has', () => {
    expect(translatedTo({ en: 'Queries', ru: 'Запросы' }, 'ru')).toBe('Запросы');
    expect(translatedTo({ en: 'Queries' }, 'ru')).toBe('Queries');
    expect(translatedTo({}, 'ru')).toBeUndefined();
  });
});
