import type { Client } from 'pg';
import { quoteName, type SequenceValue, type TableColumns } from './format.ts';

/** Kysely's own record of migrations is made by migrating; whose turn it was to send is over by then. */
const NOT_COPIED = ['kysely_migration', 'kysely_migration_lock', 'request_slots'];

/**
 * The tables of the bot's schema with the columns that can be written, in such an order that each stands after
 * those that its rows refer to. Columns are named in a backup, so that a later migration may add others.
 */
export async function storedTables(client: Client): Promise<readonly TableColumns[]> {
  const { rows } = await client.query<TableColumns & { readonly refersTo: readonly string[] }>(
    `select class.relname::text as name,
       array(
         select attname::text from pg_attribute
         where attrelid = class.oid and attnum > 0 and not attisdropped and attgenerated = ''
         order by attnum
       ) as columns,
       array(
         select other.relname::text from pg_constraint
         join pg_class other on other.oid = confrelid
         where conrelid = class.oid and contype = 'f' and confrelid <> conrelid
       ) as "refersTo"
     from pg_class class
     where class.relnamespace = current_schema()::regnamespace and class.relkind = 'r'
       and not class.relname = any($1)
     order by class.relname`,
    [NOT_COPIED],
  );
  return inOrder(rows).map(({ name, columns }) => ({ name, columns }));
}

interface Referring {
  readonly name: string;
  readonly refersTo: readonly string[];
}

function inOrder<T extends Referring>(tables: readonly T[]): readonly T[] {
  const ordered: T[] = [];
  const placed = new Set<string>();
  while (ordered.length < tables.length) {
    const next = tables.filter(
      ({ name, refersTo }) => !placed.has(name) && refersTo.every((other) => placed.has(other)),
    );
    if (next.length === 0) throw new Error('tables refer to each other in a circle');
    for (const table of next) {
      placed.add(table.name);
      ordered.push(table);
    }
  }
  return ordered;
}

/** The counters that have given out an id, with the last one. */
export async function sequenceValues(client: Client): Promise<readonly SequenceValue[]> {
  const { rows } = await client.query<SequenceValue>(
    `select sequencename::text as name, last_value::text as value from pg_sequences
     where schemaname = current_schema() and last_value is not null order by sequencename`,
  );
  return rows;
}

/** The first of these tables that is there and has a row; undefined where all are empty. */
export async function firstTableWithRows(
  client: Client,
  tables: readonly TableColumns[],
): Promise<string | undefined> {
  for (const { name } of tables) {
    const { rowCount } = await client.query(`select from ${quoteName(name)} limit 1`);
    if (rowCount !== 0) return name;
  }
  return undefined;
}

/** The migrations that the tables went through, the oldest first. */
export async function appliedMigrations(client: Client): Promise<readonly string[]> {
  const { rows } = await client.query<{ readonly name: string }>(
    'select name from kysely_migration order by name',
  );
  return rows.map(({ name }) => name);
}
