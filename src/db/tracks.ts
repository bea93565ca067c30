import { sql } from 'kysely';
import type { PlatformName } from '../chat/place.ts';
import type { Db } from './connect.ts';
import type { Track, Workspace } from './tables.ts';

export type NewTrack = Omit<
  Track,
  'id' | 'createdAt' | 'status' | 'parkedReason' | 'parkedDetail' | 'parkedFrom' | 'managedBy'
> &
  Partial<Pick<Track, 'managedBy'>>;

export async function insertTrack(db: Db, track: NewTrack): Promise<Track> {
  return db.insertInto('tracks').values(track).returningAll().executeTakeFirstOrThrow();
}

/** What may change of a track besides its state, which only `features/tracks/track-state.ts` changes. */
export type TrackChange = Partial<
  Omit<Track, 'id' | 'createdAt' | 'status' | 'parkedReason' | 'parkedDetail' | 'parkedFrom'>
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
  const query = db.selectFrom('tracks').selectAll().where('status', '!=', 'removed');
  return withWorkspaces(db, await query.orderBy('id').execute());
}

/** Parked tracks with their workspaces. */
export async function parkedTracks(db: Db): Promise<readonly PlacedTrack[]> {
  const query = db.selectFrom('tracks').selectAll().where('status', '=', 'parked');
  return withWorkspaces(db, await query.orderBy('id').execute());
}

export async function tracksByIds(db: Db, ids: readonly number[]): Promise<readonly PlacedTrack[]> {
  const query = db.selectFrom('tracks').selectAll();
  return withWorkspaces(db, await query.where('id', 'in', [-1, ...ids]).execute());
}

async function withWorkspaces(db: Db, tracks: readonly Track[]): Promise<readonly PlacedTrack[]> {
  const ids = new Set(tracks.map((track) => track.workspaceId));
  const query = db
    .selectFrom('workspaces')
    .selectAll()
    .where('id', 'in', [-1, ...ids]);
  const workspaces = await query.execute();
  const byId = new Map(workspaces.map((workspace) => [workspace.id, workspace]));
  return tracks.flatMap((track) => {
    const workspace = byId.get(track.workspaceId);
    return workspace ? [{ track, workspace }] : [];
  });
}

/** Which due tracks may be claimed. */
export interface Claimable {
  /** Only on these platforms. */
  readonly platforms: readonly PlatformName[];
  /** None of these. */
  readonly except: readonly number[];
}

/** Locks one track whose due instant has come; those another process is claiming are passed over. */
export async function lockDueTrack(
  db: Db,
  now: Date,
  { platforms, except }: Claimable,
): Promise<Track | undefined> {
  return db
    .selectFrom('tracks')
    .selectAll()
    .where('status', '=', 'active')
    .where('nextDueAt', '<=', now)
    .where('id', 'not in', [-1, ...except])
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
