import { redactJob } from '../reveals/redact-reveal.ts';
import type { Db } from '../../db/connect.ts';
import {
  blankAnswers,
  blankContributions,
  blankDecisions,
  deleteMember,
  lockMember,
  lockRoundsAround,
  roundsShowing,
} from './member-data.ts';
import type { Context } from '../../delivery/context.ts';

export interface Forgotten {
  /** How many answers were theirs, in whatever state. */
  readonly answers: number;
  /** Reveals that may show something of theirs and are edited next. */
  readonly reveals: number;
}

/**
 * Deletes everything kept about a member, all at once or not at all. What remains says nothing of who
 * it was: rounds keep their questions, and each answer an empty row by which a late delivery of it is
 * known. Their next gesture makes a new member. One who is forgotten already is no fault.
 */
export async function forgetMember(context: Context, memberId: number): Promise<Forgotten> {
  const forgotten = await context.db.transaction().execute(async (tx) => {
    await lockRoundsAround(tx, memberId);
    await lockMember(tx, memberId);
    const at = await context.clock.now(tx);
    const reveals = await redactLater(context, tx, memberId, at);
    const answers = await blankAnswers(tx, memberId, at);
    await blankContributions(tx, memberId, at);
    await blankDecisions(tx, memberId);
    await deleteMember(tx, memberId);
    return { answers, reveals };
  });
  context.log.info(forgotten, 'forgot a member');
  return forgotten;
}

async function redactLater(context: Context, tx: Db, memberId: number, at: Date): Promise<number> {
  const since = at.toISOString();
  const shown = await roundsShowing(tx, memberId);
  for (const { roundId, workspaceId, channel } of shown) {
    // A group of its own: years of edits must not hold up the channel's next question.
    const group = `redact:${workspaceId}:${channel}`;
    await context.enqueue(tx, redactJob, { roundId, since }, { group });
  }
  return shown.length;
}
