import { type Kysely, sql } from 'kysely';

/** How interviews went: when each is to be asked about, and what its member said. */
export async function up(db: Kysely<unknown>): Promise<void> {
  // null: asked already, or over before anyone asked
  await sql`alter table interviews add column ask_at timestamptz`.execute(db);
  await sql`
    update interviews
    set ask_at = timestamptz '1970-01-01 10:00Z' + (on_day + 1) * interval '24 hours'
    where on_day >= floor(extract(epoch from now()) / 86400)
  `.execute(db);
  await sql`create index on interviews (ask_at)`.execute(db);
  await sql`
    create table interview_outcomes (
      id integer primary key generated always as identity,
      member_id integer not null references members,
      -- counted as in study_cards
      on_day integer not null,
      name text not null,
      -- they could not be written to: /interview asks them, once
      to_show boolean not null,
      -- null: they have not said
      outcome text check (outcome in ('well', 'mixed', 'badly'))
    )
  `.execute(db);
  await sql`create index on interview_outcomes (member_id)`.execute(db);
}

export async function down(db: Kysely<unknown>): Promise<void> {
  await sql`drop table interview_outcomes`.execute(db);
  await sql`alter table interviews drop column ask_at`.execute(db);
}
