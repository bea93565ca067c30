import { sql } from 'kysely';
import type { Db } from '../../../db/connect.ts';
import type { PersonalData } from '../../../delivery/stored-data.ts';
import { type Minute, timeOfDayText } from '../../../domain/time-of-day.ts';

/** Whether a member is reminded of their reviews. */
export type Reminder =
  | { readonly status: 'off' }
  | { readonly status: 'on'; readonly minute: Minute }
  /** They took no private message; nothing is tried until they set it again. */
  | { readonly status: 'closed'; readonly minute: Minute };

export async function findReminder(db: Db, memberId: number): Promise<Reminder> {
  const row = await db
    .selectFrom('reviewReminders')
    .select(['minute', 'dueAt'])
    .where('memberId', '=', memberId)
    .executeTakeFirst();
  if (!row) return { status: 'off' };
  return { status: row.dueAt ? 'on' : 'closed', minute: row.minute };
}

/** Returns whether there was one. */
export async function stopReminder(db: Db, memberId: number): Promise<boolean> {
  const stopped = await db
    .deleteFrom('reviewReminders')
    .where('memberId', '=', memberId)
    .returning('memberId')
    .executeTakeFirst();
  return stopped !== undefined;
}

export const reminderData: PersonalData = {
  async export(db, { id }) {
    const reminder = await findReminder(db, id);
    if (reminder.status === 'off') return { reviewReminders: [] };
    const { status, minute } = reminder;
    return { reviewReminders: [{ status, time: timeOfDayText(minute) }] };
  },
  async erase(_context, tx, { memberId }) {
    await stopReminder(tx, memberId);
    return {};
  },
};

export async function deleteWorkspaceReminders(tx: Db, workspaceId: number): Promise<void> {
  await sql`
    delete from review_reminders using members
    where members.id = review_reminders.member_id and members.workspace_id = ${workspaceId}
  `.execute(tx);
}
