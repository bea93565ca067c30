import type { Answering } from './answering.ts';
import { type Calendar, nextAsked } from './calendar.ts';

/**
 * When a round that opens at `opensAt` closes. A calendar without a next round gives a round a day,
 * so that every round has a stated end.
 */
export function closesAt(answering: Answering, calendar: Calendar, opensAt: Date): Date {
  if (answering.type === 'for') return new Date(opensAt.getTime() + answering.seconds * 1000);
  return nextAsked(calendar, opensAt) ?? new Date(opensAt.getTime() + 86_400_000);
}
