import { sql } from 'kysely';
import type { Db } from '../../db/connect.ts';
import type { PersonalData } from '../../delivery/stored-data.ts';

/** That a member was named to manage, and whom they named. */
export const managersData: PersonalData = {
  async export(db, { id, workspaceId, externalId }) {
    const named = db
      .selectFrom('managers')
      .select('namedAt')
      .where('workspaceId', '=', workspaceId)
      .where('kind', '=', 'member')
      .where('externalId', '=', externalId);
    const others = db
      .selectFrom('managers')
      .select(['kind', 'externalId', 'label', 'namedAt'])
      .where('namedBy', '=', id)
      .orderBy('namedAt');
    return { namedManager: await named.execute(), managersNamed: await others.execute() };
  },
  /** Whom they named stays so; by whom is gone. */
  async erase(_context, tx, { memberId }) {
    await sql`
      delete from managers using members
      where members.id = ${memberId} and managers.workspace_id = members.workspace_id
        and managers.kind = 'member' and managers.external_id = members.external_id
    `.execute(tx);
    await tx
      .updateTable('managers')
      .set({ namedBy: null })
      .where('namedBy', '=', memberId)
      .execute();
    return {};
  },
};

export async function deleteWorkspaceManagers(tx: Db, workspaceId: number): Promise<void> {
  await tx.deleteFrom('managers').where('workspaceId', '=', workspaceId).execute();
}
