import { sql } from 'kysely';
import type { Db } from '../../db/connect.ts';

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
export async function deleteWorkspace(tx: Db, id: number, leftBefore: Date): Promise<boolean> {
  const workspace = await tx
    .selectFrom('workspaces')
    .select('externalId')
    .where('id', '=', id)
    .where('leftAt', '<', leftBefore)
    .forUpdate()
    .executeTakeFirst();
  if (!workspace) return false;
  for (const statement of statements(id, workspace.externalId)) await statement.execute(tx);
  return true;
}

/** In an order that every foreign key allows. */
function statements(id: number, externalId: string) {
  const members = sql`(select id from members where workspace_id = ${id})`;
  const tracks = sql`(select id from tracks where workspace_id = ${id})`;
  const rounds = sql`(select id from rounds where track_id in ${tracks})`;
  const decks = sql`(select id from decks where workspace_id = ${id})`;
  return [
    sql`delete from drafts where member_id in ${members}`,
    sql`delete from quiz_answers where member_id in ${members}`,
    sql`delete from reports where workspace_id = ${id}`,
    sql`delete from proposals where workspace_id = ${id}`,
    sql`delete from streaks where track_id in ${tracks}`,
    sql`delete from scores where track_id in ${tracks}`,
    sql`delete from answers where round_id in ${rounds}`,
    sql`delete from deliveries where place ->> 'workspace' = ${externalId}`,
    sql`delete from rounds where track_id in ${tracks}`,
    sql`delete from tracks where workspace_id = ${id}`,
    sql`delete from questions where deck_id in ${decks}`,
    sql`delete from decks where workspace_id = ${id}`,
    sql`delete from members where workspace_id = ${id}`,
    sql`delete from workspaces where id = ${id}`,
  ];
}
