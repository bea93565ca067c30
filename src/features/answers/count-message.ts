import type { ChosenMessage, MemberProfile } from '../../chat/event.ts';
import type { PlatformName } from '../../chat/place.ts';
import { roundOfThread } from '../../db/rounds.ts';
import type { Context } from '../../delivery/context.ts';
import { submitAnswer } from './submit-answer.ts';
import type { Submitted } from './submitted.ts';

/** A message that its author chose to be their answer. */
interface Choice {
  readonly platform: PlatformName;
  readonly member: MemberProfile;
  readonly message: ChosenMessage;
  /** When it was chosen: from then on it is the newest that they said. */
  readonly at: Date;
}

export type CountRefusal = 'not-own' | 'no-round' | 'closed';

/**
 * Takes a message from a round's thread as the answer of whoever wrote it. A deletion of the message takes
 * the answer back, as with any reply that counts by itself.
 */
export async function countMessage(
  context: Context,
  { platform, member, message, at }: Choice,
): Promise<Submitted | { readonly type: 'refused'; readonly fault: CountRefusal }> {
  const { author, ref, under = ref, text } = message;
  if (author !== member.id) return { type: 'refused', fault: 'not-own' };
  const found = await roundOfThread(context.db, platform, under);
  if (!found) return { type: 'refused', fault: 'no-round' };
  const { round, workspaceId } = found;
  if (round.closesAt && at >= round.closesAt) return { type: 'refused', fault: 'closed' };
  return submitAnswer(context, round.id, {
    ...{ workspaceId, member, text, anonymous: false, message: ref },
    ...{ source: 'thread', sourceKey: ref.message, gesture: ref.message },
    ...{ saidAt: message.at, revisedAt: at },
  });
}
