import type { Answering } from './answering.ts';
import { nextDue, type Schedule } from './schedule.ts';

/**
 * When a round that opens at `opensAt` closes. A schedule without a next instant gives a round a day,
 * so that every round has a stated end.
 */
export function closesAt(answering: Answering, schedule: Schedule, opensAt: Date): Date {
  if (answering.type === 'for') return new Date(opensAt.getTime() + answering.seconds * 1000);
  return nextDue(schedule, opensAt) ?? new Date(opensAt.getTime() + 86_400_000);
}
