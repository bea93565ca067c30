import { type Kysely, sql } from 'kysely';

/**
 * By whom: what a member gave is found without reading everyone's, and so is what refers to a member who
 * is deleted. By what is owed: rounds that are not over are few among years of those that are.
 */
const INDEXES = [
  { name: 'quiz_answers_member', on: 'quiz_answers (member_id, id)' },
  { name: 'streaks_member', on: 'streaks (member_id)' },
  { name: 'scores_member', on: 'scores (member_id)' },
  { name: 'drafts_member', on: 'drafts (member_id)' },
  { name: 'proposals_decider', on: 'proposals (decided_by)' },
  { name: 'reports_closer', on: 'reports (closed_by)' },
  { name: 'tracks_manager', on: 'tracks (managed_by)' },
  {
    name: 'rounds_live',
    on: `rounds (track_id) where status in ('claimed', 'open', 'closed')`,
  },
] as const;

export async function up(db: Kysely<unknown>): Promise<void> {
  for (const { name, on } of INDEXES) await sql.raw(`create index ${name} on ${on}`).execute(db);
}

export async function down(db: Kysely<unknown>): Promise<void> {
  for (const { name } of INDEXES) await sql.raw(`drop index ${name}`).execute(db);
}
