import type { MembershipEvent } from '../../chat/event.ts';
import type { Db } from '../../db/connect.ts';
import { openRounds } from '../../db/rounds.ts';
import type { Track } from '../../db/tables.ts';
import { lockTrack, trackById, tracksInChannel, tracksOfWorkspace } from '../../db/tracks.ts';
import { findWorkspace, saveWorkspace } from '../../db/workspaces.ts';
import type { Context } from '../../delivery/context.ts';
import { inTransaction } from '../../delivery/in-transaction.ts';
import type { SuspendReason } from '../../domain/suspend-reason.ts';
import { catchUpJob, inChannelOf } from '../rounds/jobs.ts';
import { suspendTrack } from '../tracks/suspend-track.ts';
import { resumeTrack } from './resume-track.ts';

type Joined = Extract<MembershipEvent, { type: 'workspace-joined' }>;

/** Follows what happens to the bot itself: joining, being removed, losing a channel. */
export async function onMembershipEvent(context: Context, event: MembershipEvent): Promise<void> {
  const { db } = context;
  if ('member' in event) return;
  if (event.type === 'workspace-joined') return onJoined(context, event);
  const workspace = await findWorkspace(db, event.platform, event.workspace);
  if (!workspace) return;
  if (event.type === 'workspace-left') {
    await markWorkspaceLeft(db, workspace.id, await context.clock.now(db));
    return suspendAll(context, await tracksOfWorkspace(db, workspace.id), 'workspace-gone');
  }
  const reason = event.type === 'channel-archived' ? event.type : 'channel-gone';
  return suspendAll(context, await tracksInChannel(db, workspace.id, event.channel), reason);
}

/**
 * A workspace is told of whenever a platform connects anew, so whatever was written in the meantime
 * is fetched; a workspace that had removed the bot continues where it stopped.
 */
async function onJoined(context: Context, event: Joined): Promise<void> {
  const { db } = context;
  const { platform, workspace: externalId, name } = event;
  const workspace = await saveWorkspace(db, { platform, externalId, name });
  for (const track of await tracksOfWorkspace(db, workspace.id)) {
    if (track.suspendedReason === 'workspace-gone') await resumeTrack(context, track.id, 'itself');
  }
  for (const round of await openRounds(db, workspace.id)) {
    const track = await trackById(db, round.trackId);
    if (!track) continue;
    await inTransaction(context, (inside) =>
      inside.enqueue(inside.db, inChannelOf(track, catchUpJob), { roundId: round.id }),
    );
  }
}

async function suspendAll(
  context: Context,
  tracks: readonly Track[],
  reason: SuspendReason,
): Promise<void> {
  for (const { id: trackId } of tracks) {
    await inTransaction(context, async (inside) => {
      const isThere = await lockTrack(inside.db, trackId);
      if (isThere) await suspendTrack(inside, { trackId, reason });
    });
  }
}

async function markWorkspaceLeft(db: Db, id: number, at: Date): Promise<void> {
  await db.updateTable('workspaces').set({ leftAt: at }).where('id', '=', id).execute();
}
