import type { Db } from '../../db/connect.ts';

/** Whether a deck of the installation stands as files with this hash left it. */
export async function loadedFromFiles(db: Db, filesHash: string): Promise<boolean> {
  const row = await db
    .selectFrom('decks')
    .select('id')
    .where('filesHash', '=', filesHash)
    .where('workspaceId', 'is', null)
    .where('removedAt', 'is', null)
    .executeTakeFirst();
  return row !== undefined;
}

/** Notes the hash of the files that a deck of the installation was just loaded from. */
export async function noteDeckFiles(
  db: Db,
  { name, files }: { readonly name: string; readonly files: string },
): Promise<void> {
  await db
    .updateTable('decks')
    .set({ filesHash: files })
    .where('name', '=', name)
    .where('workspaceId', 'is', null)
    .execute();
}
