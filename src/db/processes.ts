import { type Expression, sql } from 'kysely';
import type { PlatformName } from '../chat/place.ts';
import type { HeardShards } from '../domain/shards.ts';
import type { Db } from './connect.ts';

/** A process of a bot, as it said itself. */
export interface SeenProcess {
  readonly platforms: readonly PlatformName[];
  /** Whether it does jobs. */
  readonly isWorker: boolean;
  readonly seenAt: Date;
  /** Left out where it hears nothing of Discord. */
  readonly shards?: HeardShards | undefined;
}

/** Makes a process known; its id. Those not seen since `before` are forgotten. */
export async function insertProcess(
  db: Db,
  { platforms, isWorker, seenAt, shards }: SeenProcess,
  before: Date,
): Promise<number> {
  await db.deleteFrom('processes').where('seenAt', '<', before).execute();
  const { id } = await db
    .insertInto('processes')
    .values({
      platforms: [...platforms],
      ...{ isWorker, seenAt },
      shards: shards ? [...shards.ids] : null,
      shardCount: shards?.count ?? null,
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  return id;
}

/** What a process hears when it says that it runs. */
export interface Surroundings {
  /** How many other processes run on the database. */
  readonly others: number;
  /** What each of them hears of Discord, if anything. */
  readonly shards: readonly HeardShards[];
  /** The migrations that the schema went through and this process does not have. */
  readonly unknownMigrations: readonly string[];
}

interface Saying {
  readonly seenAt: Expression<Date>;
  /** A process that was silent for this time does not run. */
  readonly silentMs: number;
  readonly migrations?: readonly string[] | undefined;
}

/** One statement, since every process says it every few seconds. Undefined where it is not known any more. */
export async function updateProcess(
  db: Db,
  id: number,
  { seenAt, silentMs, migrations }: Saying,
): Promise<Surroundings | undefined> {
  const others = sql`
    from processes other where other.id <> ${id} and other.seen_at >= ${seenAt} - make_interval(secs => ${silentMs / 1000})
  `;
  return db
    .updateTable('processes')
    .set({ seenAt })
    .where('id', '=', id)
    .returning([
      sql<number>`(select count(*)::int ${others})`.as('others'),
      sql<readonly HeardShards[]>`(
        select coalesce(json_agg(json_build_object('ids', other.shards, 'count', other.shard_count) order by other.id), '[]')
        ${others} and other.shards is not null
      )`.as('shards'),
      sql<string[]>`array(
        select name::text from kysely_migration where name <> all(${migrations ?? null}::text[]) order by name
      )`.as('unknownMigrations'),
    ])
    .executeTakeFirst();
}

export async function deleteProcess(db: Db, id: number): Promise<void> {
  await db.deleteFrom('processes').where('id', '=', id).execute();
}

/** The processes that run. */
export async function processesSince(
  db: Db,
  since: Date,
): Promise<readonly Pick<SeenProcess, 'platforms' | 'isWorker'>[]> {
  return db
    .selectFrom('processes')
    .select(['platforms', 'isWorker'])
    .where('seenAt', '>=', since)
    .orderBy('id')
    .execute();
}

/** What each process hears of Discord, of those that hear anything. */
export async function shardsSince(db: Db, since: Date): Promise<readonly HeardShards[]> {
  const rows = await db
    .selectFrom('processes')
    .select(['shards', 'shardCount as count'])
    .where('seenAt', '>=', since)
    .orderBy('id')
    .execute();
  return rows.flatMap(({ shards, count }) => (shards ? [{ ids: shards, count }] : []));
}
