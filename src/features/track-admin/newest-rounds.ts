import { sql } from 'kysely';
import type { Db } from '../../db/connect.ts';
import type { Round } from '../../db/tables.ts';
import { countAnswers } from '../standings/counted-answers.ts';

export interface RoundReport extends Pick<
  Round,
  'number' | 'status' | 'openedAt' | 'closesAt' | 'closedAt'
> {
  /** Members who answered in time, and who came late. */
  readonly answers: number;
  readonly late: number;
}

type FailedRound = Pick<Round, 'number' | 'failure' | 'failures'>;

export interface NewestRounds {
  /** Left out before the first. */
  readonly lastRound?: RoundReport;
  /** The newest round, where something of it could not be done and has not been got over; void ones included. */
  readonly failed?: FailedRound;
}

/** The newest rounds of these tracks, in as many statements for a thousand of them as for one. */
export async function newestRounds(
  db: Db,
  trackIds: readonly number[],
): Promise<(trackId: number) => NewestRounds> {
  const newest = await newestOf(db, trackIds);
  const failed = new Map(
    newest
      .filter(({ failure }) => failure !== null)
      .map(({ trackId, number, failure, failures }) => [trackId, { number, failure, failures }]),
  );
  const last = await newestAsked(db, newest);
  const ids = last.map(({ id }) => id);
  const countsOf = await countAnswers(db, ids);
  const reports = new Map(
    last.map(({ trackId, id, number, status, openedAt, closesAt, closedAt }) => {
      const { inTime: answers, late } = countsOf(id);
      return [trackId, { number, status, openedAt, closesAt, closedAt, answers, late }];
    }),
  );
  return (trackId) => {
    const [lastRound, failure] = [reports.get(trackId), failed.get(trackId)];
    return { ...(lastRound && { lastRound }), ...(failure && { failed: failure }) };
  };
}

/** The newest round of each track that is not void: mostly the newest of all. */
async function newestAsked(db: Db, newest: Awaited<ReturnType<typeof newestOf>>) {
  const asked = newest.filter(({ status }) => status !== 'void');
  if (asked.length === newest.length) return asked;
  const others = newest.filter(({ status }) => status === 'void').map(({ trackId }) => trackId);
  return [...asked, ...(await newestOf(db, others, { isVoidLeftOut: true }))];
}

/** One of each track that has any. */
async function newestOf(
  db: Db,
  trackIds: readonly number[],
  { isVoidLeftOut = false }: { readonly isVoidLeftOut?: boolean } = {},
) {
  return db
    .selectFrom('tracks')
    .innerJoinLateral(
      (eb) => {
        const rounds = eb
          .selectFrom('rounds')
          .select(['rounds.id', 'rounds.trackId', 'rounds.number', 'rounds.status'])
          .select(['rounds.openedAt', 'rounds.closesAt', 'rounds.closedAt'])
          .select(['rounds.failure', 'rounds.failures'])
          .whereRef('rounds.trackId', '=', 'tracks.id')
          .orderBy('rounds.number', 'desc')
          .limit(1);
        return (isVoidLeftOut ? rounds.where('rounds.status', '!=', 'void') : rounds).as('newest');
      },
      (join) => join.onTrue(),
    )
    .selectAll('newest')
    .where(sql<boolean>`tracks.id = any(${trackIds}::integer[])`)
    .execute();
}
