import type { PlatformName } from '../chat/place.ts';
import type { Db } from './connect.ts';
import type { Workspace } from './tables.ts';

/** The workspace's row, made or renamed as needed; one that had left is back. */
export async function saveWorkspace(
  db: Db,
  workspace: { platform: PlatformName; externalId: string; name?: string },
): Promise<Workspace> {
  const { platform, externalId, name } = workspace;
  return db
    .insertInto('workspaces')
    .values({ platform, externalId, name: name ?? '' })
    .onConflict((conflict) =>
      conflict
        .columns(['platform', 'externalId'])
        .doUpdateSet({ leftAt: null, ...(name !== undefined && { name }) }),
    )
    .returningAll()
    .executeTakeFirstOrThrow();
}

export async function findWorkspace(
  db: Db,
  platform: PlatformName,
  externalId: string,
): Promise<Workspace | undefined> {
  return db
    .selectFrom('workspaces')
    .selectAll()
    .where('platform', '=', platform)
    .where('externalId', '=', externalId)
    .executeTakeFirst();
}

/** As many as a line has room for, the oldest first. */
export async function workspacesOn(
  db: Db,
  platform: PlatformName,
  most = 10,
): Promise<readonly Workspace[]> {
  return db
    .selectFrom('workspaces')
    .selectAll()
    .where('platform', '=', platform)
    .orderBy('id')
    .limit(most)
    .execute();
}

export async function workspaceById(db: Db, id: number): Promise<Workspace> {
  return db.selectFrom('workspaces').selectAll().where('id', '=', id).executeTakeFirstOrThrow();
}
