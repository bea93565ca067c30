import type { Db } from '../../db/connect.ts';
import type { Erasing, Erasure, PersonalData } from '../../delivery/stored-data.ts';
import { redactJob } from './redact-reveal.ts';

/** What a member wrote stands in reveals that were posted, and is edited out of them. */
export const revealsData: PersonalData = {
  erase: async (context, tx, erasure) => ({ reveals: await redactLater(context, tx, erasure) }),
};

async function redactLater(context: Erasing, tx: Db, { memberId, at }: Erasure): Promise<number> {
  const since = at.toISOString();
  const shown = await roundsShowing(tx, memberId);
  for (const { roundId, workspaceId, channel } of shown) {
    // A group of its own: years of edits must not hold up the channel's next question.
    const group = `redact:${workspaceId}:${channel}`;
    await context.enqueue(tx, { ...redactJob, group }, { roundId, since });
  }
  return shown.length;
}

/** A round whose reveal may show something of a member. */
interface ShownRound {
  readonly roundId: number;
  readonly workspaceId: number;
  readonly channel: string;
}

/** Closed rounds the member answered in time. */
async function roundsShowing(tx: Db, memberId: number): Promise<readonly ShownRound[]> {
  return tx
    .selectFrom('answers')
    .innerJoin('rounds', 'rounds.id', 'answers.roundId')
    .innerJoin('tracks', 'tracks.id', 'rounds.trackId')
    .select(['rounds.id as roundId', 'tracks.workspaceId', 'tracks.channel'])
    .distinct()
    .where('answers.memberId', '=', memberId)
    .where('answers.late', '=', false)
    .where('rounds.status', 'in', ['closed', 'revealed'])
    .orderBy('rounds.id')
    .execute();
}
