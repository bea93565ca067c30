import { sql } from 'kysely';
import type { Context } from '../../delivery/context.ts';
import { inTransaction } from '../../delivery/in-transaction.ts';
import { MEMBER_NUDGE_SECONDS } from '../../domain/nudge.ts';
import { defineJob } from '../../jobs/job.ts';

export interface NudgedMember {
  readonly roundId: number;
  readonly memberId: number;
}

/** Tells a member privately that a round closes soon which they have not answered. */
export const memberNudgeJob = defineJob<NudgedMember>('nudge-member');

/**
 * Claims the private nudges whose time has come: for members who want them and have a streak in the track,
 * current or past, and have not left. Whether they have answered by then, or are away, is looked at when the message is written.
 */
export async function claimMemberNudges(context: Context): Promise<void> {
  // Mostly none is due: one statement tells, where a transaction takes three.
  if (!(await isAnyDue(context))) return;
  await inTransaction(context, async (inside) => {
    for (const claimed of await claim(inside)) {
      await inside.enqueue(inside.db, memberNudgeJob, claimed);
    }
  });
}

async function isAnyDue(context: Context): Promise<boolean> {
  const { rows } = await sql`select 1 ${dueMembers(context)} limit 1`.execute(context.db);
  return rows.length > 0;
}

async function claim(inside: Context): Promise<readonly NudgedMember[]> {
  const { rows } = await sql<NudgedMember>`
    insert into nudged_members (round_id, member_id, nudged_at)
    select rounds.id, member_nudges.member_id, ${inside.clock.instant()} ${dueMembers(inside)}
    on conflict do nothing
    returning round_id as "roundId", member_id as "memberId"
  `.execute(inside.db);
  return rows;
}

/** A round that is open for less than twice the usual time is told of when half of its time is over. */
function dueMembers({ clock, platforms }: Context) {
  return sql`
    from rounds
    join streaks on streaks.track_id = rounds.track_id
    join member_nudges on member_nudges.member_id = streaks.member_id
    join members on members.id = streaks.member_id and members.left_at is null
    join tracks on tracks.id = rounds.track_id
    join workspaces on workspaces.id = tracks.workspace_id
    where rounds.status = 'open' and member_nudges.refused_at is null
      and tracks.status in ('active', 'paused')
      and workspaces.platform = any(${[...platforms.keys()]}::text[])
      and rounds.closes_at > ${clock.instant()}
      and rounds.closes_at - least(
        make_interval(secs => ${MEMBER_NUDGE_SECONDS}), (rounds.closes_at - rounds.opened_at) / 2
      ) <= ${clock.instant()}
      and not exists (
        select from nudged_members as told
        where told.round_id = rounds.id and told.member_id = member_nudges.member_id
      )
  `;
}
