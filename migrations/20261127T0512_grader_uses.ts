import { type Kysely, sql } from 'kysely';

/** How many answers of a workspace the operator's language model has read on its newest day. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table grader_uses (
      workspace_id integer primary key references workspaces,
      day text not null,
      answers integer not null
    )
  `.execute(db);
}

export async function down(db: Kysely<unknown>): Promise<void> {
  await sql`drop table grader_uses`.execute(db);
}
