import type { Db } from '../../db/connect.ts';
import { insertTrack } from '../../db/tracks.ts';
import type { Track } from '../../db/tables.ts';
import { workspaceById } from '../../db/workspaces.ts';
import { nextDue } from '../../domain/schedule.ts';
import type { ChannelFault, TrackPlan } from '../../domain/track-plan.ts';
import { checkChannel } from './check-channel.ts';
import type { Context } from '../context.ts';

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

/** Saves a new track where the bot may work in its channel. */
export async function addTrack(context: Context, planned: PlannedTrack): Promise<Added> {
  const workspace = await workspaceById(context.db, planned.workspaceId);
  const faults = await checkChannel(context, workspace, planned.channel);
  if (faults.length > 0) return { type: 'refused', faults };
  return { type: 'added', track: await writeTrack(context, context.db, planned) };
}

/** Writes a new track in the caller's transaction; its first round comes at the next due instant. */
export async function writeTrack(
  context: Context,
  tx: Db,
  { workspaceId, channel, plan, managedBy }: PlannedTrack,
): Promise<Track> {
  const nextDueAt = nextDue(plan, await context.clock.now(tx)) ?? null;
  const track = await insertTrack(tx, {
    ...{ workspaceId, channel, managedBy: managedBy ?? null },
    ...planColumns(plan),
    nextDueAt,
  });
  context.log.info({ track: track.id, next: nextDueAt }, 'added a track');
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
