import { type Kysely, sql } from 'kysely';

/**
 * The first schema. All instants are timestamptz; a column named `*_at` is null until it happened.
 * What other rows hang on is never deleted but marked (`left_at`, `retired_at`, `status`).
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await people(db);
  await decks(db);
  await tracks(db);
  await rounds(db);
  await boards(db);
  await quizzes(db);
}

export async function down(db: Kysely<unknown>): Promise<void> {
  await sql`
    drop table quiz_answers, drafts, scores, streaks, deliveries, answers, rounds, tracks,
      questions, decks, members, workspaces
  `.execute(db);
}

async function people(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table workspaces (
      id integer primary key generated always as identity,
      platform text not null,
      external_id text not null,
      name text not null default '',
      left_at timestamptz,
      unique (platform, external_id)
    )
  `.execute(db);
  await sql`
    create table members (
      id integer primary key generated always as identity,
      workspace_id integer not null references workspaces,
      external_id text not null,
      name text not null,
      language text,
      unique (workspace_id, external_id)
    )
  `.execute(db);
}

async function decks(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table decks (
      id integer primary key generated always as identity,
      -- null: a deck of the installation, open to every workspace
      workspace_id integer references workspaces,
      name text not null,
      title jsonb not null,
      description jsonb not null,
      -- json, since jsonb forgets the order in which topics are shown
      topics json not null,
      -- not yet up to the shipped deck's standard, such as a fresh import
      draft boolean not null default false,
      unique nulls not distinct (workspace_id, name)
    )
  `.execute(db);
  await sql`
    create table questions (
      id integer primary key generated always as identity,
      deck_id integer not null references decks,
      slug text not null,
      topic text not null,
      difficulty text not null,
      languages text[] not null,
      body jsonb not null,
      hash text not null,
      retired_at timestamptz,
      unique (deck_id, slug)
    )
  `.execute(db);
}

async function tracks(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table tracks (
      id integer primary key generated always as identity,
      workspace_id integer not null references workspaces,
      channel text not null,
      deck_ids integer[] not null,
      -- empty: every topic, every difficulty
      topics text[] not null default '{}',
      difficulties text[] not null default '{}',
      cron text not null,
      timezone text not null,
      -- null: a round stays open until the next one is due
      answering_seconds integer,
      language text not null,
      status text not null default 'active'
        check (status in ('active', 'paused', 'parked', 'removed')),
      parked_reason text,
      -- null while nothing is due: paused, parked or removed
      next_due_at timestamptz,
      created_at timestamptz not null default now()
    )
  `.execute(db);
  await sql`create index tracks_due on tracks (next_due_at) where status = 'active'`.execute(db);
  await sql`create index tracks_place on tracks (workspace_id, channel)`.execute(db);
}

async function rounds(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table rounds (
      id integer primary key generated always as identity,
      track_id integer not null references tracks,
      number integer not null,
      due_at timestamptz not null,
      question_id integer not null references questions,
      -- the question as it was asked: a changed or removed question leaves the round readable
      question jsonb not null,
      cycle integer not null,
      language text not null,
      week text not null,
      month text not null,
      -- claimed: not posted yet; void: was never posted, or its track was removed; counts for nothing
      status text not null default 'claimed'
        check (status in ('claimed', 'open', 'closed', 'revealed', 'void')),
      opened_at timestamptz,
      closes_at timestamptz,
      closed_at timestamptz,
      message jsonb,
      thread jsonb,
      void_reason text,
      unique (track_id, due_at),
      unique (track_id, number)
    )
  `.execute(db);
  await sql`create index rounds_closing on rounds (closes_at) where status = 'open'`.execute(db);
  await sql`create index rounds_thread on rounds ((thread ->> 'channel'), (thread ->> 'thread'))`.execute(
    db,
  );
  await sql`
    create table answers (
      id integer primary key generated always as identity,
      round_id integer not null references rounds,
      -- the gesture that gave it: one row for each, however often it is delivered
      source_key text not null,
      -- one gesture may arrive as two messages
      gesture text not null,
      source text not null check (source in ('form', 'thread')),
      -- null: a deletion that arrived before the message it deletes
      member_id integer references members,
      text text not null,
      anonymous boolean not null default false,
      said_at timestamptz not null,
      revised_at timestamptz not null,
      late boolean not null,
      withdrawn_at timestamptz,
      message jsonb,
      unique (round_id, source_key),
      unique (round_id, gesture)
    )
  `.execute(db);
  await sql`create index answers_member on answers (member_id, round_id)`.execute(db);
  await sql`
    create table deliveries (
      key text primary key,
      place jsonb not null,
      -- the first attempt; from here on the message may stand on the platform
      started_at timestamptz not null,
      -- the newest attempt
      attempted_at timestamptz not null,
      ref jsonb,
      done_at timestamptz
    )
  `.execute(db);
}

async function boards(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table streaks (
      track_id integer not null references tracks,
      member_id integer not null references members,
      current integer not null,
      longest integer not null,
      freezes integer not null,
      answered integer not null,
      primary key (track_id, member_id)
    )
  `.execute(db);
  await sql`
    create table scores (
      track_id integer not null references tracks,
      period text not null,
      member_id integer not null references members,
      points integer not null,
      primary key (track_id, period, member_id)
    )
  `.execute(db);
  await sql`create index scores_board on scores (track_id, period, points desc, member_id)`.execute(
    db,
  );
}

async function quizzes(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table drafts (
      id text primary key,
      member_id integer not null references members,
      body jsonb not null,
      created_at timestamptz not null default now()
    )
  `.execute(db);
  await sql`
    create table quiz_answers (
      id integer primary key generated always as identity,
      member_id integer not null references members,
      question_id integer not null references questions,
      submission text not null unique,
      text text not null,
      answered_at timestamptz not null
    )
  `.execute(db);
}
