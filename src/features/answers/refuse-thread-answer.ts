import type { ThreadMessage } from '../../chat/event.ts';
import type { MessageRef } from '../../chat/place.ts';
import { findMemberById, saveMember } from '../../db/members.ts';
import type { Round } from '../../db/tables.ts';
import type { Context } from '../../delivery/context.ts';
import { inTransaction } from '../../delivery/in-transaction.ts';
import { logRefusal } from '../../delivery/platform-faults.ts';
import { LONGEST_ANSWER } from '../../domain/answer-text.ts';
import { defineJob } from '../../jobs/job.ts';
import { type RoundContext, withRoundLock } from '../rounds/with-round.ts';
import { type Note, tellOnce } from './tell-once.ts';

interface RefusedMessage {
  readonly roundId: number;
  readonly memberId: number;
  readonly message: MessageRef;
}

/** Tells the author of a thread message that it is too long to be an answer. */
export const refuseJob = defineJob<RefusedMessage>('refuse');

/** Has the author of a thread message told that it is too long to be an answer. */
export async function enqueueRefusal(
  context: Context,
  { round, workspaceId }: { readonly round: Round; readonly workspaceId: number },
  { ref, member }: ThreadMessage,
): Promise<void> {
  await inTransaction(context, async ({ db, enqueue }) => {
    const { id: memberId } = await saveMember(db, workspaceId, member);
    await enqueue(db, refuseJob, { roundId: round.id, memberId, message: ref });
  });
}

/** Tells them, once a message, and only while the round is open: afterwards a thread is for talk. */
export async function refuseThreadAnswer(context: Context, refused: RefusedMessage): Promise<void> {
  await withRoundLock(context, refused.roundId, async (at) => {
    if (at.round.status !== 'open') return;
    await logRefusal(context, refused, () => tellTooLong(context, at, refused));
  });
}

async function tellTooLong(
  context: Context,
  at: RoundContext,
  { memberId, message }: RefusedMessage,
): Promise<void> {
  const key = `refused-${message.message}`;
  const member = await findMemberById(context.db, memberId);
  if (!member) return;
  const text: Note['text'] = (words) => words.tooLong(LONGEST_ANSWER);
  await tellOnce(context, at, { member, ref: message, text, tone: 'warning', key });
}
