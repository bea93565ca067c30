import type { ThreadMessage } from '../../chat/event.ts';
import { PlatformError } from '../../chat/platform.ts';
import type { Round } from '../../db/tables.ts';
import type { Context } from '../../delivery/context.ts';
import { passesByItself, suspendReason } from '../../delivery/platform-faults.ts';
import { CLOCK_SKEW_MS } from '../../delivery/post-once.ts';
import { hasWords } from '../../domain/answer-text.ts';
import { forgetFailures } from '../rounds/failures.ts';
import { type RoundContext, withRound } from '../rounds/with-round.ts';
import type { MemberAnswer } from './answer-at-once.ts';
import { recordedAnswers } from './recorded-answers.ts';
import { submitAnswer } from './submit-answer.ts';
import type { Submitted } from './submitted.ts';
import { withdrawEmptied } from './withdraw-answer.ts';

/** Fetches what was written in a round's thread while nobody listened. */
export async function catchUpRound(context: Context, roundId: number): Promise<void> {
  await withRound(context, roundId, {
    work: (at) => catchUp(context, at),
    giveUp: (at, { words }) => {
      context.log.error({ round: at.round.id, failure: words }, 'gave up reading a thread');
      return forgetFailures(context, at.round.id);
    },
  });
}

/**
 * Submits what the thread's history holds and the record does not. An edited message is submitted as
 * written and as edited: what was said in time counts, whenever it was edited.
 */
export async function catchUp(context: Context, at: RoundContext): Promise<void> {
  const { round, platform } = at;
  if (!round.thread || !round.openedAt) return;
  try {
    const history = await platform.threadHistory(round.thread, beganAt(round));
    await submitHistory(context, at, history);
  } catch (error) {
    if (!(error instanceof PlatformError) || passesByItself(error) || suspendReason(error))
      throw error;
    // It was deleted, or is not for the bot to read: the round goes on without it.
    const level = error.fault.code === 'thread-gone' ? 'info' : 'error';
    context.log[level]({ round: round.id, err: error }, 'a thread cannot be read');
  }
}

async function submitHistory(
  context: Context,
  { round, workspace }: RoundContext,
  history: readonly ThreadMessage[],
): Promise<void> {
  const isRecorded = await recordedAnswers(context.db, round);
  for (const written of history) {
    const { at: saidAt, editedAt, gesture } = written;
    for (const revisedAt of editedAt ? [saidAt, editedAt] : [saidAt]) {
      const revision = { sourceKey: written.ref.message, gesture, saidAt, revisedAt };
      if (isRecorded(revision)) continue;
      await submitThreadMessage(context, {
        ...{ roundId: round.id, workspaceId: workspace.id },
        ...{ message: written, revisedAt },
      });
    }
  }
}

/**
 * A question is posted after it was due, so its thread holds nothing older. When the round opened is no
 * bound: a post whose confirmation was lost had stood for a while by then.
 */
function beganAt({ dueAt }: Round): Date {
  return new Date(dueAt.getTime() - CLOCK_SKEW_MS);
}

/** A message in a round's thread, as it was written or as an edit left it. */
export interface ThreadAnswer {
  readonly roundId: number;
  readonly workspaceId: number;
  readonly message: ThreadMessage;
  readonly revisedAt: Date;
}

/** A thread message as an answer to the round. An edit that left no words takes the answer back. */
export async function submitThreadMessage(
  context: Context,
  { roundId, workspaceId, message, revisedAt }: ThreadAnswer,
): Promise<Submitted> {
  const { text, at: saidAt, gesture, ref } = message;
  if (revisedAt > saidAt && !hasWords(text)) {
    await withdrawEmptied(context, {
      ...{ roundId, sourceKey: ref.message, gesture, saidAt, revisedAt },
    });
  }
  return submitAnswer(context, roundId, { workspaceId, ...threadAnswer(message, revisedAt) });
}

/** What a member says by a message in a thread. */
export function threadAnswer(
  { member, text, at: saidAt, gesture, ref }: ThreadMessage,
  revisedAt: Date,
): MemberAnswer {
  return {
    ...{ member, source: 'thread', sourceKey: ref.message, gesture, text, anonymous: false },
    ...{ saidAt, revisedAt, message: ref },
  };
}
