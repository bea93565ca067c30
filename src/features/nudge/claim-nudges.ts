import { sql } from 'kysely';
import type { Track } from '../../db/tables.ts';
import type { Context } from '../../delivery/context.ts';
import { inTransaction } from '../../delivery/in-transaction.ts';
import { defineJob } from '../../jobs/job.ts';
import { inChannelOf } from '../rounds/jobs.ts';

/** Tells a round's thread that the round closes soon. */
export const nudgeJob = defineJob<{ readonly roundId: number }>('nudge');

/**
 * Claims the nudges whose time has come, each with its job in one transaction: any number of replicas may run
 * it at once, and each round has one. A round that opened later than its nudge would come has none.
 */
export async function claimNudges(context: Context): Promise<void> {
  // Mostly none is due: one statement tells, where a transaction takes three.
  if (!(await isAnyDue(context))) return;
  await inTransaction(context, async (inside) => {
    for (const { roundId, ...track } of await claim(inside)) {
      await inside.enqueue(inside.db, inChannelOf(track, nudgeJob), { roundId });
      inside.log.info({ round: roundId }, 'claimed a nudge');
    }
  });
}

type Claimed = Pick<Track, 'workspaceId' | 'channel'> & { readonly roundId: number };

async function isAnyDue(context: Context): Promise<boolean> {
  const { rows } = await sql`select 1 ${dueRounds(context)} limit 1`.execute(context.db);
  return rows.length > 0;
}

async function claim(inside: Context): Promise<readonly Claimed[]> {
  const { rows } = await sql<Claimed>`
    with claimed as (
      insert into nudged_rounds (round_id, nudged_at)
      select rounds.id, ${inside.clock.instant()} ${dueRounds(inside)}
      on conflict do nothing
      returning round_id
    )
    select rounds.id as "roundId", tracks.workspace_id as "workspaceId", tracks.channel
    from claimed join rounds on rounds.id = claimed.round_id
    join tracks on tracks.id = rounds.track_id
  `.execute(inside.db);
  return rows;
}

function dueRounds({ clock, platforms }: Context) {
  return sql`
    from rounds
    join track_nudges on track_nudges.track_id = rounds.track_id
    join tracks on tracks.id = rounds.track_id
    join workspaces on workspaces.id = tracks.workspace_id
    where rounds.status = 'open' and rounds.thread is not null
      and tracks.status in ('active', 'paused')
      and workspaces.platform = any(${[...platforms.keys()]}::text[])
      and rounds.closes_at > ${clock.instant()}
      and rounds.closes_at - make_interval(secs => before_seconds) <= ${clock.instant()}
      and rounds.closes_at - make_interval(secs => before_seconds) > rounds.opened_at
      and not exists (select from nudged_rounds where round_id = rounds.id)
  `;
}
