import type { PlatformName } from '../chat/place.ts';
import type { Db } from './connect.ts';
import type { Member } from './tables.ts';
import type { ManagerTable } from './tables/managers.ts';

export type NamedManager = Pick<ManagerTable, 'kind' | 'externalId' | 'label'>;

/** Who was named to manage a workspace, in the order of being named. */
export async function namedManagers(
  db: Db,
  { platform, workspace }: { readonly platform: PlatformName; readonly workspace: string },
): Promise<readonly NamedManager[]> {
  return db
    .selectFrom('managers')
    .innerJoin('workspaces', 'workspaces.id', 'managers.workspaceId')
    .select(['managers.kind', 'managers.externalId', 'managers.label'])
    .where('workspaces.platform', '=', platform)
    .where('workspaces.externalId', '=', workspace)
    .orderBy('managers.namedAt')
    .orderBy('managers.externalId')
    .execute();
}

/** Members who are known to manage a workspace: who were named, and who set up its tracks. */
export async function knownManagers(
  db: Db,
  workspaceId: number,
  most: number,
): Promise<readonly Pick<Member, 'externalId' | 'name'>[]> {
  const named = db
    .selectFrom('managers')
    .select('externalId')
    .where('workspaceId', '=', workspaceId)
    .where('kind', '=', 'member');
  const settingUp = db
    .selectFrom('tracks')
    .select('managedBy')
    .where('workspaceId', '=', workspaceId)
    .where('status', '<>', 'removed')
    .where('managedBy', 'is not', null);
  return db
    .selectFrom('members')
    .select(['externalId', 'name'])
    .where('workspaceId', '=', workspaceId)
    .where((eb) => eb.or([eb('externalId', 'in', named), eb('id', 'in', settingUp)]))
    .orderBy('id')
    .limit(most)
    .execute();
}
