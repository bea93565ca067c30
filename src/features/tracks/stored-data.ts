import type { Db } from '../../db/connect.ts';
import type { PersonalData } from '../../delivery/stored-data.ts';

/** What a member set up stays so; by whom is gone. */
export const tracksData: PersonalData = {
  async erase(_context, tx, { memberId }) {
    await tx
      .updateTable('tracks')
      .set({ managedBy: null })
      .where('managedBy', '=', memberId)
      .execute();
    return {};
  },
};

export async function deleteWorkspaceTracks(tx: Db, workspaceId: number): Promise<void> {
  await tx.deleteFrom('tracks').where('workspaceId', '=', workspaceId).execute();
}
