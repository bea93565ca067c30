import type { Db } from '../../db/connect.ts';
import type { PersonalData } from '../../delivery/stored-data.ts';

/** What a member was writing when a form failed or was looked at once more; several features keep it. */
export const draftsData: PersonalData = {
  export: async (db, { id }) => ({ drafts: await exportDrafts(db, id) }),
  async erase(_context, tx, { memberId }) {
    await tx.deleteFrom('drafts').where('memberId', '=', memberId).execute();
    return {};
  },
};

async function exportDrafts(db: Db, memberId: number) {
  return db
    .selectFrom('drafts')
    .select(['body', 'createdAt'])
    .where('memberId', '=', memberId)
    .orderBy('createdAt')
    .orderBy('id')
    .execute();
}
