import { noteCard } from '../../cards/note.ts';
import type { ThreadMessage } from '../../chat/event.ts';
import { findDelivery, finishDelivery, startDelivery } from '../../db/deliveries.ts';
import { findMemberById, saveMember } from '../../db/members.ts';
import type { Round } from '../../db/tables.ts';
import { LONGEST_ANSWER } from '../../domain/answer-text.ts';
import { wordsIn } from '../../i18n/words.ts';
import type { Context, Jobs } from '../context.ts';
import { aloneWithRound, logRefusal, type OnPlatform } from '../rounds/on-platform.ts';

/** Has the author of a thread message told that it is too long to be an answer. */
export async function enqueueRefusal(
  context: Context,
  { round, workspaceId }: { readonly round: Round; readonly workspaceId: number },
  { ref, member }: ThreadMessage,
): Promise<void> {
  await context.db.transaction().execute(async (tx) => {
    const { id: memberId } = await saveMember(tx, workspaceId, member);
    await context.enqueue(tx, 'refuse', { roundId: round.id, memberId, message: ref });
  });
}

/** Tells them, once a message, and only while the round is open: afterwards a thread is for talk. */
export async function refuseThreadAnswer(context: Context, refused: Jobs['refuse']): Promise<void> {
  await aloneWithRound(context, refused.roundId, async (at) => {
    if (at.round.status !== 'open') return;
    await logRefusal(context, refused, () => tellOnce(context, at, refused));
  });
}

async function tellOnce(
  { db, clock }: Context,
  { platform, round }: OnPlatform,
  { memberId, message }: Jobs['refuse'],
): Promise<void> {
  const key = `refused-${message.message}`;
  const member = await findMemberById(db, memberId);
  if (!member || (await findDelivery(db, key))) return;
  const { answer } = wordsIn(member.language ?? round.language);
  const note = noteCard(answer.tooLong(LONGEST_ANSWER), 'warning');
  await platform.tell(message, member.externalId, note, key);
  const now = await clock.now(db);
  await startDelivery(db, key, message, now);
  await finishDelivery(db, key, message, now);
}
