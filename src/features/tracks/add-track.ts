import type { Track, Workspace } from '../../db/tables.ts';
import { insertTrack } from '../../db/tracks.ts';
import { saveWorkspace } from '../../db/workspaces.ts';
import type { Context } from '../../delivery/context.ts';
import { inTransaction } from '../../delivery/in-transaction.ts';
import { nextDue } from '../../domain/schedule.ts';
import type { ChannelFault, TrackPlan } from '../../domain/track-plan.ts';
import { checkChannel } from './check-channel.ts';

export interface PlannedTrack {
  readonly workspaceId: number;
  readonly channel: string;
  /** From `checkTrack`. */
  readonly plan: TrackPlan;
  /** The member who sets it up; from the command line nobody is known. */
  readonly managedBy?: number;
}

export type Added =
  | { readonly type: 'added'; readonly track: Track }
  /** Nothing was saved. */
  | { readonly type: 'refused'; readonly faults: readonly ChannelFault[] };

interface NewPlan extends Pick<PlannedTrack, 'channel' | 'plan'> {
  /** Done to the new track in the same transaction; what it throws leaves nothing saved. */
  readonly alongside?: (inside: Context, track: Track) => Promise<void>;
}

/** Saves a new track, and its workspace where nothing is known of that, if the bot may work there. */
export async function addTrack(
  context: Context,
  where: Pick<Workspace, 'platform' | 'externalId'>,
  { alongside, ...planned }: NewPlan,
): Promise<Added> {
  const faults = await checkChannel(context, where, planned.channel);
  if (faults.length > 0) return { type: 'refused', faults };
  return inTransaction(context, async (inside) => {
    const { id } = await saveWorkspace(inside.db, where);
    const track = await writeTrack(inside, { ...planned, workspaceId: id });
    await alongside?.(inside, track);
    return { type: 'added', track };
  });
}

/** Writes a new track in the caller's transaction; its first round comes at the next due instant. */
export async function writeTrack(
  { db, clock, log }: Context,
  { workspaceId, channel, plan, managedBy }: PlannedTrack,
): Promise<Track> {
  const nextDueAt = nextDue(plan, await clock.now(db)) ?? null;
  const track = await insertTrack(db, {
    ...{ workspaceId, channel, managedBy: managedBy ?? null },
    ...planColumns(plan),
    nextDueAt,
  });
  log.info({ track: track.id, next: nextDueAt }, 'added a track');
  return track;
}

/** A plan as the table holds it. */
export function planColumns(plan: TrackPlan) {
  const { deckIds, topics, difficulties, ...rest } = plan;
  return {
    ...rest,
    deckIds: [...deckIds],
    topics: [...topics],
    difficulties: [...difficulties],
  };
}
