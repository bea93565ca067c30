import type { ThreadEvent } from '../../chat/event.ts';
import type { Context } from '../../delivery/context.ts';
import type { Outcomes } from '../shared/feature.ts';
import { onThreadEvent } from './on-thread-event.ts';
import { takeTogether } from './take-together.ts';

/** The most that are taken side by side: other people wait for the database's connections as well. */
const AT_A_TIME = 5;

const DONE = { status: 'fulfilled', value: undefined } as const;

/**
 * Takes what happened in one thread. Answers as they usually come are taken together, and all else one by one:
 * what happened to one message in its order, different messages side by side.
 */
export async function onThreadEvents(
  context: Context,
  events: readonly ThreadEvent[],
): Promise<Outcomes> {
  const taken = await takeTogether(context, events);
  const outcomes: PromiseSettledResult<void>[] = events.map(() => DONE);
  const left = [...events.entries()].filter(([, event]) => !taken.has(event));
  const waiting = [...Map.groupBy(left, ([, event]) => messageOf(event)).values()];
  const work = async (): Promise<void> => {
    for (let next = waiting.shift(); next; next = waiting.shift()) {
      for (const [at, event] of next) {
        [outcomes[at] = DONE] = await Promise.allSettled([onThreadEvent(context, event)]);
      }
    }
  };
  await Promise.all(Array.from({ length: AT_A_TIME }, work));
  return outcomes;
}

const messageOf = (event: ThreadEvent): string =>
  event.type === 'deleted' ? event.ref.message : event.message.ref.message;
