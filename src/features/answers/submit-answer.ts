import type { MemberProfile } from '../../chat/event.ts';
import type { MessageRef } from '../../chat/place.ts';
import { isWithdrawn, LATE_EDIT, newestAnswer, saveAnswer, type Saved } from './answer-queries.ts';
import type { Db } from '../../db/connect.ts';
import { saveMember } from '../../db/members.ts';
import { lockRound } from '../../db/rounds.ts';
import type { Member, Round, Track } from '../../db/tables.ts';
import { checkAnswerText } from '../../domain/answer-text.ts';
import type { Streak } from '../../domain/streak.ts';
import { defineJob } from '../../jobs/job.ts';
import { groupOf } from '../rounds/jobs.ts';
import type { Context } from '../../delivery/context.ts';
import { findOwnRound } from '../rounds/own-round.ts';
import { refreshStanding } from '../standings/refresh-standing.ts';

/** Lets the author of a thread answer see that it was taken. */
export const acknowledgeJob = defineJob<{ readonly answerId: number }>('acknowledge');

/** One gesture of a member: a form sent, or a message written or edited in the thread. */
export interface Submission {
  /** Where it was given; a round of another workspace takes nothing. */
  readonly workspaceId: number;
  readonly member: MemberProfile;
  readonly source: 'form' | 'thread';
  readonly sourceKey: string;
  readonly gesture: string;
  readonly text: string;
  readonly anonymous: boolean;
  /** When it was first said, by the platform's clock; the deadline is held against this. */
  readonly saidAt: Date;
  /** When it took this form: later than `saidAt` for an edit. */
  readonly revisedAt: Date;
  /** The thread message, for a later mark on it. */
  readonly message?: MessageRef;
}

export type Submitted =
  | {
      readonly type: 'accepted';
      readonly streak: Streak;
      /** An earlier answer to this round gave way. */
      readonly replaced: boolean;
      /** It was given in time and heard of late: the reveal stands without it. */
      readonly afterReveal: boolean;
    }
  /** Kept, but after the deadline: it counts for nothing. */
  | { readonly type: 'late' }
  /** Its author took this very message or form back, before or after it came: it stays so. */
  | { readonly type: 'withdrawn' }
  | { readonly type: 'refused'; readonly fault: Refusal };

export type Refusal =
  'round-unknown' | 'track-removed' | 'not-open' | 'answer-empty' | 'answer-too-long';

/** Takes an answer to a round. When it answers `accepted` or `late`, the text is committed. */
export async function submitAnswer(
  context: Context,
  roundId: number,
  submission: Submission,
): Promise<Submitted> {
  const checked = checkAnswerText(submission.text);
  if (!checked.ok) return { type: 'refused', fault: checked.fault.code };
  return context.db.transaction().execute(async (tx) => {
    const found = await findOwnRound(tx, roundId, submission.workspaceId);
    if (found.type === 'refused') return found;
    // Read again under the lock: closing the round waits for this, or this for it.
    const round = await lockRound(tx, roundId, 'share');
    if (!round?.closesAt) return { type: 'refused', fault: 'not-open' };
    const open = { ...round, closesAt: round.closesAt };
    return keep(context, tx, found.track, open, submission, checked.text);
  });
}

async function keep(
  context: Context,
  tx: Db,
  track: Track,
  round: Round & { readonly closesAt: Date },
  submission: Submission,
  text: string,
): Promise<Submitted> {
  // Looked at first: a forgotten person must not be known again by an old message of theirs.
  if (await isWithdrawn(tx, round.id, submission)) return { type: 'withdrawn' };
  const member = await saveMember(tx, track.workspaceId, submission.member);
  const before = await newestAnswer(tx, round.id, member.id);
  const late = submission.revisedAt >= round.closesAt;
  const saved = await record(tx, round, member, submission, text, late);
  const changed = saved.saved !== 'known';
  // Who was told once that something is late need not hear it of its next edit.
  const repeated = late && saved.saved === 'revised';
  if (changed && !repeated && submission.source === 'thread') {
    await context.enqueue(tx, acknowledgeJob, { answerId: saved.id }, { group: groupOf(track) });
  }
  context.log.info({ round: round.id, late, changed, source: submission.source }, 'took an answer');
  if (changed) context.observe({ type: 'answer-taken', source: submission.source, late });
  if (late) return { type: 'late' };
  const streak = await refreshStanding(tx, round.trackId, member.id);
  const replaced = before !== undefined && before.sourceKey !== submission.sourceKey;
  return { type: 'accepted', streak, replaced, afterReveal: round.status === 'revealed' };
}

/** What is added to the keys of a submission that came after the deadline. */
export function lateEditMark({ saidAt, revisedAt }: Pick<Submission, 'saidAt' | 'revisedAt'>) {
  return saidAt < revisedAt ? LATE_EDIT : '';
}

async function record(
  tx: Db,
  round: Round,
  member: Member,
  submission: Submission,
  text: string,
  late: boolean,
): Promise<Saved> {
  const { source, anonymous, saidAt, revisedAt, message } = submission;
  const lateEdit = late ? lateEditMark(submission) : '';
  return saveAnswer(tx, {
    roundId: round.id,
    memberId: member.id,
    source,
    sourceKey: submission.sourceKey + lateEdit,
    gesture: submission.gesture + lateEdit,
    text,
    anonymous,
    saidAt,
    revisedAt,
    late,
    ...(message && { message }),
  });
}
