import { randomUUID } from 'node:crypto';
import { Client, DatabaseError } from 'pg';

/** A pooler may hand out the same server session by chance once, but not as often as this. */
const ROUNDS = 3;

/**
 * Whether a connection keeps its session on the server, and with it its locks. Behind a pooler that hands
 * each transaction to any free session, two processes would hold one lock, and a lock that was given back
 * elsewhere would be held for ever.
 */
export async function keepsSessions(config: ConstructorParameters<typeof Client>[0]) {
  const [one, other] = [new Client(config), new Client(config)];
  // What breaks a connection also fails the query on it.
  for (const client of [one, other]) client.on('error', () => undefined);
  try {
    await Promise.all([one.connect(), other.connect()]);
    return (await isAlwaysTheSame(one, other)) && (await isLockHeld(one, other));
  } catch (error) {
    if (error instanceof DatabaseError && /pooling mode/.test(error.message)) return false;
    throw error;
  } finally {
    await Promise.all([one.end(), other.end()]);
  }
}

/** A transaction on the other connection takes away the session that a pooler would hand out next. */
async function isAlwaysTheSame(one: Client, other: Client): Promise<boolean> {
  const own = await processOf(one);
  for (let round = 0; round < ROUNDS; round++) {
    await other.query('begin');
    const theirs = await processOf(other);
    if (theirs === own || (await processOf(one)) !== own) return false;
    await other.query('rollback');
  }
  return true;
}

async function isLockHeld(one: Client, other: Client): Promise<boolean> {
  const key = `probe ${randomUUID()}`;
  const isTaken = await ask(one, 'pg_try_advisory_lock', key);
  const isTakenTwice = await ask(other, 'pg_try_advisory_lock', key);
  const isGivenBack = await ask(one, 'pg_advisory_unlock', key);
  return isTaken && !isTakenTwice && isGivenBack;
}

async function processOf(client: Client): Promise<number | undefined> {
  const { rows } = await client.query<{ pid: number }>('select pg_backend_pid() as pid');
  return rows[0]?.pid;
}

async function ask(client: Client, call: string, key: string): Promise<boolean> {
  const { rows } = await client.query<{ yes: boolean }>(
    `select ${call}(hashtextextended($1, 0)) as yes`,
    [key],
  );
  return rows[0]?.yes === true;
}
