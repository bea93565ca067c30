import { sql } from 'kysely';
import type { Db } from '../../db/connect.ts';

/** Those that the workspace had for itself. */
export async function deleteWorkspaceDecks(tx: Db, workspaceId: number): Promise<void> {
  await sql`
    delete from questions using decks
    where decks.id = questions.deck_id and decks.workspace_id = ${workspaceId}
  `.execute(tx);
  await tx.deleteFrom('decks').where('workspaceId', '=', workspaceId).execute();
}
