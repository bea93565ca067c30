import { type Kysely, sql } from 'kysely';

/**
 * What members say of key points that were not found in their answers. `answer` names the text, so that a press counts
 * once; `wording` is the sentence that is taken to say the point, and null where there is none or its author took it
 * back.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table contests (
      id integer primary key generated always as identity,
      workspace_id integer not null references workspaces,
      member_id integer not null references members,
      question_id integer not null references questions,
      language text not null,
      point text not null,
      answer text not null,
      wording text,
      contested_at timestamptz not null,
      accepted_at timestamptz,
      declined_at timestamptz,
      unique (member_id, answer, point)
    )
  `.execute(db);
  await sql`create index contests_by_point on contests (workspace_id, question_id, point)`.execute(
    db,
  );
}

export async function down(db: Kysely<unknown>): Promise<void> {
  await sql`drop table contests`.execute(db);
}
