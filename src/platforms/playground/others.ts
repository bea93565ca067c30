import { encodeAction } from '../../chat/message.ts';
import { decodeBody } from './body.ts';
import { say } from './events.ts';
import { onButton, onForm } from './interactions.ts';
import { LIMITS } from './limits.ts';
import type { StoredMessage } from './store.ts';
import type { Visitor } from './visitor.ts';
import { lookOf, type VisitorContext } from './visitor-context.ts';
import { playgroundWords } from './words/index.ts';

/**
 * Lets the other sample members answer the question that is open, each as it counts on the platform that
 * is played: in an ordinary reply, or by the question's button and form. Someone who has answered in that way
 * already stays silent, and each misses a question now and then, so that their streaks differ.
 */
export async function othersAnswer(
  context: VisitorContext,
  visitor: Visitor,
  channel: string,
): Promise<void> {
  const seen = await context.store.messagesFor(visitor.member.id, channel, LIMITS.shownMessages);
  const question = seen.findLast(isOpenQuestion);
  if (!question) return;
  const wrote = seen.filter(({ thread }) => thread === question.id).map(({ author }) => author);
  const silent = (await context.store.members()).filter(
    ({ id }, place) => id !== visitor.member.id && !wrote.includes(id) && !misses(place, question),
  );
  const texts = playgroundWords(visitor.language).sampleAnswers;
  for (const [place, member] of silent.entries()) {
    const text = texts[(question.id + place) % texts.length] ?? '';
    const other = { ...visitor, member };
    if (lookOf(context, visitor)?.countsReplies === false)
      await answerByForm(context, other, { question, text });
    else await say(context, other, { channel, thread: question.id, text });
  }
}

interface SampleAnswer {
  readonly question: StoredMessage;
  readonly text: string;
}

/** Presses the question's first button, and fills what that opens unless something stands there. */
async function answerByForm(
  context: VisitorContext,
  other: Visitor,
  { question, text }: SampleAnswer,
): Promise<void> {
  const action = firstAction(question);
  if (action === undefined) return;
  const opened = await onButton(context, other, { message: question.id, action });
  if (opened?.type !== 'form') return;
  const { form, handle } = opened;
  const values = form.fields.map((field) => [field.id, field.value ?? ''] as const);
  const [box] = form.fields.filter(({ type }) => type === 'line' || type === 'paragraph');
  if (!box || box.value) return;
  await onForm(context, other, {
    handle: { ...handle, action: encodeAction(form.action) },
    values: { ...Object.fromEntries(values), [box.id]: text },
  });
}

function firstAction({ body: encoded }: StoredMessage): string | undefined {
  const body = decodeBody(encoded);
  if (body.type !== 'card') return undefined;
  const [button] = body.blocks.flatMap((block) => (block.type === 'buttons' ? block.buttons : []));
  return button && encodeAction(button.action);
}

/** The bot's newest message with a thread whose card is still a question. */
function isOpenQuestion(message: StoredMessage): boolean {
  if (message.author !== null || !message.hasThread) return false;
  const body = decodeBody(message.body);
  return body.type === 'card' && body.tone === 'question';
}

/** Settled by the question alone, so that pressing again changes nothing. */
const misses = (place: number, question: StoredMessage): boolean =>
  (question.id * 7 + place * 3) % 5 === 0;
