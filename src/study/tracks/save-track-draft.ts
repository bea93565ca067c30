import type { Db } from '../../db/connect.ts';
import { takeDraft } from '../../db/drafts.ts';
import type { Track, Workspace } from '../../db/tables.ts';
import { lockTrack } from '../../db/tracks.ts';
import type { TrackFault, TrackPlan } from '../../domain/track-plan.ts';
import { writeTrack } from './add-track.ts';
import { checkChannel } from './check-channel.ts';
import { type CheckedTrack, checkTrack } from './check-track.ts';
import type { Context } from '../context.ts';
import { rewriteTrack } from './edit-track.ts';
import { findTrackDraft, type StoredDraft } from './track-draft.ts';

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
  owner: { readonly draftId: string; readonly memberId: number },
): Promise<SavedDraft> {
  const { draftId, memberId } = owner;
  const draft = await findTrackDraft(context.db, draftId, memberId);
  if (!draft) return { type: 'gone' };
  const checked = await checkTrackDraft(context, workspace, draft);
  if (!checked.ok) return { type: 'faulty', draft, faults: checked.faults };
  return context.db.transaction().execute(async (tx) => {
    const taken = await takeDraft(tx, draftId, memberId);
    return taken ? write(context, tx, workspace, draft, checked.plan) : { type: 'gone' };
  });
}

async function write(
  context: Context,
  tx: Db,
  workspace: Workspace,
  { channel, trackId }: StoredDraft,
  plan: TrackPlan,
): Promise<SavedDraft> {
  if (trackId === undefined) {
    const planned = { workspaceId: workspace.id, channel, plan };
    return { type: 'added', track: await writeTrack(context, tx, planned) };
  }
  const track = await lockTrack(tx, trackId);
  if (!track || track.status === 'removed') return { type: 'gone' };
  return { type: 'edited', track: await rewriteTrack(context, tx, track, plan) };
}
