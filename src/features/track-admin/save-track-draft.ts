import { takeDraft } from '../../db/drafts.ts';
import type { Track, Workspace } from '../../db/tables.ts';
import { lockTrack } from '../../db/tracks.ts';
import type { Context } from '../../delivery/context.ts';
import { inTransaction } from '../../delivery/in-transaction.ts';
import type { TrackFault } from '../../domain/track-plan.ts';
import { type PlannedTrack, writeTrack } from '../tracks/add-track.ts';
import { checkChannel } from '../tracks/check-channel.ts';
import { type CheckedTrack, checkTrack } from '../tracks/check-track.ts';
import { rewriteTrack } from './edit-track.ts';
import { type DraftOwner, findTrackDraft, type StoredDraft } from './track-draft.ts';

export type SavedDraft =
  | { readonly type: 'added' | 'edited'; readonly track: Track }
  | {
      readonly type: 'faulty';
      readonly draft: StoredDraft;
      readonly faults: readonly TrackFault[];
    }
  /** It was saved or cancelled before, or the track it changes was removed meanwhile. */
  | { readonly type: 'gone' };

/** Checks what a draft says and whether the bot may work in its channel; all faults at once. */
export async function checkTrackDraft(
  context: Context,
  workspace: Workspace,
  draft: StoredDraft,
): Promise<CheckedTrack> {
  const checked = await checkTrack(context, draft.written, workspace.id);
  const faults = await checkChannel(context, workspace, draft.channel);
  if (faults.length === 0) return checked;
  return { ok: false, faults: checked.ok ? faults : [...checked.faults, ...faults] };
}

/** Makes a member's draft a track, or a track's new plan: once, however often it is asked. */
export async function saveTrackDraft(
  context: Context,
  workspace: Workspace,
  owner: DraftOwner,
): Promise<SavedDraft> {
  const { draftId, memberId } = owner;
  const draft = await findTrackDraft(context.db, draftId, memberId);
  if (!draft) return { type: 'gone' };
  const checked = await checkTrackDraft(context, workspace, draft);
  if (!checked.ok) return { type: 'faulty', draft, faults: checked.faults };
  return inTransaction(context, async (inside) => {
    const taken = await takeDraft(inside.db, draftId, memberId);
    if (!taken) return { type: 'gone' };
    const planned = { workspaceId: workspace.id, channel: draft.channel, plan: checked.plan };
    return write(inside, { ...planned, managedBy: memberId }, draft.trackId);
  });
}

async function write(
  context: Context,
  planned: PlannedTrack,
  trackId: number | undefined,
): Promise<SavedDraft> {
  if (trackId === undefined) return { type: 'added', track: await writeTrack(context, planned) };
  const track = await lockTrack(context.db, trackId);
  if (!track || track.status === 'removed') return { type: 'gone' };
  return { type: 'edited', track: await rewriteTrack(context, track, planned) };
}
