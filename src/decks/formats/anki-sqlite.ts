import { statSync } from 'node:fs';
import { DatabaseSync } from 'node:sqlite';
import { pathToFileURL } from 'node:url';
import { DECK_LIMITS } from '../limits.ts';

/** Characters of one note; its fields are HTML, so larger than what becomes of them. */
const LONGEST_NOTE = 100_000;

/** What a deck is made of, as it stands in a collection; the kind of a note says how its fields are called. */
export interface CollectionRows {
  /** As many as a deck may hold. */
  readonly notes: readonly NoteRow[];
  /** How many notes there are in all. */
  readonly count: number;
  /** What the fields of each kind are called. Anki 2.1.28 and later keep a table of it. */
  readonly fields: readonly FieldRow[];
  /** The same as JSON, where there is no such table. */
  readonly models: string | undefined;
}

interface NoteRow {
  readonly kind: string;
  readonly guid: string;
  readonly tags: string;
  readonly fields: string;
}

export interface FieldRow {
  readonly kind: string;
  readonly place: string;
  readonly name: string;
}

type FieldNames = Pick<CollectionRows, 'fields' | 'models'>;

interface Collection {
  readonly database: DatabaseSync;
  readonly bytes: number;
}

/**
 * What a collection holds. The file may be anybody's: it is opened as one that nobody changes, only to be
 * read, and nothing in it is computed. A crafted one can still keep SQLite busy for ever: see `readCollection`.
 * @throws {Error} where it is not a collection of Anki.
 */
export function rowsIn(path: string): CollectionRows {
  const address = pathToFileURL(path);
  address.search = 'immutable=1';
  const database = new DatabaseSync(address, { readOnly: true });
  const collection = { database, bytes: statSync(path).size };
  try {
    database.exec('pragma trusted_schema = off; pragma cell_size_check = on');
    requirePlainSchema(database);
    return { ...readNotes(collection), ...readFieldNames(collection) };
  } finally {
    database.close();
  }
}

/**
 * A view is computed, perhaps without end, and a virtual table is code: a collection has neither. SQLite goes
 * by what the schema's text says, and always writes the beginning of it in the same way.
 */
function requirePlainSchema(database: DatabaseSync): void {
  const other = database.prepare(`
    select 1 from sqlite_schema
    where sql not like 'create table %' and sql not like 'create index %'
      and sql not like 'create unique index %' and sql not like 'create trigger %'
    limit 1
  `);
  if (other.get() !== undefined) throw new Error('it holds more than tables');
}

function readNotes(collection: Collection): Pick<CollectionRows, 'notes' | 'count'> {
  const guid = columnsOf(collection, 'notes').includes('guid') ? 'substr(guid, 1, 100)' : 'null';
  const sql = `
    select
      ifnull(cast(mid as text), '') as kind,
      ifnull(cast(${guid} as text), '') as guid,
      ifnull(cast(substr(tags, 1, ${LONGEST_NOTE}) as text), '') as tags,
      ifnull(cast(substr(flds, 1, ${LONGEST_NOTE}) as text), '') as fields
    from notes
    limit ${DECK_LIMITS.questions}
  `;
  const notes = readRows<NoteRow>(collection, sql);
  const [counted] = readRows<{ readonly count: string }>(
    collection,
    'select cast(count(*) as text) as count from notes',
  );
  return { notes, count: Number(counted?.count) };
}

function readFieldNames(collection: Collection): FieldNames {
  if (columnsOf(collection, 'fields').length > 0) return fieldsTable(collection);
  if (columnsOf(collection, 'col').length > 0) return modelsColumn(collection);
  return { fields: [], models: undefined };
}

/** Its index sorts names by a collation that only Anki has, so it is read without. */
function fieldsTable(collection: Collection): FieldNames {
  const sql = `
    select
      ifnull(cast(ntid as text), '') as kind,
      ifnull(cast(ord as text), '') as place,
      ifnull(cast(substr(name, 1, 1000) as text), '') as name
    from fields not indexed
    limit 10000
  `;
  return { fields: readRows<FieldRow>(collection, sql), models: undefined };
}

function modelsColumn(collection: Collection): FieldNames {
  const sql =
    "select ifnull(cast(substr(models, 1, 10000000) as text), '') as models from col limit 1";
  const [row] = readRows<{ readonly models: string }>(collection, sql);
  return { fields: [], models: row?.models };
}

/** What a table's columns are called, of which none may be computed; nothing where there is no such table. */
function columnsOf({ database }: Collection, table: string): readonly string[] {
  const columns = database.prepare('select name, hidden from pragma_table_xinfo(?)').all(table);
  if (columns.some(({ hidden }) => hidden !== 0)) throw new Error(`it computes ${table}`);
  return columns.map(({ name }) => String(name));
}

/**
 * Rows of texts.
 * @throws {Error} where they hold more than the file, in which case many share the same bytes of it.
 */
function readRows<Row extends object>({ database, bytes }: Collection, sql: string): Row[] {
  const rows: Row[] = [];
  let left = bytes;
  for (const row of database.prepare(sql).iterate() as Iterable<Row>) {
    for (const text of Object.values(row) as string[]) left -= text.length;
    if (left < 0) throw new Error('its rows hold more than the file');
    rows.push(row);
  }
  return rows;
}
