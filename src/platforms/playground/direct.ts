import type { Message } from '../../chat/message.ts';
import type { Direct } from '../../chat/platform.ts';
import { attempt } from './errors.ts';
import { botMessage, type Desk } from './outbound.ts';
import { CHANNEL } from './people.ts';

/** Writes to a member alone. There are no private rooms here: it stands in the one channel, unseen by others. */
export async function direct(
  desk: Desk,
  member: string,
  page: Message,
  key: string,
): Promise<Direct> {
  return attempt(async () => {
    const members = await desk.store.members();
    if (!members.some(({ id }) => id === member)) return 'not-delivered';
    await botMessage(desk, { channel: CHANNEL }, page, { key, seenBy: member });
    return 'delivered';
  });
}
