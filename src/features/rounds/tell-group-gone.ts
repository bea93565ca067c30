import { knownManagers } from '../../db/managers.ts';
import { findMember } from '../../db/members.ts';
import { trackById } from '../../db/tracks.ts';
import { workspaceById } from '../../db/workspaces.ts';
import type { Context } from '../../delivery/context.ts';
import { managesAtPresent } from '../../delivery/may-manage.ts';
import { withLock } from '../../delivery/with-lock.ts';
import { writeToMember } from '../../delivery/write-to-member.ts';
import { groupGoneCard } from '../notify/group-gone-card.ts';
import type { GroupGone } from '../notify/group-to-notify.ts';
import { storedGroup } from '../notify/stored-groups.ts';
import { platformHere } from './running.ts';

/** More than these are told by each other, and by the lists of tracks. */
const MOST_TOLD = 10;

/** Tells each known manager privately and once that the group is no more, unless another was chosen meanwhile. */
export async function tellGroupGone(context: Context, gone: GroupGone): Promise<void> {
  const { trackId, groupId, at } = gone;
  const key = `track-${trackId}-group-gone-${at}`;
  await withLock(context, key, async () => {
    const { db } = context;
    const track = await trackById(db, trackId);
    const group = await storedGroup(db, trackId);
    if (!track || track.status === 'removed' || group?.id !== groupId || !group.goneAt) return;
    const workspace = await workspaceById(db, track.workspaceId);
    const platform = await platformHere(context, workspace.platform);
    const where = { platform: workspace.platform, workspace: workspace.externalId };
    for (const { externalId } of await knownManagers(db, workspace.id, MOST_TOLD)) {
      const member = await findMember(db, workspace.id, externalId);
      const reader = { ...where, member: { id: externalId } };
      if (!member || (await managesAtPresent(context, reader)) === false) continue;
      const message = groupGoneCard({
        language: member.language ?? track.language,
        track: trackId,
        ...{ channel: track.channel, group: group.name, workspace: workspace.name },
      });
      const privately = { platform, workspace, member, message, key: `${key}-${member.id}` };
      await writeToMember(context, privately);
    }
  });
}
