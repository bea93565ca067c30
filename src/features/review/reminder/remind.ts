import { memberById } from '../../../db/members.ts';
import type { Member, Workspace } from '../../../db/tables.ts';
import { workspaceById } from '../../../db/workspaces.ts';
import type { Context } from '../../../delivery/context.ts';
import { withLock } from '../../../delivery/with-lock.ts';
import { writeToMember } from '../../../delivery/write-to-member.ts';
import { listAway } from '../../away/away-days.ts';
import { reviewDay } from '../review-day.ts';
import type { DayReminder } from './jobs.ts';
import { reminderCard } from './reminder-card.ts';
import { findReminder } from './stored-reminder.ts';

/** Writes to a member once under the day's key, if something is due for them and they are not away. */
export async function remind(context: Context, reminder: DayReminder): Promise<void> {
  const { memberId } = reminder;
  await withLock(context, `remind-${memberId}`, async () => {
    // The member may have stopped it, or been forgotten, meanwhile.
    if ((await findReminder(context.db, memberId)).status !== 'on') return;
    const member = await memberById(context.db, memberId);
    const workspace = await workspaceById(context.db, member.workspaceId);
    if (workspace.leftAt === null) await remindMember(context, reminder, { member, workspace });
  });
}

interface Reminded {
  readonly member: Member;
  readonly workspace: Workspace;
}

async function remindMember(
  context: Context,
  { day, later }: DayReminder,
  { member, workspace }: Reminded,
): Promise<void> {
  const platform = context.platforms.get(workspace.platform);
  const language = member.language ?? 'en';
  const { study, plan } = await reviewDay({ context, workspace, member, language });
  const due = plan.questions.filter(({ why }) => why === 'due' || why === 'interview').length;
  if (!platform || study.today !== day || due === 0) return;
  const [away] = await listAway(context.db, member.id, day);
  if (away && away.from <= day) return;
  const message = reminderCard({ language, day, due, later });
  const key = `remind-${member.id}-${day}${later ? '-later' : ''}`;
  const written = await writeToMember(context, { platform, workspace, member, message, key });
  if (written === 'delivered') context.observe({ type: 'reminder-sent' });
  if (written === 'closed') await closeReminder(context, member.id);
}

/** Stops the reminder until the member sets it again; `/review` says so. */
async function closeReminder({ db }: Context, memberId: number): Promise<void> {
  const row = db.updateTable('reviewReminders').where('memberId', '=', memberId);
  await row.set({ dueAt: null }).execute();
}
