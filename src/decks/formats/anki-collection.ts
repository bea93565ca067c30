import initSqlJs, { type Database, type SqlValue } from 'sql.js';
import { z } from 'zod';
import { LIMITS } from '../limits.ts';
import type { AnkiNote } from './anki-note.ts';

/** Characters of one note; its fields are HTML, so larger than what becomes of them. */
const LONGEST_NOTE = 100_000;

/** Unit separator: what Anki puts between a note's fields. */
const SEPARATOR = '\x1f';

/**
 * The notes of a collection, one more than a deck may hold at most. SQLite runs as WebAssembly in
 * memory of its own, because the file may be anybody's.
 * @throws {Error} where it is not a collection of Anki.
 */
export async function readCollection(bytes: Uint8Array): Promise<readonly AnkiNote[]> {
  const sqlite = await initSqlJs();
  const database = new sqlite.Database(bytes);
  try {
    forgetCollation(database);
    const fieldNames = readFieldNames(database);
    return readNotes(database).map(([kind, tags, fields], index) => ({
      where: `note ${index + 1}`,
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

/** A view could compute without end, so only a table will do. */
function requireTable(database: Database, name: string): void {
  if (!hasTable(database, name)) throw new Error(`it has no table of ${name}`);
}

function hasTable(database: Database, name: string): boolean {
  const sql = "select sql from sqlite_master where type = 'table' and name = ?";
  const [row] = rowsOf(database, sql, [name]);
  return (
    row !== undefined && /^create table/i.test(String(row[0])) && !/\bas\s*\(/i.test(String(row[0]))
  );
}

function readNotes(database: Database): SqlValue[][] {
  requireTable(database, 'notes');
  const sql = 'select mid, tags, substr(flds, 1, ?) from notes limit ?';
  return rowsOf(database, sql, [LONGEST_NOTE, LIMITS.questions + 1]);
}

/** By kind of note. Anki 2.1.28 and later keep a table of fields; older ones, JSON in `col`. */
function readFieldNames(database: Database): ReadonlyMap<string, readonly string[]> {
  return hasTable(database, 'fields') ? fieldsTable(database) : modelsColumn(database);
}

function fieldsTable(database: Database): ReadonlyMap<string, readonly string[]> {
  const rows = rowsOf(database, 'select ntid, ord, name from fields limit 10000', []);
  const byKind = Map.groupBy(rows, ([kind]) => String(kind));
  const named = [...byKind].map(([kind, fields]) => [
    kind,
    fields.sort((a, b) => Number(a[1]) - Number(b[1])).map(([, , name]) => String(name)),
  ]);
  return new Map(named as [string, string[]][]);
}

function modelsColumn(database: Database): ReadonlyMap<string, readonly string[]> {
  if (!hasTable(database, 'col')) return new Map();
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
