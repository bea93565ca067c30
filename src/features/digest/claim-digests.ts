import { sql } from 'kysely';
import type { Db } from '../../db/connect.ts';
import type { Context } from '../../delivery/context.ts';
import { inTransaction } from '../../delivery/in-transaction.ts';
import { type DigestPlan, newestDigest, nextDigest, periodEnded } from '../../domain/digest.ts';
import { defineJob } from '../../jobs/job.ts';
import { inChannelOf } from '../rounds/jobs.ts';
import { withDigests } from './digests.ts';

export interface ClaimedDigest {
  readonly trackId: number;
  /** The key of the period, such as `2026-W48`. */
  readonly period: string;
  /** In ms since 1970. */
  readonly dueAt: number;
}

/** Tells a track's channel of a period that has ended. */
export const digestJob = defineJob<ClaimedDigest>('digest');

/** Claims every digest whose time has come. Any number of replicas may run it at once. */
export async function claimDigests(context: Context): Promise<void> {
  // Mostly none is due: one statement tells, where a transaction takes three.
  while ((await lockDue(context)) && (await claimNext(context)));
}

/**
 * Returns false when none is due any more. The job and the next due instant are written in one transaction. Where a
 * track's plan has changed, the instant is reckoned anew from now on, and no digest that was missed is made up for.
 */
async function claimNext(context: Context): Promise<boolean> {
  return inTransaction(context, async (inside) => {
    const due = await lockDue(inside);
    if (!due) return false;
    const { trackId, dueAt, now, cron, timezone, every } = due;
    const change = { dueAt: nextDigest(due, now), cron, timezone };
    const row = withDigests(inside.db).updateTable('trackDigests').where('trackId', '=', trackId);
    await row.set(change).execute();
    const newest = dueAt <= now ? newestDigest(due, dueAt, now) : undefined;
    if (!newest) return true;
    const { key: period } = periodEnded(every, newest, timezone);
    if (!(await claimPeriod(inside.db, { trackId, period, claimedAt: now }))) return true;
    const claimed = { trackId, period, dueAt: newest.getTime() };
    await inside.enqueue(inside.db, inChannelOf(due, digestJob), claimed);
    inside.log.info({ track: trackId, period }, 'claimed a digest');
    return true;
  });
}

interface DueDigest extends DigestPlan {
  readonly trackId: number;
  readonly dueAt: Date;
  readonly workspaceId: number;
  readonly channel: string;
  readonly now: Date;
}

/**
 * Locks a digest of an active track that is due, or whose due instant was reckoned from a plan that has changed since.
 * One that another process has locked is left to it.
 */
async function lockDue({ db, clock, platforms }: Context): Promise<DueDigest | undefined> {
  const { rows } = await sql<DueDigest>`
    select digest.track_id, digest.every, digest.minute, digest.due_at,
      tracks.cron, tracks.timezone, tracks.workspace_id, tracks.channel, ${clock.instant()} as now
    from track_digests as digest
    join tracks on tracks.id = digest.track_id
    join workspaces on workspaces.id = tracks.workspace_id
    where digest.every is not null and tracks.status = 'active' and workspaces.left_at is null
      and workspaces.platform = any(${[...platforms.keys()]}::text[])
      and (
        digest.due_at <= ${clock.instant()}
        or (digest.cron, digest.timezone) <> (tracks.cron, tracks.timezone)
      )
    order by digest.due_at limit 1
    for update of digest skip locked
  `.execute(db);
  return rows[0];
}

/** Returns false where the period was claimed before. */
async function claimPeriod(
  db: Db,
  claim: { readonly trackId: number; readonly period: string; readonly claimedAt: Date },
): Promise<boolean> {
  const claimed = await withDigests(db)
    .insertInto('claimedDigests')
    .values(claim)
    .onConflict((conflict) => conflict.doNothing())
    .returning('trackId')
    .executeTakeFirst();
  return claimed !== undefined;
}
