import { type Kysely, sql } from 'kysely';

/** The bots that run, so that a command can tell whether anybody will do what it asks for. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table processes (
      id integer primary key generated always as identity,
      -- the platforms that it has set up, whether or not they are connected now
      platforms text[] not null,
      seen_at timestamptz not null
    )
  `.execute(db);
}

export async function down(db: Kysely<unknown>): Promise<void> {
  await sql`drop table processes`.execute(db);
}
