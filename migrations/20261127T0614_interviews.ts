import { type Kysely, sql } from 'kysely';

/** The days that members prepare for. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table interviews (
      id integer primary key generated always as identity,
      member_id integer not null references members,
      -- counted as in study_cards
      on_day integer not null,
      -- empty: the one that needs no name
      name text not null,
      -- null: whatever the member may be asked
      deck_id integer references decks,
      unique (member_id, name)
    )
  `.execute(db);
}

export async function down(db: Kysely<unknown>): Promise<void> {
  await sql`drop table interviews`.execute(db);
}
