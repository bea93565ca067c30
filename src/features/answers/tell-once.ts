import type { Tone } from '../../chat/message.ts';
import type { MessageRef } from '../../chat/place.ts';
import type { Member } from '../../db/tables.ts';
import type { Context } from '../../delivery/context.ts';
import { noteCard } from '../../delivery/note-card.ts';
import { sendOnce } from '../../delivery/post-once.ts';
import type { RoundContext } from '../rounds/with-round.ts';
import { answerWords } from './words/index.ts';

export interface Note {
  /** Whose message it is about, and who reads it. */
  readonly member: Member;
  readonly ref: MessageRef;
  readonly text: (words: ReturnType<typeof answerWords>) => string;
  readonly tone: Tone;
  readonly key: string;
}

/**
 * Says something to a member about their message in a round's thread, in their language. Said once where
 * it leaves something to be found by; a note that the platform shows to one person and forgets may be
 * said again after a crash.
 */
export async function tellOnce(
  context: Context,
  { platform, round }: RoundContext,
  { member, ref, text, tone, key }: Note,
): Promise<void> {
  const message = noteCard(text(answerWords(member.language ?? round.language)), tone);
  const send = async (mark: string): Promise<MessageRef> => {
    await platform.tell(ref, { member: member.externalId, message, key: mark });
    return ref;
  };
  await sendOnce(context, { platform, place: ref, key, send });
}
