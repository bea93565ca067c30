import { sql } from 'kysely';
import type { Place, PlatformName } from '../chat/place.ts';
import type { AskedQuestion } from '../domain/pick-question.ts';
import type { Db } from './connect.ts';
import { orNone } from './or-none.ts';
import type { Round } from './tables.ts';

export type NewRound = Pick<
  Round,
  'trackId' | 'dueAt' | 'questionId' | 'cycle' | 'language' | 'timezone' | 'week' | 'month'
>;

/**
 * A track's next round with its question as that reads now, or undefined where that due instant already
 * has one. The caller holds the track's lock, which keeps the numbers in order.
 */
export async function insertRound(db: Db, round: NewRound): Promise<Round | undefined> {
  const { trackId, questionId } = round;
  const number = sql<number>`(
    select coalesce(max(number), 0) + 1 from rounds where track_id = ${trackId})`;
  const question = sql<string>`(select body from questions where id = ${questionId})`;
  return db
    .insertInto('rounds')
    .values({ ...round, number, question })
    .onConflict((conflict) => conflict.columns(['trackId', 'dueAt']).doNothing())
    .returningAll()
    .executeTakeFirst();
}

export async function roundById(db: Db, id: number): Promise<Round | undefined> {
  return db.selectFrom('rounds').selectAll().where('id', '=', id).executeTakeFirst();
}

/**
 * The round, locked for this transaction: what changes it waits for those who share it, and they for
 * it. Answers share a round; closing it changes it. New rows may refer to it all the while.
 */
export async function lockRound(
  db: Db,
  id: number,
  mode: 'share' | 'change',
): Promise<Round | undefined> {
  const query = db.selectFrom('rounds').selectAll().where('id', '=', id);
  return (mode === 'share' ? query.forShare() : query.forNoKeyUpdate()).executeTakeFirst();
}

/** What may change of a round besides its state, which only `features/rounds/round-state.ts` changes. */
export type RoundChange = Partial<
  Pick<Round, 'closesAt' | 'failure' | 'failures' | 'failingSince'>
> & { readonly thread?: Place; readonly status?: never };

export async function updateRound(db: Db, id: number, change: RoundChange): Promise<Round> {
  const { thread, ...plain } = change;
  return db
    .updateTable('rounds')
    .set({ ...plain, ...(thread && { thread: JSON.stringify(thread) }) })
    .where('id', '=', id)
    .returningAll()
    .executeTakeFirstOrThrow();
}

/** The questions a track has asked, oldest first; voided rounds asked nothing. */
export async function askedQuestions(db: Db, trackId: number): Promise<readonly AskedQuestion[]> {
  return db
    .selectFrom('rounds')
    .select(['questionId', 'cycle'])
    .where('trackId', '=', trackId)
    .where('status', '!=', 'void')
    .orderBy('number')
    .execute();
}

/**
 * The round whose thread this is, with its workspace. A thread bears the id of the message it stands under: by that it
 * is known as soon as people can write there, which is before it is on record.
 */
export async function roundOfThread(
  db: Db,
  platform: PlatformName,
  thread: Place,
): Promise<{ readonly round: Round; readonly workspaceId: number } | undefined> {
  const row = await db
    .selectFrom('rounds')
    .innerJoin('tracks', 'tracks.id', 'rounds.trackId')
    .innerJoin('workspaces', 'workspaces.id', 'tracks.workspaceId')
    .selectAll('rounds')
    .select('tracks.workspaceId')
    .where('workspaces.platform', '=', platform)
    .where('workspaces.externalId', '=', thread.workspace)
    .where((eb) => {
      const [recorded, asked] = [eb.ref('rounds.thread', '->>'), eb.ref('rounds.message', '->>')];
      const id = thread.thread ?? '';
      return eb.or([
        eb.and([
          eb(recorded.key('channel'), '=', thread.channel),
          eb(recorded.key('thread'), '=', id),
        ]),
        eb.and([
          // As the index of threads has it, so that only the few rounds without a thread are looked at.
          eb(recorded.key('channel'), 'is', null),
          eb('rounds.status', '=', 'open'),
          eb(asked.key('channel'), '=', thread.channel),
          eb(asked.key('message'), '=', id),
        ]),
      ]);
    })
    .executeTakeFirst();
  if (!row) return undefined;
  const { workspaceId, ...round } = row;
  return { round, workspaceId };
}

/**
 * Open rounds whose deadline has come, locked, at most so many; those another process is closing are
 * passed over, and so are those in `except`.
 */
export async function lockEndedRounds(
  db: Db,
  now: Date,
  { except, most }: { readonly except: readonly number[]; readonly most: number },
): Promise<readonly Round[]> {
  return db
    .selectFrom('rounds')
    .selectAll()
    .where('status', '=', 'open')
    .where('closesAt', '<=', now)
    .where('id', 'not in', orNone(except))
    .orderBy('closesAt')
    .limit(most)
    .forNoKeyUpdate()
    .skipLocked()
    .execute();
}

/** The tracks in which a later round closed before one of these open rounds. */
export async function tracksClosedBeyond(
  db: Db,
  roundIds: readonly number[],
): Promise<readonly number[]> {
  const rows = await db
    .selectFrom('rounds')
    .innerJoin('rounds as later', 'later.trackId', 'rounds.trackId')
    .select('rounds.trackId')
    .distinct()
    .where('rounds.id', 'in', orNone(roundIds))
    .whereRef('later.number', '>', 'rounds.number')
    .where('later.status', 'in', ['closed', 'revealed'])
    .execute();
  return rows.map(({ trackId }) => trackId);
}

/** Rounds of a track that are not over, newest first. */
export async function liveRounds(db: Db, trackId: number): Promise<readonly Round[]> {
  return db
    .selectFrom('rounds')
    .selectAll()
    .where('trackId', '=', trackId)
    .where('status', 'in', ['claimed', 'open', 'closed'])
    .orderBy('number', 'desc')
    .execute();
}

/** The rounds of a workspace that can be answered now. */
export async function openRounds(db: Db, workspaceId: number): Promise<readonly Round[]> {
  return db
    .selectFrom('rounds')
    .innerJoin('tracks', 'tracks.id', 'rounds.trackId')
    .selectAll('rounds')
    .where('tracks.workspaceId', '=', workspaceId)
    .where('rounds.status', '=', 'open')
    .orderBy('rounds.id')
    .execute();
}
