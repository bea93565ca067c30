import { sql } from 'kysely';
import type { Context } from '../../delivery/context.ts';

/** Counts one more answer of the workspace's day, in UTC; false where the day's are used up. */
export async function claimGraderUse(
  { db, clock }: Pick<Context, 'db' | 'clock'>,
  workspaceId: number,
  limit: number,
): Promise<boolean> {
  const day = (await clock.now(db)).toISOString().slice(0, 10);
  if (limit < 1) return false;
  const { rows } = await sql`
    insert into grader_uses (workspace_id, day, answers) values (${workspaceId}, ${day}, 1)
    on conflict (workspace_id) do update set
      day = excluded.day,
      answers = case when grader_uses.day = excluded.day then grader_uses.answers + 1 else 1 end
    where grader_uses.day <> excluded.day or grader_uses.answers < ${limit}
    returning answers
  `.execute(db);
  return rows.length > 0;
}
