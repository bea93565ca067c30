import type { Db } from '../../db/connect.ts';
import type { Round } from '../../db/tables.ts';
import { trackById } from '../../db/tracks.ts';
import type { Context } from '../../delivery/context.ts';
import { inTransaction } from '../../delivery/in-transaction.ts';
import { askJob, inChannelOf, revealJob } from './jobs.ts';

/**
 * Enqueues again what rounds still owe: at start, after a crash, or when a suspended track is resumed.
 * Jobs look before they act, so one too many does nothing.
 */
export async function resumeRounds(context: Context, trackId?: number): Promise<void> {
  let after = 0;
  for (;;) {
    const page = await unfinishedRounds(context.db, after, trackId);
    for (const round of page) await resumeRound(context, round);
    const last = page.at(-1);
    if (!last) return;
    after = last.id;
  }
}

async function resumeRound(context: Context, { id, trackId, status }: Round): Promise<void> {
  const track = await trackById(context.db, trackId);
  if (!track) return;
  const job = status === 'closed' ? revealJob : askJob;
  await inTransaction(context, ({ db, enqueue }) =>
    enqueue(db, inChannelOf(track, job), { roundId: id }),
  );
}

/** How many unfinished rounds are read at once. */
const PAGE = 200;

/**
 * Rounds that something is still to be done for: the question, its thread, or the reveal. A page of
 * them, oldest first, beginning after the round with the id `after`; an empty one is the end.
 */
async function unfinishedRounds(
  db: Db,
  after: number,
  trackId?: number,
): Promise<readonly Round[]> {
  const query = db
    .selectFrom('rounds')
    .innerJoin('tracks', 'tracks.id', 'rounds.trackId')
    .selectAll('rounds')
    .where((eb) =>
      eb.or([
        eb('rounds.status', 'in', ['claimed', 'closed']),
        eb.and([eb('rounds.status', '=', 'open'), eb('rounds.thread', 'is', null)]),
      ]),
    )
    // What a suspended track owes waits until it is resumed.
    .where('tracks.status', 'in', ['active', 'paused'])
    .where('rounds.id', '>', after)
    .orderBy('rounds.id')
    .limit(PAGE);
  const some = trackId === undefined ? query : query.where('rounds.trackId', '=', trackId);
  return some.execute();
}
