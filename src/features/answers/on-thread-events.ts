import type { ThreadEvent } from '../../chat/event.ts';
import type { Context } from '../../delivery/context.ts';
import type { Outcomes } from '../shared/feature.ts';
import { onThreadEvent } from './on-thread-event.ts';
import { takeTogether } from './take-together.ts';

/**
 * Takes what happened in one thread. Answers as they usually come are taken together, and all else one by one:
 * what happened to one message in its order, different messages side by side.
 */
export async function onThreadEvents(
  context: Context,
  events: readonly ThreadEvent[],
): Promise<Outcomes> {
  const taken = await takeTogether(context, events);
  const last = new Map<string, Promise<void>>();
  const takeInOrder = async (event: ThreadEvent): Promise<void> => {
    await last.get(messageOf(event))?.catch(() => undefined);
    await onThreadEvent(context, event);
  };
  return Promise.allSettled(
    events.map((event) => {
      if (taken.has(event)) return Promise.resolve();
      const done = takeInOrder(event);
      last.set(messageOf(event), done);
      return done;
    }),
  );
}

const messageOf = (event: ThreadEvent): string =>
  event.type === 'deleted' ? event.ref.message : event.message.ref.message;
