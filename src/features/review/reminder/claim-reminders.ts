import { sql } from 'kysely';
import type { Context } from '../../../delivery/context.ts';
import { inTransaction } from '../../../delivery/in-transaction.ts';
import { type Day, dayAt } from '../../../domain/day.ts';
import { type Minute, newestTimeOfDay, nextTimeOfDay } from '../../../domain/time-of-day.ts';
import { remindJob } from './jobs.ts';

/** Claims every reminder whose time has come. Any number of replicas may run it at once. */
export async function claimReminders(context: Context): Promise<void> {
  // Mostly none is due: one statement tells, where a transaction takes three.
  while ((await lockDue(context)) && (await claimNext(context)));
}

/**
 * Returns false when none is due any more. The job and the next due instant are written in one transaction. What
 * comes due on a day that is over by now, after an outage, is not made up for.
 */
async function claimNext(context: Context): Promise<boolean> {
  return inTransaction(context, async (inside) => {
    const due = await lockDue(inside);
    if (!due) return false;
    const { memberId, minute, timezone, dueAt, laterOn, now } = due;
    await inside.db
      .updateTable('reviewReminders')
      .set({ dueAt: nextTimeOfDay(minute, timezone, now) })
      .where('memberId', '=', memberId)
      .execute();
    const day = dayAt(now, timezone);
    const newest = newestTimeOfDay(minute, timezone, { after: dueAt, until: now }) ?? dueAt;
    if (dayAt(newest, timezone) !== day) return true;
    await inside.enqueue(inside.db, remindJob, { memberId, day, later: laterOn === day });
    return true;
  });
}

interface DueReminder {
  readonly memberId: number;
  readonly minute: Minute;
  readonly timezone: string;
  readonly dueAt: Date;
  readonly laterOn: Day | null;
  readonly now: Date;
}

/**
 * Locks a due reminder of a workspace that this process can write to. One that another process has locked is left to
 * it.
 */
async function lockDue({ db, clock, platforms }: Context): Promise<DueReminder | undefined> {
  const { rows } = await sql<DueReminder>`
    select reminder.member_id, reminder.minute, reminder.due_at, reminder.later_on,
      coalesce(study_settings.timezone, 'UTC') as timezone, ${clock.instant()} as now
    from review_reminders as reminder
    join members on members.id = reminder.member_id
    join workspaces on workspaces.id = members.workspace_id
    left join study_settings on study_settings.member_id = reminder.member_id
    where reminder.due_at <= ${clock.instant()} and workspaces.left_at is null
      and workspaces.platform = any(${[...platforms.keys()]}::text[])
    order by reminder.due_at limit 1
    for update of reminder skip locked
  `.execute(db);
  return rows[0];
}
