import { playgroundWords } from './words/index.ts';
import { decodeBody } from './body.ts';
import { say } from './events.ts';
import { LIMITS } from './limits.ts';
import type { Room } from './room.ts';
import type { StoredMember, StoredMessage } from './store.ts';
import type { Visitor } from './visitor.ts';

/**
 * Lets the other sample members reply under the question that is open, each in an ordinary message. Who
 * has written there already stays silent, and each misses a question now and then, so that their
 * streaks differ. Returns how many replied.
 */
export async function othersAnswer(room: Room, visitor: Visitor, channel: string): Promise<number> {
  const seen = await room.store.messagesFor(visitor.member.id, channel, LIMITS.shownMessages);
  const question = seen.findLast(isOpenQuestion);
  if (!question) return 0;
  const silent = (await room.store.members()).filter(
    (member, place) => isOther(member, visitor, question, seen) && !misses(place, question),
  );
  const texts = playgroundWords(visitor.language).sampleAnswers;
  for (const [place, member] of silent.entries()) {
    const text = texts[(question.id + place) % texts.length] ?? '';
    await say(room, { ...visitor, member }, { channel, thread: question.id, text });
  }
  return silent.length;
}

/** The bot's newest message with a thread whose card is still a question. */
function isOpenQuestion(message: StoredMessage): boolean {
  if (message.author !== null || !message.hasThread) return false;
  const body = decodeBody(message.body);
  return body.type === 'card' && body.tone === 'question';
}

function isOther(
  { id }: StoredMember,
  visitor: Visitor,
  question: StoredMessage,
  seen: readonly StoredMessage[],
): boolean {
  const wrote = seen.some(({ thread, author }) => thread === question.id && author === id);
  return id !== visitor.member.id && !wrote;
}

/** Settled by the question alone, so that pressing again changes nothing. */
const misses = (place: number, question: StoredMessage): boolean =>
  (question.id * 7 + place * 3) % 5 === 0;
