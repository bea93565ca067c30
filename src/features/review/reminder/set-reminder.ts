import type { Context } from '../../../delivery/context.ts';
import { inTransaction } from '../../../delivery/in-transaction.ts';
import { type Minute, nextTimeOfDay, readTimeOfDay } from '../../../domain/time-of-day.ts';
import { type OwnZone, readZone, saveStudySettings, type ZoneFault } from '../own-zone.ts';

export type ReminderFault =
  ZoneFault | { readonly code: 'time-unreadable'; readonly written: string };

export type SetReminder =
  | ({ readonly type: 'set'; readonly minute: Minute } & OwnZone)
  | { readonly type: 'refused'; readonly fault: ReminderFault };

interface WrittenReminder {
  readonly memberId: number;
  readonly time: string;
  readonly timezone: string;
}

/** Switches a member's daily reminder on. The first one comes when their clock next shows this time of day. */
export async function setReminder(
  context: Context,
  written: WrittenReminder,
): Promise<SetReminder> {
  const { memberId } = written;
  const minute = readTimeOfDay(written.time);
  if (minute === undefined) {
    return { type: 'refused', fault: { code: 'time-unreadable', written: written.time } };
  }
  const zone = readZone(written.timezone);
  if (!zone.ok) return { type: 'refused', fault: zone.fault };
  const { timezone } = zone;
  await inTransaction(context, async ({ db, clock }) => {
    await saveStudySettings(db, { memberId, timezone });
    const dueAt = nextTimeOfDay(minute, timezone, await clock.now(db));
    await db
      .insertInto('reviewReminders')
      .values({ memberId, minute, dueAt })
      .onConflict((conflict) => conflict.column('memberId').doUpdateSet({ minute, dueAt }))
      .execute();
  });
  return { type: 'set', minute, timezone };
}

/** Puts a member's next reminder at the instant that its time of day has in their new time zone. */
export async function moveReminder(
  { db, clock }: Context,
  { memberId, timezone }: { readonly memberId: number } & OwnZone,
): Promise<void> {
  const row = await db
    .selectFrom('reviewReminders')
    .select('minute')
    .where('memberId', '=', memberId)
    .where('dueAt', 'is not', null)
    .forUpdate()
    .executeTakeFirst();
  if (!row) return;
  const dueAt = nextTimeOfDay(row.minute, timezone, await clock.now(db));
  await db.updateTable('reviewReminders').set({ dueAt }).where('memberId', '=', memberId).execute();
}
