import { PlatformError } from '../../chat/platform.ts';
import { memberById } from '../../db/members.ts';
import type { Answer } from '../../db/tables.ts';
import type { Context } from '../../delivery/context.ts';
import { logRefusal } from '../../delivery/platform-faults.ts';
import { findRoundContext, type RoundContext, withRoundLock } from '../rounds/with-round.ts';
import { hasCounted } from '../standings/counted-answers.ts';
import { answerById, editedAnswer, hasEarlierLate } from './answer-queries.ts';
import { type Note, tellOnce } from './tell-once.ts';

/**
 * Lets the author of a thread answer see that it was taken. Of late ones, the first from someone who
 * has no answer in time gets a note, and an edit of what was said in time: after the reveal a thread is
 * for talk. The mark goes where an edit took all words away.
 */
export async function acknowledgeAnswer(context: Context, answerId: number): Promise<void> {
  const answer = await answerById(context.db, answerId);
  if (!answer?.message) return;
  await logRefusal(context, { answer: answerId }, () => showState(context, answer));
  // Another process may have shown an older state meanwhile, such as before the words were edited away.
  const now = await answerById(context.db, answerId);
  if (now && isTaken(now) !== isTaken(answer)) await acknowledgeAnswer(context, answerId);
}

const isTaken = ({ withdrawnAt }: Answer): boolean => withdrawnAt === null;

async function showState(context: Context, answer: Answer): Promise<void> {
  const { late, emptied, roundId } = answer;
  if (!isTaken(answer)) return emptied && !late ? takeMarkOff(context, answer) : undefined;
  if (!late && (await isMarked(context, answer))) return;
  await withRoundLock(context, roundId, (at) =>
    late
      ? tellLate(context, at, answer)
      : tell(context, at, { answer, text: (words) => words.accepted }),
  );
}

/** The message stands, and is no answer any more: an edit took its words away. */
async function takeMarkOff(context: Context, { roundId, message }: Answer): Promise<void> {
  const at = await findRoundContext(context, roundId);
  if (at && message) await at.platform.unmark(message, 'accepted');
}

/**
 * Marks a message, which may be done twice and beside anything else: the reveal waits for none of it. False
 * where the platform or the message's author lets the bot set no mark.
 */
async function isMarked(context: Context, { roundId, message }: Answer): Promise<boolean> {
  const at = await findRoundContext(context, roundId);
  if (!at || !message) return true;
  try {
    await at.platform.acknowledge(message, 'accepted');
    return true;
  } catch (error) {
    if (!(error instanceof PlatformError) || !isForbidden(error)) throw error;
    return false;
  }
}

/** A thread that is only archived takes no mark, and a note opens it again. */
function isForbidden({ fault }: PlatformError): boolean {
  return fault.code === 'forbidden' || fault.code === 'thread-locked';
}

async function tellLate(context: Context, at: RoundContext, answer: Answer): Promise<void> {
  const { db } = context;
  const { message, memberId, roundId } = answer;
  if (!message || memberId === null) return;
  const inTime = await editedAnswer(db, answer);
  if (inTime) {
    // Read from the thread's history, an edit is all that is known of what was said in time.
    if (inTime.text === answer.text) return;
    return tell(context, at, { answer, text: (words) => words.lateEdit });
  }
  if (await hasCounted(db, roundId, memberId)) return;
  if (await hasEarlierLate(db, answer)) return;
  await tell(context, at, { answer, text: (words) => words.late });
  await at.platform.acknowledge(message, 'late');
}

async function tell(
  context: Context,
  at: RoundContext,
  { answer, text }: { readonly answer: Answer; readonly text: Note['text'] },
): Promise<void> {
  const { id, message, memberId, late } = answer;
  if (!message || memberId === null) return;
  const member = await memberById(context.db, memberId);
  const key = `answer-${id}-${late ? 'late' : 'taken'}`;
  await tellOnce(context, at, {
    member,
    ref: message,
    text,
    tone: late ? 'warning' : 'success',
    key,
  });
}
