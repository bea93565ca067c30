import type { ThreadEvent, ThreadMessage } from '../../chat/event.ts';
import { roundOfThread } from '../../db/rounds.ts';
import type { Context } from '../../delivery/context.ts';
import { inTransaction } from '../../delivery/in-transaction.ts';
import { checkAnswerText } from '../../domain/answer-text.ts';
import { addAuthors } from './add-authors.ts';
import { isOvertaken, type MemberAnswer } from './answer-at-once.ts';
import { threadAnswer } from './catch-up.ts';
import { takeUsual } from './take-usual.ts';

/** An event that gives an answer. */
interface Answering {
  readonly event: ThreadEvent;
  readonly message: ThreadMessage;
  readonly answer: MemberAnswer;
}

/**
 * Takes of what happened in one thread the answers that are as usual, in one transaction. Returns the events
 * with which all is done. The others are to be taken alone: among them all of these where the transaction
 * fails, so that one answer's fault fails no other.
 */
export async function takeTogether(
  context: Context,
  events: readonly ThreadEvent[],
): Promise<ReadonlySet<ThreadEvent>> {
  const answering = firstOfEach(events);
  const [first] = answering;
  if (!first || answering.length === 1) return new Set();
  try {
    return await take(context, first.message, answering);
  } catch (err) {
    if (!isOvertaken(err)) context.log.warn({ err }, 'answers are taken alone, not together');
    return new Set();
  }
}

async function take(
  context: Context,
  { platform, ref, under = ref }: ThreadMessage,
  answering: readonly Answering[],
): Promise<ReadonlySet<ThreadEvent>> {
  const found = await roundOfThread(context.db, platform, under);
  // A thread that is no round's is let be.
  if (!found) return new Set(answering.map(({ event }) => event));
  const round = { roundId: found.round.id, workspaceId: found.workspaceId };
  const answers = answering.map(({ answer }) => answer);
  const taken = await inTransaction(context, async (inside) => {
    if (found.round.status === 'open') await addAuthors(inside.db, round, answers);
    return takeUsual(inside, round, answers);
  });
  return new Set(answering.filter((_, at) => taken[at]).map(({ event }) => event));
}

/** The first that each member does, as far as it gives an answer, and nothing was heard of the message before. */
function firstOfEach(events: readonly ThreadEvent[]): readonly Answering[] {
  const seen = new Set<string>();
  return events.flatMap((event) => {
    const keys = keysOf(event);
    const isFirst = !keys.some((key) => seen.has(key));
    for (const key of keys) seen.add(key);
    return isFirst && event.type === 'written' ? answeringBy(event, event.message) : [];
  });
}

const keysOf = (event: ThreadEvent): readonly string[] =>
  event.type === 'deleted'
    ? [`message ${event.ref.message}`]
    : [`message ${event.message.ref.message}`, `member ${event.message.member.id}`];

function answeringBy(event: ThreadEvent, message: ThreadMessage): readonly Answering[] {
  const checked = checkAnswerText(message.text);
  if (!checked.ok) return [];
  return [{ event, message, answer: { ...threadAnswer(message, message.at), text: checked.text } }];
}
