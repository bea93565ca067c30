import type { ThreadMessage } from '../../chat/event.ts';
import { PlatformError } from '../../chat/platform.ts';
import type { Round } from '../../db/tables.ts';
import type { Context } from '../context.ts';
import { CLOCK_SKEW_MS } from '../post-once.ts';
import { type OnPlatform, withRound } from './on-platform.ts';
import { submitAnswer, type Submitted } from '../answers/submit-answer.ts';

/** Fetches what was written in a round's thread while nobody listened. */
export async function catchUpRound(context: Context, roundId: number): Promise<void> {
  await withRound(context, roundId, (at) => catchUp(context, at));
}

/**
 * Submits every message the thread's history holds; those already known change nothing. An edited one
 * is submitted as written and as edited: what was said in time counts, whenever it was edited.
 */
export async function catchUp(context: Context, at: OnPlatform): Promise<void> {
  const { round, platform } = at;
  if (!round.thread || !round.openedAt || !platform.readsThreads) return;
  const where = { round, workspaceId: at.workspace.id };
  try {
    for (const written of await platform.threadHistory(round.thread, beganAt(round))) {
      await submitThreadMessage(context, where, written, written.at);
      const { editedAt } = written;
      if (editedAt) await submitThreadMessage(context, where, written, editedAt);
    }
  } catch (error) {
    const gone = error instanceof PlatformError && error.fault.code === 'thread-gone';
    if (!gone) throw error;
    context.log.info({ round: round.id }, 'the thread was deleted on the platform');
  }
}

/**
 * A question is posted after it was due, so its thread holds nothing older. When the round opened is no
 * bound: a post whose confirmation was lost had stood for a while by then.
 */
function beganAt({ dueAt }: Round): Date {
  return new Date(dueAt.getTime() - CLOCK_SKEW_MS);
}

/** A thread message as an answer to the round. */
export async function submitThreadMessage(
  context: Context,
  { round, workspaceId }: { readonly round: Round; readonly workspaceId: number },
  written: ThreadMessage,
  revisedAt: Date,
): Promise<Submitted> {
  return submitAnswer(context, round.id, {
    workspaceId,
    member: written.member,
    source: 'thread',
    sourceKey: written.ref.message,
    gesture: written.gesture,
    text: written.text,
    anonymous: false,
    saidAt: written.at,
    revisedAt,
    message: written.ref,
  });
}
