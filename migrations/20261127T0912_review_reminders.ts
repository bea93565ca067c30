import { type Kysely, sql } from 'kysely';

/** At which time of day members want to be reminded of what is due for review. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table review_reminders (
      member_id integer primary key references members,
      -- of the day, on the clock of the member's own time zone
      minute integer not null check (minute between 0 and 1439),
      -- null: stopped, since the member takes no private messages
      due_at timestamptz,
      -- the day on which the member last asked to be reminded later; counted as in study_cards
      later_on integer
    )
  `.execute(db);
  await sql`create index on review_reminders (due_at)`.execute(db);
}

export async function down(db: Kysely<unknown>): Promise<void> {
  await sql`drop table review_reminders`.execute(db);
}
