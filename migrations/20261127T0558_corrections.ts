import { type Kysely, sql } from 'kysely';

/** What people who manage a track changed about a closed round: nothing here is changed, but taken back by another row. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table corrections (
      id integer primary key generated always as identity,
      round_id integer not null references rounds,
      type text not null check (type in ('void', 'count-late')),
      -- whose late answer counts; null where the round counts for nobody
      member_id integer references members check ((type = 'count-late') = (member_id is not null)),
      reason text not null,
      -- null: the operator, or someone who was forgotten
      made_by integer references members,
      made_at timestamptz not null,
      -- the correction that this row takes back
      takes_back integer unique references corrections
    )
  `.execute(db);
  await sql`create index corrections_round on corrections (round_id)`.execute(db);
  await sql`create index corrections_member on corrections (member_id)`.execute(db);
  await sql`create index corrections_maker on corrections (made_by)`.execute(db);
}

export async function down(db: Kysely<unknown>): Promise<void> {
  await sql`drop table corrections`.execute(db);
}
