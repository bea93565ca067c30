import { type Kysely, sql } from 'kysely';

/** Replies without words: who was told so in which round, and answers that an edit took all words from. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table wordless_notes (
      round_id integer not null references rounds,
      member_id integer not null references members,
      primary key (round_id, member_id)
    )
  `.execute(db);
  await sql`create index wordless_notes_member on wordless_notes (member_id)`.execute(db);
  // withdrawn by such an edit: a later edit that brings words back brings the answer back
  await sql`alter table answers add column emptied boolean not null default false`.execute(db);
}

export async function down(db: Kysely<unknown>): Promise<void> {
  await sql`alter table answers drop column emptied`.execute(db);
  await sql`drop table wordless_notes`.execute(db);
}
