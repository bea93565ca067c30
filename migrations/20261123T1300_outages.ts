import { type Kysely, sql } from 'kysely';

/** When nobody could be heard, so that a round missed meanwhile breaks no streak. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table presences (
      platform text primary key,
      -- when a process was last connected to it
      seen_at timestamptz not null
    )
  `.execute(db);
  await sql`
    create table outages (
      id integer primary key generated always as identity,
      platform text not null,
      began_at timestamptz not null,
      ended_at timestamptz not null
    )
  `.execute(db);
  await sql`create index outages_ended on outages (platform, ended_at)`.execute(db);
  await sql`alter table rounds add column excused boolean not null default false`.execute(db);
}

export async function down(db: Kysely<unknown>): Promise<void> {
  await sql`alter table rounds drop column excused`.execute(db);
  await sql`drop table outages, presences`.execute(db);
}
