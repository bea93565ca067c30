import type { MessageRef, PlatformName } from '../../chat/place.ts';
import type { Db } from '../../db/connect.ts';
import { lockRound, roundOfThread } from '../../db/rounds.ts';
import type { Round } from '../../db/tables.ts';
import { trackById } from '../../db/tracks.ts';
import type { Context } from '../../delivery/context.ts';
import { inTransaction } from '../../delivery/in-transaction.ts';
import { inChannelOf } from '../rounds/jobs.ts';
import { refreshStanding } from '../standings/refresh-standing.ts';
import { emptyAnswer, type Emptying, roundIdOfAnswer, withdrawAnswer } from './answer-queries.ts';
import { acknowledgeJob } from './jobs.ts';

/**
 * Withdraws the answer a deleted thread message gave, if it gave one. Before the deadline its point
 * goes with it; afterwards only the text does.
 */
export async function withdrawThreadAnswer(
  context: Context,
  platform: PlatformName,
  ref: MessageRef,
): Promise<void> {
  const roundId = await roundIdOf(context.db, platform, ref);
  if (roundId === undefined) return;
  await inTransaction(context, async ({ db, clock, log }) => {
    const round = await lockRound(db, roundId, 'share');
    if (!round) return;
    const at = await clock.now(db);
    const memberId = await withdrawAnswer(db, { roundId: round.id, sourceKey: ref.message, at });
    if (memberId !== undefined) await refreshStanding(db, { trackId: round.trackId, memberId });
    log.info({ round: round.id, known: memberId !== undefined }, 'withdrew an answer');
  });
}

/**
 * Withdraws the answer of a message whose words an edit took away. Until the deadline a later edit may
 * bring words back; from then on it is withdrawn for good, as by a deletion.
 */
export async function withdrawEmptied(context: Context, edit: Emptying): Promise<void> {
  await inTransaction(context, async (inside) => {
    const { db, log } = inside;
    const round = await lockRound(db, edit.roundId, 'share');
    if (!round?.closesAt) return;
    const inTime = edit.revisedAt < round.closesAt;
    const memberId = inTime ? await empty(inside, round, edit) : await withdrawLate(inside, edit);
    if (memberId !== undefined) await refreshStanding(db, { trackId: round.trackId, memberId });
    log.info({ round: round.id, known: memberId !== undefined }, 'an edit took all words away');
  });
}

/** What stood at the deadline keeps its mark, as it keeps its point. */
async function withdrawLate({ db, clock }: Context, edit: Emptying): Promise<number | undefined> {
  return withdrawAnswer(db, { ...edit, at: await clock.now(db) });
}

/** The mark on the message goes in a job of its own, as it came. */
async function empty(
  { db, enqueue }: Context,
  { trackId }: Round,
  edit: Emptying,
): Promise<number | undefined> {
  const emptied = await emptyAnswer(db, edit);
  const track = emptied && (await trackById(db, trackId));
  if (!track) return undefined;
  await enqueue(db, inChannelOf(track, acknowledgeJob), { answerId: emptied.id });
  return emptied.memberId ?? undefined;
}

/** The round of a message. Where the platform does not name the thread, only a recorded answer tells the round. */
async function roundIdOf(
  db: Db,
  platform: PlatformName,
  ref: MessageRef,
): Promise<number | undefined> {
  if (ref.thread === undefined) return roundIdOfAnswer(db, platform, ref);
  return (await roundOfThread(db, platform, ref))?.round.id;
}
