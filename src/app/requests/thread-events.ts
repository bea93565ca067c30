import type { ThreadEvent } from '../../chat/event.ts';
import type { Context } from '../../delivery/context.ts';
import type { Outcomes } from '../../features/shared/feature.ts';
import type { Registry } from './registry.ts';

/** Tells every feature what happened in one thread. Of an event, the first failure counts. */
export async function handleThreadEvents(
  context: Context,
  { features }: Registry,
  events: readonly ThreadEvent[],
): Promise<Outcomes> {
  let outcomes: Outcomes = events.map(() => ({ status: 'fulfilled', value: undefined }));
  for (const { onThread } of features) {
    const handled = await onThread?.(context, events);
    if (handled)
      outcomes = outcomes.map((was, at) =>
        was.status === 'rejected' ? was : (handled[at] ?? was),
      );
  }
  return outcomes;
}
