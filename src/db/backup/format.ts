/**
 * A backup is a compressed script in plain SQL, so that `psql` can read it where this program cannot:
 *
 *     -- Whetstone backup 1
 *     -- {"madeAt": …, "migrations": [ … ]}
 *     copy "members" ("id", "name") from stdin;
 *     1	Ada
 *     \.
 *     select setval('"members_id_seq"', 1, true);
 *     -- {"rows": {"members": 1}}
 *     -- sha256 of all lines above
 *
 * In COPY's text format a row is one line, and no row reads `\.`.
 */
export const FIRST_LINE = '-- Whetstone backup 1';

/** How a backup begins whose format a later version has changed. */
export const LATER_FIRST_LINE = /^-- Whetstone backup \d+$/;

export const END_OF_ROWS = '\\.';

export const NEWLINE = 0x0a;

/** What stands at the beginning of a backup. */
export interface BackupHead {
  /** An ISO instant of the database's clock. */
  readonly madeAt: string;
  /** The version of PostgreSQL that it comes from. */
  readonly postgres: string;
  /** The migrations that its tables went through, the oldest first. */
  readonly migrations: readonly string[];
}

/** How many rows of each table were written. */
export type RowCounts = Readonly<Record<string, number>>;

export interface TableColumns {
  readonly name: string;
  readonly columns: readonly string[];
}

/** A counter that gives rows their ids, with the last one given. */
export interface SequenceValue {
  readonly name: string;
  readonly value: string;
}

export const quoteName = (name: string): string => `"${name.replaceAll('"', '""')}"`;

const unquote = (quoted: string): string => quoted.slice(1, -1).replaceAll('""', '"');

export const columnList = ({ columns }: TableColumns): string => columns.map(quoteName).join(', ');

export const comment = (value: object): string => `-- ${JSON.stringify(value)}`;

export const checksumLine = (checksum: string): string => `-- sha256 ${checksum}`;

export const copyStatement = (table: TableColumns): string =>
  `copy ${quoteName(table.name)} (${columnList(table)}) from stdin`;

const COPY = /^copy ("(?:[^"]|"")*") \((.*)\) from stdin;$/;

/** The table of a line that begins its rows; undefined for another line. */
export function readCopy(line: string): TableColumns | undefined {
  const [, name, columns] = COPY.exec(line) ?? [];
  if (name === undefined || columns === undefined) return undefined;
  return { name: unquote(name), columns: (columns.match(/"(?:[^"]|"")*"/g) ?? []).map(unquote) };
}

export const setvalStatement = ({ name, value }: SequenceValue): string =>
  `select setval('${quoteName(name)}', ${value}, true)`;

const SETVAL = /^select setval\('("(?:[^"]|"")*")', (\d+), true\);$/;

/** The counter of a line that sets one; undefined for another line. */
export function readSetval(line: string): SequenceValue | undefined {
  const [, name, value] = SETVAL.exec(line) ?? [];
  return name === undefined || value === undefined ? undefined : { name: unquote(name), value };
}
