import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';

/** The bytes of a SQLite file with what `fill` writes. */
export async function sqliteFile(fill: (database: DatabaseSync) => void): Promise<Uint8Array> {
  const folder = await mkdtemp(join(tmpdir(), 'whetstone-sqlite-'));
  const path = join(folder, 'file');
  // Tests also write what no honest program does.
  const database = new DatabaseSync(path, { defensive: false });
  try {
    fill(database);
    database.close();
    return await readFile(path);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
