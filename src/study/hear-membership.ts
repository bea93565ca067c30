import type { MembershipEvent } from '../chat/event.ts';
import { lockTrack, tracksInChannel, tracksOfWorkspace } from '../db/tracks.ts';
import type { Track } from '../db/tables.ts';
import { findWorkspace, markWorkspaceLeft, saveWorkspace } from '../db/workspaces.ts';
import type { ParkReason } from '../domain/park-reason.ts';
import type { Context } from './context.ts';
import { park } from './park.ts';

/** Follows what happens to the bot itself: joining, being removed, losing a channel. */
export async function hearMembership(context: Context, event: MembershipEvent): Promise<void> {
  const { db } = context;
  const { platform, workspace: externalId } = event;
  if (event.type === 'workspace-joined') {
    await saveWorkspace(db, { platform, externalId, name: event.name });
    return;
  }
  const workspace = await findWorkspace(db, platform, externalId);
  if (!workspace) return;
  if (event.type === 'workspace-left') {
    await markWorkspaceLeft(db, workspace.id, await context.clock.now(db));
    return parkAll(context, await tracksOfWorkspace(db, workspace.id), 'workspace-gone');
  }
  // A deleted thread ends no track: the round goes on by its buttons.
  if (event.type === 'thread-deleted') return;
  return parkAll(context, await tracksInChannel(db, workspace.id, event.channel), 'channel-gone');
}

async function parkAll(
  context: Context,
  tracks: readonly Track[],
  reason: ParkReason,
): Promise<void> {
  for (const { id } of tracks) {
    await context.db.transaction().execute(async (tx) => {
      const track = await lockTrack(tx, id);
      if (track) await park(context, tx, track, reason);
    });
  }
}
