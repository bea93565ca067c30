import type { Conversation } from './conversation.ts';
import { addOwnTrack } from './own-track.ts';
import { shippedQuestion } from './shipped-question.ts';

/** Says three of the five points of `lora-vs-qlora`. */
export const LORA =
  'LoRA freezes the base and trains adapters. QLoRA does the same, but the frozen model is quantized to ' +
  '4-bit NF4. So you need much less memory and can tune a 65B model on one GPU.';

/** A daily track that asks one question of the shipped deck, day by day. */
export async function addQuestionTrack(talk: Conversation, id: string): Promise<void> {
  await addOwnTrack(talk, [await shippedQuestion(id)]);
}
