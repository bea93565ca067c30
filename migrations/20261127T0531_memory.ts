import { type Kysely, sql } from 'kysely';

/** What each member remembers of each question, how they rated it, and how they want to study. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await studyCards(db);
  await studyReviews(db);
  await studySettings(db);
}

export async function down(db: Kysely<unknown>): Promise<void> {
  await sql`drop table study_settings, study_reviews, study_cards`.execute(db);
}

/** Days are whole numbers, counted from the first of January 1970 on the member's own calendar. */
async function studyCards(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table study_cards (
      member_id integer not null references members,
      question_id integer not null references questions,
      met_on integer not null,
      -- what FSRS knows of it; null until the member has rated it
      stability double precision,
      difficulty double precision,
      reviewed_on integer,
      due_on integer,
      reviews integer,
      lapses integer,
      -- the key points left out the last time: [{"point", "on"}]
      missed jsonb not null default '[]',
      primary key (member_id, question_id),
      check (num_nulls(stability, difficulty, reviewed_on, due_on, reviews, lapses) in (0, 6))
    )
  `.execute(db);
  await sql`
    create index study_cards_due on study_cards (member_id, due_on) where due_on is not null
  `.execute(db);
}

async function studyReviews(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table study_reviews (
      member_id integer not null,
      question_id integer not null,
      reviewed_on integer not null,
      grade text not null check (grade in ('again', 'hard', 'good', 'easy')),
      -- a question is rated once a day at most
      primary key (member_id, question_id, reviewed_on),
      foreign key (member_id, question_id) references study_cards on delete cascade
    )
  `.execute(db);
}

async function studySettings(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table study_settings (
      member_id integer primary key references members,
      -- null: the usual cap
      daily_cap integer,
      -- null: what the platform tells, or the tracks of the workspace
      timezone text,
      -- the question that a quiz or a review showed last
      last_shown integer references questions
    )
  `.execute(db);
}
