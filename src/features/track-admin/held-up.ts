import { orNone } from '../../db/or-none.ts';
import { runRaw } from '../../db/raw-statement.ts';
import type { Context } from '../../delivery/context.ts';
import { findTroubled } from '../../jobs/troubled.ts';
import { askJob, revealJob } from '../rounds/jobs.ts';

/** What a platform does not take from a round at present; it is tried again by itself. */
export interface HeldUp {
  readonly trackId: number;
  readonly number: number;
  readonly part: 'question' | 'answer';
  readonly since: Date;
}

/** What is held up of these tracks' rounds. Why stands in the operator's log and status. */
export async function findHeldUp(
  { db }: Pick<Context, 'db'>,
  trackIds: readonly number[],
): Promise<readonly HeldUp[]> {
  const jobs = await findTroubled(runRaw(db), [askJob.name, revealJob.name]);
  const roundOf = (data: object): number =>
    'roundId' in data && typeof data.roundId === 'number' ? data.roundId : -1;
  if (jobs.length === 0) return [];
  const rounds = await db
    .selectFrom('rounds')
    .select(['id', 'trackId', 'number'])
    .where('trackId', 'in', orNone(trackIds))
    // What was given up stays on record, also once the round is over.
    .where('status', 'in', ['claimed', 'open', 'closed'])
    .where(
      'id',
      'in',
      jobs.map(({ data }) => roundOf(data)),
    )
    .execute();
  return jobs.flatMap(({ name, data, since }) => {
    const part = name === askJob.name ? 'question' : 'answer';
    const of = rounds.filter(({ id }) => id === roundOf(data));
    return of.map(({ trackId, number }) => ({ trackId, number, part, since }) as const);
  });
}
