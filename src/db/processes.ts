import { type Expression, sql } from 'kysely';
import type { PlatformName } from '../chat/place.ts';
import type { Db } from './connect.ts';

/** A process of a bot, as it said itself. */
export interface SeenProcess {
  readonly platforms: readonly PlatformName[];
  /** Whether it does jobs. */
  readonly isWorker: boolean;
  readonly seenAt: Date;
}

/** Makes a process known; its id. Those not seen since `before` are forgotten. */
export async function insertProcess(
  db: Db,
  { platforms, isWorker, seenAt }: SeenProcess,
  before: Date,
): Promise<number> {
  await db.deleteFrom('processes').where('seenAt', '<', before).execute();
  const { id } = await db
    .insertInto('processes')
    .values({ platforms: [...platforms], isWorker, seenAt })
    .returning('id')
    .executeTakeFirstOrThrow();
  return id;
}

/** What a process hears when it says that it runs. */
export interface Surroundings {
  /** How many other processes run on the database. */
  readonly others: number;
  /** The migrations that the schema went through and this process does not have. */
  readonly unknownMigrations: readonly string[];
}

interface Saying {
  readonly seenAt: Expression<Date>;
  /** Who was silent for so long does not run. */
  readonly silentMs: number;
  readonly migrations?: readonly string[] | undefined;
}

/** One statement, since every process says it every few seconds. Undefined where it is not known any more. */
export async function updateProcess(
  db: Db,
  id: number,
  { seenAt, silentMs, migrations }: Saying,
): Promise<Surroundings | undefined> {
  const since = sql`${seenAt} - make_interval(secs => ${silentMs / 1000})`;
  return db
    .updateTable('processes')
    .set({ seenAt })
    .where('id', '=', id)
    .returning([
      sql<number>`(
        select count(*)::int from processes other where other.id <> ${id} and other.seen_at >= ${since}
      )`.as('others'),
      sql<string[]>`array(
        select name::text from kysely_migration where name <> all(${migrations ?? null}::text[]) order by name
      )`.as('unknownMigrations'),
    ])
    .executeTakeFirst();
}

export async function deleteProcess(db: Db, id: number): Promise<void> {
  await db.deleteFrom('processes').where('id', '=', id).execute();
}

/** The platforms of each process that does jobs. */
export async function workersSince(
  db: Db,
  since: Date,
): Promise<readonly Pick<SeenProcess, 'platforms'>[]> {
  return db
    .selectFrom('processes')
    .select('platforms')
    .where('seenAt', '>=', since)
    .where('isWorker', '=', true)
    .orderBy('id')
    .execute();
}
