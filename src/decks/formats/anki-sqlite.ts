import initSqlJs, { type Database, type SqlValue } from 'sql.js';
import { z } from 'zod';
import { DECK_LIMITS } from '../limits.ts';
import { told } from '../words/index.ts';
import type { AnkiNote } from './anki-note.ts';

/** Characters of one note; its fields are HTML, so larger than what becomes of them. */
const LONGEST_NOTE = 100_000;

/** Unit separator: what Anki puts between a note's fields. */
const SEPARATOR = '\x1f';

/** Bytes that SQLite may take for itself. */
const HEAP_BYTES = 128 * 1024 * 1024;

/**
 * The notes of a collection, one more than a deck may hold at most. SQLite runs as WebAssembly in
 * memory of its own, because the file may be anybody's. A crafted one can still take it for ever: see
 * `readCollection`.
 * @throws {Error} where it is not a collection of Anki.
 */
export async function notesIn(bytes: Uint8Array): Promise<readonly AnkiNote[]> {
  const sqlite = await initSqlJs();
  const database = new sqlite.Database(bytes);
  try {
    database.run(`pragma hard_heap_limit = ${HEAP_BYTES}`);
    forgetCollation(database);
    const fieldNames = readFieldNames(database);
    return readNotes(database).map(([kind, tags, fields, guid], index) => ({
      where: told((words) => words.note(index + 1)),
      guid: String(guid ?? ''),
      fieldNames: fieldNames.get(String(kind)) ?? [],
      fields: String(fields).split(SEPARATOR),
      tags: String(tags).split(/\s+/).filter(Boolean),
      html: true,
    }));
  } finally {
    database.close();
  }
}

/**
 * Anki sorts names by a collation of its own, without which SQLite does not touch their tables. What
 * is read here needs no order, so the copy in memory does without.
 */
function forgetCollation(database: Database): void {
  database.run(`
    pragma writable_schema = on;
    update sqlite_master set sql = replace(replace(sql, 'COLLATE unicase', ''), 'collate unicase', '');
    pragma writable_schema = reset;
  `);
}

/** What a view or a generated column holds is computed, perhaps without end: only plain tables will do. */
function requirePlainTable(database: Database, name: string): void {
  const [table] = rowsOf(database, `${TABLE} and type = 'table'`, [name]);
  const sql = 'select 1 from pragma_table_xinfo(?) where hidden <> 0';
  if (table === undefined || rowsOf(database, sql, [name]).length > 0) {
    throw new Error(`it has no plain table of ${name}`);
  }
}

/** As SQLite understands the schema: its text may say anything. */
const TABLE = "select 1 from pragma_table_list where schema = 'main' and name = ? collate nocase";

const exists = (database: Database, name: string): boolean =>
  rowsOf(database, TABLE, [name]).length > 0;

function readNotes(database: Database): SqlValue[][] {
  requirePlainTable(database, 'notes');
  const [known] = rowsOf(
    database,
    "select 1 from pragma_table_info('notes') where name = 'guid'",
    [],
  );
  const guid = known ? 'substr(guid, 1, 100)' : 'null';
  const sql = `select mid, tags, substr(flds, 1, ?), ${guid} from notes limit ?`;
  return rowsOf(database, sql, [LONGEST_NOTE, DECK_LIMITS.questions + 1]);
}

/** By kind of note. Anki 2.1.28 and later keep a table of fields; older ones, JSON in `col`. */
function readFieldNames(database: Database): ReadonlyMap<string, readonly string[]> {
  return exists(database, 'fields') ? fieldsTable(database) : modelsColumn(database);
}

function fieldsTable(database: Database): ReadonlyMap<string, readonly string[]> {
  requirePlainTable(database, 'fields');
  const rows = rowsOf(database, 'select ntid, ord, name from fields limit 10000', []);
  const byKind = Map.groupBy(rows, ([kind]) => String(kind));
  const named = [...byKind].map(([kind, fields]) => [
    kind,
    fields.sort((a, b) => Number(a[1]) - Number(b[1])).map(([, , name]) => String(name)),
  ]);
  return new Map(named as [string, string[]][]);
}

function modelsColumn(database: Database): ReadonlyMap<string, readonly string[]> {
  if (!exists(database, 'col')) return new Map();
  requirePlainTable(database, 'col');
  const [row] = rowsOf(database, 'select substr(models, 1, 10000000) from col limit 1', []);
  const models = modelsSchema.safeParse(parseJson(String(row?.[0] ?? '')));
  const entries = models.success ? Object.entries(models.data) : [];
  return new Map(entries.map(([kind, { flds }]) => [kind, flds.map(({ name }) => name)]));
}

const modelsSchema = z.record(
  z.string(),
  z.object({ flds: z.array(z.object({ name: z.string() })) }),
);

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function rowsOf(database: Database, sql: string, parameters: SqlValue[]): SqlValue[][] {
  return database.exec(sql, parameters)[0]?.values ?? [];
}
