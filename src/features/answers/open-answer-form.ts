import { newestAnswer } from './answer-queries.ts';
import type { Context } from '../../delivery/context.ts';
import { findOwnRound } from '../rounds/own-round.ts';
import type { Refusal } from './submit-answer.ts';

/**
 * What the answer form opens with: the member's newest text, so that sending again is editing. A round
 * past its deadline opens too, since a late answer is kept.
 */
export async function openAnswerForm(
  context: Context,
  roundId: number,
  workspaceId: number,
  memberId: number,
): Promise<
  | { readonly type: 'open'; readonly text: string; readonly anonymous: boolean }
  | { readonly type: 'refused'; readonly fault: Refusal }
> {
  const found = await findOwnRound(context.db, roundId, workspaceId);
  if (found.type === 'refused') return found;
  const earlier = await newestAnswer(context.db, roundId, memberId);
  return { type: 'open', text: earlier?.text ?? '', anonymous: earlier?.anonymous ?? false };
}
