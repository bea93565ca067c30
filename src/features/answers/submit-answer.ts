import { isRowId } from '../../db/row-id.ts';
import type { Context } from '../../delivery/context.ts';
import { inTransaction } from '../../delivery/in-transaction.ts';
import { checkAnswerText } from '../../domain/answer-text.ts';
import { inChannelOf } from '../rounds/jobs.ts';
import { lockOwnRound, type OwnRound } from '../rounds/own-round.ts';
import { refreshLocked } from '../standings/refresh-standing.ts';
import { type AnsweredRound, isOvertaken, type MemberAnswer } from './answer-at-once.ts';
import { LATE_EDIT } from './answer-queries.ts';
import { acknowledgeJob } from './jobs.ts';
import { type NewAnswer, saveAnswer } from './save-answer.ts';
import type { Submitted } from './submitted.ts';
import { takeUsual } from './take-usual.ts';

/** An answer with the person who gives it. */
export interface Submission extends MemberAnswer {
  /** Where it was given; a round of another workspace takes nothing. */
  readonly workspaceId: number;
}

type RoundAnswer = Submission & AnsweredRound;

/**
 * Takes an answer to a round: at once where all is as usual, else with everything locked and looked at.
 * When it returns `accepted` or `late`, the text is committed.
 */
export async function submitAnswer(
  context: Context,
  roundId: number,
  submission: Submission,
): Promise<Submitted> {
  const checked = checkAnswerText(submission.text);
  if (!checked.ok) return { type: 'refused', fault: checked.fault.code };
  const answer = { ...submission, roundId, text: checked.text };
  if (!isRowId(roundId)) return { type: 'refused', fault: 'round-unknown' };
  try {
    return await takeAtOnce(context, answer);
  } catch (error) {
    if (!isOvertaken(error)) throw error;
    return inTransaction(context, (inside) => takeLocked(inside, answer));
  }
}

/** A form's answer as usual is one statement. A thread answer is to be marked, by a job of the same transaction. */
async function takeAtOnce(context: Context, answer: RoundAnswer): Promise<Submitted> {
  if (answer.source === 'thread') {
    return inTransaction(context, async (inside) => {
      const [taken] = await takeUsual(inside, answer, [answer]);
      return taken ?? takeLocked(inside, answer);
    });
  }
  const [taken] = await takeUsual(context, answer, [answer]);
  return taken ?? inTransaction(context, (inside) => takeLocked(inside, answer));
}

async function takeLocked(context: Context, answer: RoundAnswer): Promise<Submitted> {
  const found = await lockOwnRound(context.db, answer.roundId, answer.workspaceId);
  if (found.type === 'refused') return found;
  const { closesAt } = found.round;
  if (!closesAt) return { type: 'refused', fault: 'not-open' };
  return keep(context, { ...found, closesAt }, answer);
}

/** A round that takes answers, locked. */
type OpenRound = Extract<OwnRound, { type: 'found' }> & { readonly closesAt: Date };

async function keep(
  { db, enqueue, log, observe }: Context,
  { round, track, closesAt }: OpenRound,
  submission: Submission,
): Promise<Submitted> {
  const { workspaceId, member: author, source } = submission;
  const late = submission.revisedAt >= closesAt;
  const answer = newAnswer(submission, late);
  const saved = await saveAnswer(db, { round, workspaceId, author }, answer);
  if (saved.saved === 'withdrawn') return { type: 'withdrawn' };
  const changed = saved.id !== undefined;
  // Someone who was told once that something is late need not hear it of its next edit.
  const repeated = late && saved.saved === 'revised';
  if (changed && !repeated && source === 'thread') {
    await enqueue(db, inChannelOf(track, acknowledgeJob), { answerId: saved.id });
  }
  log.info({ round: round.id, late, changed, source }, 'took an answer');
  if (changed) observe({ type: 'answer-taken', source, late });
  if (late) return { type: 'late' };
  const streak = await refreshLocked(db, { trackId: round.trackId, memberId: saved.memberId });
  const replaced = saved.earlier !== undefined && saved.earlier !== submission.sourceKey;
  return { type: 'accepted', streak, replaced, afterReveal: round.status === 'revealed' };
}

/** What is added to the keys of a submission that came after the deadline. */
export function lateEditMark({ saidAt, revisedAt }: Pick<Submission, 'saidAt' | 'revisedAt'>) {
  return saidAt < revisedAt ? LATE_EDIT : '';
}

function newAnswer(submission: Submission, late: boolean): NewAnswer {
  const lateEdit = late ? lateEditMark(submission) : '';
  const { sourceKey, gesture } = submission;
  return {
    ...submission,
    ...{ sourceKey: sourceKey + lateEdit, gesture: gesture + lateEdit, late },
  };
}
