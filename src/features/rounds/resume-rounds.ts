import { unfinishedRounds } from '../../db/rounds.ts';
import type { Round } from '../../db/tables.ts';
import { trackById } from '../../db/tracks.ts';
import { askJob, groupOf, revealJob } from './jobs.ts';
import type { Context } from '../../delivery/context.ts';

/**
 * Enqueues again what rounds still owe: at start, after a crash, or when a suspended track is resumed.
 * Jobs look before they act, so one too many does nothing.
 */
export async function resumeRounds(context: Context, trackId?: number): Promise<void> {
  let after = 0;
  for (;;) {
    const page = await unfinishedRounds(context.db, after, trackId);
    for (const round of page) await takeUp(context, round);
    const last = page.at(-1);
    if (!last) return;
    after = last.id;
  }
}

async function takeUp(context: Context, { id, trackId, status }: Round): Promise<void> {
  const { db } = context;
  const track = await trackById(db, trackId);
  if (!track) return;
  const job = status === 'closed' ? revealJob : askJob;
  await db.transaction().execute(async (tx) => {
    await context.enqueue(tx, job, { roundId: id }, { group: groupOf(track) });
  });
}
