import { sql } from 'kysely';
import type { Db } from '../../db/connect.ts';
import type { Context } from '../../delivery/context.ts';

/** Workspaces that removed the bot before an instant and have not come back. */
export async function workspacesLeftBefore(db: Db, before: Date): Promise<readonly number[]> {
  const rows = await db
    .selectFrom('workspaces')
    .select('id')
    .where('leftAt', '<', before)
    .execute();
  return rows.map(({ id }) => id);
}

/**
 * Deletes a workspace with everything that hangs on it, in the caller's transaction. It is looked at once
 * more under its lock, so that one which is just coming back stays. Returns whether it was deleted.
 */
export async function deleteWorkspace(
  { features }: Pick<Context, 'features'>,
  tx: Db,
  { id, leftBefore }: { readonly id: number; readonly leftBefore: Date },
): Promise<boolean> {
  const workspace = await tx
    .selectFrom('workspaces')
    .select('externalId')
    .where('id', '=', id)
    .where('leftAt', '<', leftBefore)
    .forUpdate()
    .executeTakeFirst();
  if (!workspace) return false;
  // What stands on a floor hangs on rows of the floors below it.
  for (const feature of features.toReversed()) await feature.deleteWorkspace?.(tx, id);
  await deleteShared(tx, id, workspace.externalId);
  return true;
}

/** What belongs to no feature alone, in an order that every foreign key allows. */
async function deleteShared(tx: Db, id: number, externalId: string): Promise<void> {
  const members = sql`(select id from members where workspace_id = ${id})`;
  await sql`delete from drafts where member_id in ${members}`.execute(tx);
  await sql`delete from deliveries where place ->> 'workspace' = ${externalId}`.execute(tx);
  await sql`delete from members where workspace_id = ${id}`.execute(tx);
  await sql`delete from workspaces where id = ${id}`.execute(tx);
}
