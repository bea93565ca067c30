import { type Kysely, sql } from 'kysely';

/**
 * A round keeps the time zone that its track had when it was claimed: by that calendar its days are counted, and
 * whom days away excuse from it must not change with the track's zone.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`alter table rounds add column timezone text`.execute(db);
  await sql`
    update rounds set timezone = tracks.timezone from tracks where tracks.id = rounds.track_id
  `.execute(db);
  await sql`alter table rounds alter column timezone set not null`.execute(db);
}

export async function down(db: Kysely<unknown>): Promise<void> {
  await sql`alter table rounds drop column timezone`.execute(db);
}
