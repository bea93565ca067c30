import type { Message } from '../../chat/message.ts';
import { type Platform, PlatformError } from '../../chat/platform.ts';
import { writeToMember } from '../../delivery/write-to-member.ts';
import { Postponed } from '../../jobs/queue.ts';
import type { Request } from '../shared/feature.ts';

/** How a message with a file reaches the one who asked for it, and nobody else. */
export type HandedOver =
  /** The answer itself bears it. */
  | 'in-reply'
  /** It stands in their private messages with the bot. */
  | 'in-direct'
  /** They take no private messages, or the platform has no time now. */
  | 'not-delivered'
  | 'file-too-large';

/** Hands a message with a file of `size` bytes to whoever asks, as privately as their platform can. */
export async function handOver(
  request: Request,
  platform: Platform,
  { message, size }: { readonly message: Message; readonly size: number },
): Promise<HandedOver> {
  if (size > platform.files.largest) return 'file-too-large';
  if (platform.files.inReplies) return 'in-reply';
  const { context, workspace, member } = request;
  // A key of its own for every request, so that each of them brings the file.
  const key = `export-${context.randomId()}`;
  try {
    const written = await writeToMember(context, { platform, workspace, member, message, key });
    if (written === 'file-too-large') return written;
    return written === 'delivered' ? 'in-direct' : 'not-delivered';
  } catch (error) {
    if (!(error instanceof PlatformError || error instanceof Postponed)) throw error;
    context.log.info({ key, err: error }, 'an export could not be written to a member');
    return 'not-delivered';
  }
}
