import { type Kysely, sql } from 'kysely';

/** What people bring in from chat: questions for the workspace's own deck, and faults in posted ones. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await proposals(db);
  await reports(db);
}

export async function down(db: Kysely<unknown>): Promise<void> {
  await sql`drop table reports, proposals`.execute(db);
}

async function proposals(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table proposals (
      id integer primary key generated always as identity,
      workspace_id integer not null references workspaces,
      -- null: whoever suggested it has asked to be forgotten
      member_id integer references members,
      -- the sending of the form: one row for each, however often it is delivered
      submission text not null unique,
      question text not null,
      answer text not null,
      topic text not null,
      difficulty text not null,
      language text not null,
      -- grows with every edit: a decision is about the text its maker saw
      revision integer not null default 1,
      status text not null default 'open' check (status in ('open', 'approved', 'declined')),
      created_at timestamptz not null,
      decided_at timestamptz,
      decided_by integer references members,
      reason text,
      told_at timestamptz
    )
  `.execute(db);
  await sql`create index proposals_open on proposals (workspace_id, id) where status = 'open'`.execute(
    db,
  );
  await sql`create index proposals_member on proposals (member_id, id)`.execute(db);
}

async function reports(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table reports (
      id integer primary key generated always as identity,
      workspace_id integer not null references workspaces,
      round_id integer not null references rounds,
      -- null: whoever reported it has asked to be forgotten
      member_id integer references members,
      submission text not null unique,
      text text not null,
      created_at timestamptz not null,
      closed_at timestamptz,
      closed_by integer references members
    )
  `.execute(db);
  await sql`create index reports_open on reports (workspace_id, id) where closed_at is null`.execute(
    db,
  );
  await sql`create index reports_member on reports (member_id, id)`.execute(db);
}
