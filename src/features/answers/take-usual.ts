import type { Context } from '../../delivery/context.ts';
import { inChannelOf } from '../rounds/jobs.ts';
import {
  answerAtOnce,
  type AnsweredAtOnce,
  type AnsweredRound,
  type MemberAnswer,
} from './answer-at-once.ts';
import { acknowledgeAllJob, acknowledgeJob } from './jobs.ts';
import type { Submitted } from './submitted.ts';

/**
 * Takes those answers of which all is as usual, and has the ones from a thread marked. Returns what became of
 * each, in their order; undefined for one that was not taken.
 */
export async function takeUsual(
  context: Context,
  round: AnsweredRound,
  answers: readonly MemberAnswer[],
): Promise<readonly (Submitted | undefined)[]> {
  const taken = await answerAtOnce(context.db, round, answers);
  await enqueueMarks(
    context,
    round,
    taken.filter(({ index }) => answers[index]?.source === 'thread'),
  );
  return answers.map((answer, at) => {
    const one = taken.find(({ index }) => index === at);
    return one && report(context, { ...answer, ...round }, one);
  });
}

async function enqueueMarks(
  { db, enqueue }: Context,
  { workspaceId }: AnsweredRound,
  taken: readonly AnsweredAtOnce[],
): Promise<void> {
  const [first, ...others] = taken;
  if (!first) return;
  const place = { workspaceId, channel: first.channel };
  if (others.length === 0) {
    return enqueue(db, inChannelOf(place, acknowledgeJob), { answerId: first.answerId });
  }
  const answerIds = taken.map(({ answerId }) => answerId);
  await enqueue(db, inChannelOf(place, acknowledgeAllJob), { answerIds });
}

function report(
  { log, observe }: Context,
  { roundId, source }: MemberAnswer & AnsweredRound,
  { earlier, current, longest, freezes, answered }: AnsweredAtOnce,
): Submitted {
  log.info({ round: roundId, late: false, changed: true, source }, 'took an answer');
  observe({ type: 'answer-taken', source, late: false });
  const streak = { current, longest, freezes, answered };
  return { type: 'accepted', streak, replaced: earlier !== null, afterReveal: false };
}
