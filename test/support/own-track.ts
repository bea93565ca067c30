import { decksFor } from '../../src/db/decks.ts';
import type { Track } from '../../src/db/tables.ts';
import type { Question } from '../../src/domain/question.ts';
import { loadDeck } from '../../src/features/decks/load-deck.ts';
import { type Conversation, DAILY } from './conversation.ts';

/** A daily track that asks these questions alone, in an order of its own. */
export async function addOwnTrack(
  { bot }: Conversation,
  questions: readonly Question[],
  plan: Partial<Track> = {},
): Promise<void> {
  const { context } = bot.runtime;
  await loadDeck(context, {
    name: 'alone',
    title: { en: 'Alone', ru: 'Отдельно' },
    topics: Object.fromEntries(questions.map(({ topic }) => [topic, { en: topic, ru: topic }])),
    questions,
  });
  const deck = (await decksFor(context.db)).find(({ name }) => name === 'alone');
  await bot.addTrack({ ...DAILY, deckIds: [deck?.id ?? 0], ...plan });
}
