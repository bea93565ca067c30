import { noteCard } from '../cards/note.ts';
import { PlatformError } from '../chat/platform.ts';
import { answerById, hasEarlierLate, hasCounted } from '../db/answers.ts';
import { memberById } from '../db/members.ts';
import type { Answer } from '../db/tables.ts';
import { wordsIn } from '../i18n/words.ts';
import type { Context } from './context.ts';
import { type OnPlatform, withRound } from './on-platform.ts';

/**
 * Lets the author of a thread answer see that it was taken. A late one gets a note, but only the first
 * from someone who has no answer in time: after the reveal a thread is for talk.
 */
export async function acknowledgeAnswer(context: Context, answerId: number): Promise<void> {
  const answer = await answerById(context.db, answerId);
  if (!answer?.message || answer.withdrawnAt) return;
  await withRound(context, answer.roundId, async (at) => {
    await ignoringGone(() => (answer.late ? tellLate(context, at, answer) : mark(at, answer)));
  });
}

async function mark({ platform }: OnPlatform, answer: Answer): Promise<void> {
  if (answer.message) await platform.acknowledge(answer.message, 'accepted');
}

async function tellLate(context: Context, at: OnPlatform, answer: Answer): Promise<void> {
  const { db } = context;
  const { message, memberId, roundId } = answer;
  if (!message || memberId === null) return;
  if (await hasCounted(db, roundId, memberId)) return;
  if (await hasEarlierLate(db, answer)) return;
  const member = await memberById(db, memberId);
  const note = wordsIn(member.language ?? at.round.language).answer.late;
  await at.platform.acknowledge(message, 'late');
  await at.platform.tell(
    message,
    member.externalId,
    noteCard(note, 'warning'),
    `answer-${answer.id}-late`,
  );
}

/** A message its author has deleted meanwhile needs no acknowledgement. */
async function ignoringGone(work: () => Promise<void>): Promise<void> {
  try {
    await work();
  } catch (error) {
    const code = error instanceof PlatformError ? error.fault.code : undefined;
    if (code !== 'message-gone' && code !== 'thread-gone') throw error;
  }
}
