import { type Client, DatabaseError } from 'pg';
import { type Owner, PostgresError } from './error.ts';

/** What a process wants the server for: to be the one bot on it, or to run one command. */
export type LeaseRole = 'bot' | 'operator';

/**
 * Advisory locks say who uses a server: they end with the process that took them, however it ends,
 * and a process id used again cannot be mistaken for their holder. `PRESENCE` is shared by all who
 * use the server, and taken alone by whoever stops it; `OWNERSHIP` is the one bot's.
 */
const PRESENCE = 1;
const OWNERSHIP = 2;

/** How long a bot that was just killed, or is just leaving, may still seem to be there. */
const LOCK_TIMEOUT = '2s';

/** SQLSTATE `lock_not_available`. */
const LOCK_NOT_AVAILABLE = '55P03';

export function sessionName(role: LeaseRole): string {
  return `whetstone ${role} ${process.pid}`;
}

/**
 * Takes the locks of `role`. False where the server is about to stop.
 * @throws {PostgresError} `postgres-in-use` where another bot has it
 */
export async function takeLease(client: Client, role: LeaseRole, folder: string): Promise<boolean> {
  if (!(await ask(client, 'pg_try_advisory_lock_shared', PRESENCE))) return false;
  while (role === 'bot' && !(await takeOwnership(client))) {
    const owner = await findOwner(client);
    if (owner) throw inUse(folder, owner);
  }
  return true;
}

/** Whether nobody else uses the server; then nobody new can until the session ends. */
export async function isLastOut(client: Client): Promise<boolean> {
  await ask(client, 'pg_advisory_unlock_shared', PRESENCE);
  return ask(client, 'pg_try_advisory_lock', PRESENCE);
}

async function ask(client: Client, call: string, lock: number): Promise<boolean> {
  const { rows } = await client.query<{ yes: boolean }>(`select ${call}($1) as yes`, [lock]);
  return rows[0]?.yes === true;
}

async function takeOwnership(client: Client): Promise<boolean> {
  await client.query(`set lock_timeout = '${LOCK_TIMEOUT}'`);
  const taken = client.query('select pg_advisory_lock($1)', [OWNERSHIP]);
  return taken.then(
    () => true,
    (error: unknown) => {
      if (error instanceof DatabaseError && error.code === LOCK_NOT_AVAILABLE) return false;
      throw error;
    },
  );
}

async function findOwner(client: Client): Promise<Owner | undefined> {
  const { rows } = await client.query<{ name: string; since: Date }>(
    `select application_name as name, backend_start as since
     from pg_locks join pg_stat_activity using (pid)
     where locktype = 'advisory' and classid = 0 and objid = $1 and objsubid = 1 and granted
       and database = (select oid from pg_database where datname = current_database())`,
    [OWNERSHIP],
  );
  return rows[0] && { pid: Number(rows[0].name.split(' ').at(-1)), since: rows[0].since };
}

function inUse(folder: string, owner: Owner): PostgresError {
  const message =
    `Whetstone already runs on ${folder}: process ${owner.pid}, since ${owner.since.toISOString()}. ` +
    'Stop that one first, give this one another WHETSTONE_HOME, or let both share a DATABASE_URL.';
  return new PostgresError('postgres-in-use', message, { owner });
}
