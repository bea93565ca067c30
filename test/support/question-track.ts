import { decksFor } from '../../src/db/decks.ts';
import { loadDeck } from '../../src/features/decks/load-deck.ts';
import { type Conversation, DAILY } from './conversation.ts';
import { shippedQuestion } from './shipped-question.ts';

/** Says three of the five points of `lora-vs-qlora`. */
export const LORA =
  'LoRA freezes the base and trains adapters. QLoRA does the same, but the frozen model is quantized to ' +
  '4-bit NF4. So you need much less memory and can tune a 65B model on one GPU.';

/** A daily track that asks one question of the shipped deck, day by day. */
export async function addQuestionTrack({ bot }: Conversation, id: string): Promise<void> {
  const { context } = bot.runtime;
  const question = await shippedQuestion(id);
  await loadDeck(context, {
    name: 'alone',
    title: { en: 'Alone', ru: 'Один вопрос' },
    topics: { [question.topic]: { en: 'Topic', ru: 'Тема' } },
    questions: [question],
  });
  const deck = (await decksFor(context.db)).find(({ name }) => name === 'alone');
  await bot.addTrack({ ...DAILY, deckIds: [deck?.id ?? 0] });
}
