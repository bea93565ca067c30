import type { Message } from '../../chat/message.ts';
import { type Platform, PlatformError } from '../../chat/platform.ts';
import { memberById } from '../../db/members.ts';
import type { Track, Workspace } from '../../db/tables.ts';
import type { Context } from '../../delivery/context.ts';
import { passesByItself, retryError } from '../../delivery/platform-faults.ts';
import { postPages } from '../../delivery/post-once.ts';
import { writeToMember } from '../../delivery/write-to-member.ts';
import type { Language } from '../../domain/language.ts';

/** Something that the people who manage a track should know. */
export interface Notice {
  readonly track: Track;
  readonly workspace: Workspace;
  readonly platform: Platform;
  readonly key: string;
  readonly inChannel: Message;
  /** The notice for someone who is written to outside of the channel. */
  readonly elsewhere: (language: Language) => Message;
}

/** Posts a notice to the track's channel; where the channel takes nothing, to whoever set the track up last. */
export async function tellManagers(context: Context, notice: Notice): Promise<void> {
  if (!(await tellChannel(context, notice))) await tellManager(context, notice);
}

/** Returns whether the channel took it. */
async function tellChannel(
  context: Context,
  { track, workspace, platform, key, inChannel: message }: Notice,
): Promise<boolean> {
  const place = { workspace: workspace.externalId, channel: track.channel };
  try {
    await postPages(context, { platform, place, message, key });
    return true;
  } catch (error) {
    if (!(error instanceof PlatformError)) throw error;
    if (passesByItself(error)) throw retryError(error);
    const about = { track: track.id, reason: track.suspendedReason, err: error };
    context.log.warn(about, CANNOT_BE_TOLD[track.status === 'suspended' ? 'suspended' : 'other']);
    return false;
  }
}

const CANNOT_BE_TOLD = {
  suspended: 'a track is suspended, and its channel cannot be told',
  other: 'a round was given up, and its channel cannot be told',
};

/** Writes to whoever set the track up last: nobody, where that was on the command line or they were forgotten. */
async function tellManager(
  context: Context,
  { track, workspace, platform, key, elsewhere }: Notice,
): Promise<void> {
  if (track.managedBy === null) return;
  const member = await memberById(context.db, track.managedBy);
  const message = elsewhere(member.language ?? track.language);
  await writeToMember(context, { platform, workspace, member, message, key: `${key}-direct` });
}
