import { sql } from 'kysely';
import type { Db } from '../../db/connect.ts';
import type { PersonalData } from '../../delivery/stored-data.ts';

/** Corrections about a member, and those that they made. */
export const correctionsData: PersonalData = {
  export: async (db, { id }) => ({
    corrections: await exportCorrections(db, 'memberId', id),
    correctionsMade: await exportCorrections(db, 'madeBy', id),
  }),
  async erase(_context, tx, { memberId }) {
    await tx.deleteFrom('corrections').where('memberId', '=', memberId).execute();
    // What they decided for others stays so; by whom is gone.
    await tx
      .updateTable('corrections')
      .set({ madeBy: null })
      .where('madeBy', '=', memberId)
      .execute();
    return {};
  },
};

export async function deleteWorkspaceCorrections(tx: Db, workspaceId: number): Promise<void> {
  await sql`
    delete from corrections using rounds, tracks
    where rounds.id = corrections.round_id and tracks.id = rounds.track_id
      and tracks.workspace_id = ${workspaceId}
  `.execute(tx);
}

async function exportCorrections(db: Db, whose: 'memberId' | 'madeBy', id: number) {
  const rows = await db
    .selectFrom('corrections')
    .innerJoin('rounds', 'rounds.id', 'corrections.roundId')
    .select(['rounds.trackId as track', 'rounds.number as round'])
    .select(['corrections.type', 'corrections.reason', 'corrections.madeAt'])
    .select('corrections.takesBack')
    .select((eb) =>
      eb
        .exists(
          eb
            .selectFrom('corrections as later')
            .select('later.id')
            .whereRef('later.takesBack', '=', 'corrections.id'),
        )
        .as('takenBack'),
    )
    .where(`corrections.${whose}`, '=', id)
    .orderBy('corrections.id')
    .execute();
  return rows.map((row) => ({ ...row, takesBack: row.takesBack !== null }));
}
