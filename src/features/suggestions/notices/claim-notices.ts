import { sql } from 'kysely';
import type { Context } from '../../../delivery/context.ts';
import { inTransaction } from '../../../delivery/in-transaction.ts';
import { defineJob } from '../../../jobs/job.ts';

export interface ManagerNotice {
  readonly memberId: number;
  /** When it was claimed, in ms since 1970. */
  readonly at: number;
}

/** Tells a manager privately that something waits for a decision. */
export const noticeJob = defineJob<ManagerNotice>('tell-manager');

/**
 * Claims a notice for every manager who is to hear of suggestions or reports that came since the last one, and
 * had none within the hour. Known as managers are those who set up a track, and members who were named.
 */
export async function claimNotices(context: Context): Promise<void> {
  await inTransaction(context, async (inside) => {
    for (const { memberId, toldAt } of await claim(inside)) {
      await inside.enqueue(inside.db, noticeJob, { memberId, at: toldAt.getTime() });
    }
  });
}

/** Where two processes claim at once, the second finds the first's row, which is not an hour old, and claims nothing. */
async function claim(inside: Context) {
  const { rows } = await sql<{ readonly memberId: number; readonly toldAt: Date }>`
    insert into manager_notices as told (member_id, told_at)
    select known.member_id, ${inside.clock.instant()} ${dueManagers(inside)}
    on conflict (member_id) do update set told_at = excluded.told_at
    where told.told_at <= excluded.told_at - interval '1 hour'
    returning member_id as "memberId", told_at as "toldAt"
  `.execute(inside.db);
  return rows;
}

/**
 * Nobody is told of what they brought in themselves. What came within the two seconds before a notice may have
 * been committed after it was claimed, so it counts as news once more.
 */
export function dueManagers({ clock, platforms }: Context) {
  const isNews = sql`
    workspace_id = known.workspace_id and member_id is distinct from known.member_id
    and created_at > coalesce(last.told_at - interval '2 seconds', '-infinity')
  `;
  return sql`
    from (${KNOWN}) as known
    join workspaces on workspaces.id = known.workspace_id
    left join manager_notices as last on last.member_id = known.member_id
    where workspaces.left_at is null
      and workspaces.platform = any(${[...platforms.keys()]}::text[])
      and (last.told_at is null or last.told_at <= ${clock.instant()} - interval '1 hour')
      and (
        exists (select from proposals where status = 'open' and ${isNews})
        or exists (select from reports where closed_at is null and ${isNews})
      )
  `;
}

const KNOWN = sql`
  select workspace_id, managed_by as member_id from tracks
  where status <> 'removed' and managed_by is not null
  union
  select members.workspace_id, members.id from managers
  join members on members.workspace_id = managers.workspace_id
    and members.external_id = managers.external_id
  where managers.kind = 'member'
`;
