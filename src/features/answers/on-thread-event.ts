import type { ThreadEvent } from '../../chat/event.ts';
import { roundOfThread } from '../../db/rounds.ts';
import type { Context } from '../../delivery/context.ts';
import { submitThreadMessage } from './catch-up.ts';
import { enqueueRefusal } from './refuse-thread-answer.ts';
import { enqueueWordlessNote } from './tell-wordless.ts';
import { withdrawThreadAnswer } from './withdraw-answer.ts';

/** Takes what people write, edit and delete in a thread; threads that are no round's are let be. */
export async function onThreadEvent(context: Context, event: ThreadEvent): Promise<void> {
  if (event.type === 'deleted') return withdrawThreadAnswer(context, event.platform, event.ref);
  const { platform, ref, under = ref } = event.message;
  const found = await roundOfThread(context.db, platform, under);
  if (!found) return;
  const revisedAt = event.type === 'edited' ? event.revisedAt : event.message.at;
  const submitted = await submitThreadMessage(context, {
    ...{ roundId: found.round.id, workspaceId: found.workspaceId },
    ...{ message: event.message, revisedAt },
  });
  if (submitted.type !== 'refused') return;
  if (submitted.fault === 'answer-too-long') await enqueueRefusal(context, found, event.message);
  if (submitted.fault === 'answer-empty') await enqueueWordlessNote(context, found, event.message);
}
