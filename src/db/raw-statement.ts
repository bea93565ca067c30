import { CompiledQuery } from 'kysely';
import type { Db } from './connect.ts';

/** Runs SQL as it is written; the names of columns come back as they are. */
export const runRaw =
  (db: Db) =>
  (text: string, values: unknown[] = []): Promise<{ readonly rows: unknown[] }> =>
    db.withoutPlugins().executeQuery(CompiledQuery.raw(text, values));
