import { PlatformError } from '../../chat/platform.ts';
import type { Context } from '../../delivery/context.ts';
import { type Post, postPages } from '../../delivery/post-once.ts';
import type { RoundContext } from '../rounds/with-round.ts';

/** Into the thread; where people have deleted or locked that, into the channel. */
export async function postReveal(
  context: Context,
  at: RoundContext,
  { message, key }: Pick<Post, 'message' | 'key'>,
): Promise<void> {
  const { round, track, workspace, platform } = at;
  const channel = { workspace: workspace.externalId, channel: track.channel };
  const post = { platform, message, key };
  try {
    await postPages(context, { ...post, place: round.thread ?? channel });
  } catch (error) {
    if (!(error instanceof PlatformError) || !isThreadShut(error)) throw error;
    context.log.info({ round: round.id, err: error }, 'the reveal goes to the channel');
    await postPages(context, { ...post, place: channel });
  }
}

function isThreadShut({ fault }: PlatformError): boolean {
  return fault.code === 'thread-gone' || fault.code === 'thread-locked';
}
