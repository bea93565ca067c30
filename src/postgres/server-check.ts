import type { Client } from 'pg';

/** The first version with `unique nulls not distinct`, as server_version_num counts. */
const MIN_VERSION = 150_000;

/** What one bot opens at most: its pool, its locks, and the queue's pool and listener. */
export const CONNECTIONS = 16;

/** What a server says of itself and of the role that asks. */
interface ServerFacts {
  readonly version: number;
  readonly versionName: string;
  readonly encoding: string;
  readonly role: string;
  readonly database: string;
  /** Undefined where the search path names no schema that exists. */
  readonly schema: string | null;
  readonly isStandby: boolean;
  readonly isReadOnly: boolean;
  readonly mayCreateSchemas: boolean;
  readonly mayCreateTables: boolean;
  /** The least of what the server, the database and the role allow. */
  readonly connections: number;
}

/** Rights are needed for what is not there yet. */
const FACTS = `
  select current_setting('server_version_num')::int as version,
    current_setting('server_version') as "versionName",
    current_setting('server_encoding') as encoding,
    current_user as role, current_database() as database, current_schema() as schema,
    pg_is_in_recovery() as "isStandby",
    current_setting('transaction_read_only')::boolean as "isReadOnly",
    to_regnamespace('whetstone_jobs') is not null
      or has_database_privilege(current_database(), 'create') as "mayCreateSchemas",
    to_regclass('kysely_migration') is not null
      or coalesce(has_schema_privilege(current_schema(), 'create'), false) as "mayCreateTables",
    least(
      current_setting('max_connections')::int,
      (select nullif(datconnlimit, -1) from pg_database where datname = current_database()),
      (select case when rolsuper or rolconnlimit < 0 then null else rolconnlimit end
       from pg_roles where rolname = current_user)
    ) as connections`;

/**
 * Why the bot cannot work on this server, and the way out; undefined where it can. `named` is where the server's
 * address was written.
 */
export async function findServerFault(client: Client, named: string): Promise<string | undefined> {
  const { rows } = await client.query<ServerFacts>(FACTS);
  const [facts] = rows;
  if (!facts) throw new Error('the server said nothing of itself');
  return FAULTS.find(({ holds }) => holds(facts))?.words(facts, named);
}

interface Fault {
  readonly holds: (facts: ServerFacts) => boolean;
  readonly words: (facts: ServerFacts, named: string) => string;
}

const FAULTS: readonly Fault[] = [
  {
    holds: ({ version }) => version < MIN_VERSION,
    words: ({ versionName }, named) =>
      `it is PostgreSQL ${versionName}, and Whetstone needs 15 or newer. Fix: upgrade the server, or name another in ${named}.`,
  },
  {
    holds: ({ isStandby }) => isStandby,
    words: (_facts, named) =>
      `it is a standby, which takes no writes. Fix: name the primary server in ${named}.`,
  },
  {
    holds: ({ isReadOnly }) => isReadOnly,
    words: () =>
      'it is read-only for this user. Fix: make room on its disk if that is full, and set default_transaction_read_only to off.',
  },
  {
    holds: ({ encoding }) => encoding !== 'UTF8',
    words: ({ encoding }) =>
      `its encoding is ${encoding}, which cannot keep what people write. Fix: create a database with the encoding UTF8.`,
  },
  {
    holds: ({ mayCreateSchemas, mayCreateTables }) => !mayCreateSchemas || !mayCreateTables,
    words: wordsForRights,
  },
  {
    holds: ({ connections }) => connections < CONNECTIONS,
    words: ({ connections }) =>
      `it allows this user ${connections} connections, and the bot opens up to ${CONNECTIONS}. Fix: raise the connection limit of the user, the database or the server.`,
  },
];

/** Both rights at once, where both are missing. */
function wordsForRights(facts: ServerFacts): string {
  const { mayCreateSchemas, mayCreateTables, database, role } = facts;
  const schema = facts.schema ?? 'public';
  const missing = [
    ...(mayCreateSchemas ? [] : ['a schema, which the job queue needs']),
    ...(mayCreateTables ? [] : [`tables in the schema ${schema}`]),
  ];
  const grants = [
    ...(mayCreateSchemas ? [] : [`grant create on database "${database}" to "${role}";`]),
    ...(mayCreateTables ? [] : [`grant create on schema "${schema}" to "${role}";`]),
  ];
  return `the user ${role} may not create ${missing.join(', nor ')} there. Fix: ${grants.join(' ')}`;
}
