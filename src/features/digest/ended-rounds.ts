import type { Db } from '../../db/connect.ts';
import type { Round, Track } from '../../db/tables.ts';
import type { EndedPeriod } from '../../domain/digest.ts';

/** The rounds of a period that were asked, open ones included, in their order. */
export async function roundsAsked(
  db: Db,
  { id }: Pick<Track, 'id'>,
  period: EndedPeriod,
): Promise<readonly Round[]> {
  return db
    .selectFrom('rounds')
    .selectAll()
    .where('trackId', '=', id)
    .where(period.every, '=', period.key)
    .where('status', 'in', ['open', 'closed', 'revealed'])
    .orderBy('number')
    .execute();
}

/** Is the answer of one of them owed by now? */
export const isRevealing = (rounds: readonly Round[], now: Date): boolean =>
  rounds.some(
    ({ status, closesAt }) =>
      status === 'closed' || (status === 'open' && closesAt !== null && closesAt <= now),
  );
