import type { Db } from '../../db/connect.ts';
import type { Round, Track } from '../../db/tables.ts';
import type { DigestPeriod, EndedPeriod } from '../../domain/digest.ts';

/** A period of a track, of which a digest tells. */
export interface ToldPeriod {
  readonly every: DigestPeriod;
  readonly period: EndedPeriod;
}

/** Its rounds that were asked, open ones included, in their order. */
export async function roundsAsked(
  db: Db,
  { id }: Pick<Track, 'id'>,
  told: ToldPeriod,
): Promise<readonly Round[]> {
  return db
    .selectFrom('rounds')
    .selectAll()
    .where('trackId', '=', id)
    .where(told.every, '=', told.period.key)
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
