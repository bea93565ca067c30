import { sql } from 'kysely';
import type { Group } from '../../chat/group.ts';
import type { Db } from '../../db/connect.ts';
import { orNone } from '../../db/or-none.ts';
import type { Context } from '../../delivery/context.ts';

/** The group that a track's questions notify. */
export interface StoredGroup extends Group {
  /** When a question found that there is no such group any more; null: it was there. */
  readonly goneAt: Date | null;
}

/** By the track's id; tracks whose questions notify nobody are left out. */
export async function storedGroups(
  db: Db,
  trackIds: readonly number[],
): Promise<ReadonlyMap<number, StoredGroup>> {
  const rows = await db
    .selectFrom('trackGroups')
    .selectAll()
    .where('trackId', 'in', orNone(trackIds))
    .execute();
  return new Map(
    rows.map(({ trackId, groupId: id, name, goneAt }) => [trackId, { id, name, goneAt }]),
  );
}

export async function storedGroup(db: Db, trackId: number): Promise<StoredGroup | undefined> {
  return (await storedGroups(db, [trackId])).get(trackId);
}

export interface NewGroup {
  readonly trackId: number;
  /** Undefined: nobody is notified from now on. */
  readonly group: Group | undefined;
}

/** Sets which group a track mentions, or that it mentions none. The caller's transaction holds the track's lock. */
export async function saveGroup(db: Db, { trackId, group }: NewGroup): Promise<void> {
  if (!group) {
    await db.deleteFrom('trackGroups').where('trackId', '=', trackId).execute();
    return;
  }
  const row = { groupId: group.id, name: group.name, goneAt: null };
  await db
    .insertInto('trackGroups')
    .values({ trackId, ...row })
    .onConflict((conflict) => conflict.column('trackId').doUpdateSet(row))
    .execute();
}

export interface GroupOfTrack {
  readonly trackId: number;
  readonly groupId: string;
}

/** Notes that the group is no more; undefined where that is known, or another one was chosen meanwhile. */
export async function markGone(
  { db, clock }: Pick<Context, 'db' | 'clock'>,
  { trackId, groupId }: GroupOfTrack,
): Promise<Date | undefined> {
  const marked = await db
    .updateTable('trackGroups')
    .set({ goneAt: clock.instant() })
    .where('trackId', '=', trackId)
    .where('groupId', '=', groupId)
    .where('goneAt', 'is', null)
    .returning('goneAt')
    .executeTakeFirst();
  return marked?.goneAt ?? undefined;
}

/** Notes that the group is there, and what it is called. */
export async function markThere(db: Db, trackId: number, { id, name }: Group): Promise<void> {
  await db
    .updateTable('trackGroups')
    .set({ name, goneAt: null })
    .where('trackId', '=', trackId)
    .where('groupId', '=', id)
    .execute();
}

export async function deleteWorkspaceGroups(tx: Db, workspaceId: number): Promise<void> {
  await sql`
    delete from track_groups using tracks
    where tracks.id = track_groups.track_id and tracks.workspace_id = ${workspaceId}
  `.execute(tx);
}
