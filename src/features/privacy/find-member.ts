import type { PlatformName } from '../../chat/place.ts';
import { findMember } from '../../db/members.ts';
import type { Member } from '../../db/tables.ts';
import { findWorkspace } from '../../db/workspaces.ts';
import type { Context } from '../../delivery/context.ts';

/** A person by the platform's own ids; undefined where nothing is kept about them. */
export async function memberOnPlatform(
  { db }: Context,
  who: {
    readonly platform: PlatformName;
    readonly workspace: string;
    readonly member: string;
  },
): Promise<Member | undefined> {
  const workspace = await findWorkspace(db, who.platform, who.workspace);
  return workspace && findMember(db, workspace.id, who.member);
}
