import { sql } from 'kysely';
import type { PlatformName } from '../chat/place.ts';
import type { Clock } from './clock.ts';
import type { Db } from './connect.ts';
import { orNone } from './or-none.ts';
import type { Track, Workspace } from './tables.ts';

export type NewTrack = Omit<
  Track,
  | 'id'
  | 'createdAt'
  | 'status'
  | 'suspendedReason'
  | 'suspendedDetail'
  | 'suspendedFrom'
  | 'resumesAt'
  | 'managedBy'
> &
  Partial<Pick<Track, 'managedBy'>>;

export async function insertTrack(db: Db, track: NewTrack): Promise<Track> {
  return db.insertInto('tracks').values(track).returningAll().executeTakeFirstOrThrow();
}

/** What may change of a track besides its state, which only `features/tracks/track-state.ts` changes. */
export type TrackChange = Partial<
  Omit<
    Track,
    'id' | 'createdAt' | 'status' | 'suspendedReason' | 'suspendedDetail' | 'suspendedFrom'
  >
> & { readonly status?: never };

export async function updateTrack(db: Db, id: number, change: TrackChange): Promise<Track> {
  return db
    .updateTable('tracks')
    .set(change)
    .where('id', '=', id)
    .returningAll()
    .executeTakeFirstOrThrow();
}

export async function trackById(db: Db, id: number): Promise<Track | undefined> {
  return db.selectFrom('tracks').selectAll().where('id', '=', id).executeTakeFirst();
}

/** The tracks a workspace has, in the order they were made; removed ones left out. */
export async function tracksOfWorkspace(db: Db, workspaceId: number): Promise<readonly Track[]> {
  return db
    .selectFrom('tracks')
    .selectAll()
    .where('workspaceId', '=', workspaceId)
    .where('status', '!=', 'removed')
    .orderBy('id')
    .execute();
}

export interface PlacedTrack {
  readonly track: Track;
  readonly workspace: Workspace;
}

/** Every track there is with its workspace, for the operator; removed ones left out. */
export async function allTracks(db: Db): Promise<readonly PlacedTrack[]> {
  const rows = await placedTracks(db).where('status', '!=', 'removed').execute();
  return rows.map(placedTrack);
}

/** Suspended tracks with their workspaces. */
export async function suspendedTracks(db: Db): Promise<readonly PlacedTrack[]> {
  const rows = await placedTracks(db).where('status', '=', 'suspended').execute();
  return rows.map(placedTrack);
}

export async function tracksByIds(db: Db, ids: readonly number[]): Promise<readonly PlacedTrack[]> {
  const rows = await placedTracks(db).where('tracks.id', 'in', orNone(ids)).execute();
  return rows.map(placedTrack);
}

/** Tracks with the columns of their workspaces beside them, in the order they were made. */
function placedTracks(db: Db) {
  return db
    .selectFrom('tracks')
    .innerJoin('workspaces', 'workspaces.id', 'tracks.workspaceId')
    .selectAll('tracks')
    .select(['workspaces.platform', 'workspaces.externalId', 'workspaces.name'])
    .select('workspaces.leftAt')
    .orderBy('tracks.id');
}

type PlacedRow = Track & Omit<Workspace, 'id'>;

function placedTrack({ platform, externalId, name, leftAt, ...track }: PlacedRow): PlacedTrack {
  return { track, workspace: { id: track.workspaceId, platform, externalId, name, leftAt } };
}

/** Which due tracks may be claimed. */
export interface Claimable {
  /** Only on these platforms. */
  readonly platforms: readonly PlatformName[];
  /** None of these. */
  readonly except: readonly number[];
}

export interface DueTrack {
  readonly track: Track;
  /** The instant by which it is due. */
  readonly now: Date;
}

/** Locks one track whose due instant has come; those another process is claiming are passed over. */
export async function lockDueTrack(
  db: Db,
  clock: Clock,
  { platforms, except }: Claimable,
): Promise<DueTrack | undefined> {
  const row = await db
    .selectFrom('tracks')
    .selectAll()
    .select(clock.instant().as('now'))
    .where('status', '=', 'active')
    .where('nextDueAt', '<=', clock.instant())
    .where('id', 'not in', orNone(except))
    .where('workspaceId', 'in', (eb) =>
      eb
        .selectFrom('workspaces')
        .select('workspaces.id')
        .where(sql<boolean>`workspaces.platform = any(${platforms}::text[])`),
    )
    .orderBy('nextDueAt')
    .limit(1)
    .forNoKeyUpdate('tracks')
    .skipLocked()
    .executeTakeFirst();
  if (!row) return undefined;
  const { now, ...track } = row;
  return { track, now };
}

/**
 * The track, locked for this transaction, so that rounds get their numbers one at a time. Points and
 * streaks go on referring to it: who saves an answer holds its round, which the holder of this lock may
 * ask for next.
 */
export async function lockTrack(db: Db, id: number): Promise<Track | undefined> {
  const query = db.selectFrom('tracks').selectAll().where('id', '=', id);
  return query.forNoKeyUpdate().executeTakeFirst();
}

export async function tracksInChannel(
  db: Db,
  workspaceId: number,
  channel: string,
): Promise<readonly Track[]> {
  return db
    .selectFrom('tracks')
    .selectAll()
    .where('workspaceId', '=', workspaceId)
    .where('channel', '=', channel)
    .where('status', '!=', 'removed')
    .orderBy('id')
    .execute();
}
