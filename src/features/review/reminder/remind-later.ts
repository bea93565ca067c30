import type { Context } from '../../../delivery/context.ts';
import { inTransaction } from '../../../delivery/in-transaction.ts';
import { type Day, DAY_MS, dayAt } from '../../../domain/day.ts';
import type { Minute } from '../../../domain/time-of-day.ts';
import { wallClock } from '../../../domain/wall-clock.ts';

/** How much later; the words name it too. */
const LATER_HOURS = 3;

const HOUR_MS = 3_600_000;
const MINUTE_MS = 60_000;

export type Later =
  | { readonly type: 'later'; readonly at: Minute }
  /** The reminder is off, or has stopped. */
  | { readonly type: 'off' }
  /** The press came on another day than the reminder. */
  | { readonly type: 'past' }
  /** Once a day is enough. */
  | { readonly type: 'later-before' }
  /** The day would be over. */
  | { readonly type: 'too-late' };

interface Asked {
  readonly memberId: number;
  /** The day that the reminder was for. */
  readonly day: Day;
  readonly timezone: string;
}

/** Reminds a member once more on the same day. Two presses at once count once. */
export async function remindLater(
  context: Context,
  { memberId, day, timezone }: Asked,
): Promise<Later> {
  return inTransaction(context, async ({ db, clock }): Promise<Later> => {
    const reminder = await db
      .selectFrom('reviewReminders')
      .select('laterOn')
      .where('memberId', '=', memberId)
      .where('dueAt', 'is not', null)
      .forUpdate()
      .executeTakeFirst();
    const now = await clock.now(db);
    const dueAt = new Date(now.getTime() + LATER_HOURS * HOUR_MS);
    if (!reminder) return { type: 'off' };
    if (dayAt(now, timezone) !== day) return { type: 'past' };
    if (reminder.laterOn === day) return { type: 'later-before' };
    if (dayAt(dueAt, timezone) !== day) return { type: 'too-late' };
    const row = db.updateTable('reviewReminders').where('memberId', '=', memberId);
    await row.set({ dueAt, laterOn: day }).execute();
    return { type: 'later', at: minuteAt(dueAt, timezone) };
  });
}

const minuteAt = (at: Date, timezone: string): Minute =>
  Math.floor((wallClock(timezone)(at) % DAY_MS) / MINUTE_MS);
