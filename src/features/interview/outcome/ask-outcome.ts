import { memberById } from '../../../db/members.ts';
import type { Member } from '../../../db/tables.ts';
import { workspaceById } from '../../../db/workspaces.ts';
import type { Context } from '../../../delivery/context.ts';
import { withLock } from '../../../delivery/with-lock.ts';
import { writeToMember, type Written } from '../../../delivery/write-to-member.ts';
import type { Day } from '../../../domain/day.ts';
import { listAway } from '../../away/away-days.ts';
import { findStudy } from '../../memory/study.ts';
import { platformHere } from '../../rounds/running.ts';
import { outcomeCard } from './outcome-card.ts';
import type { OpenOutcome } from './stored-outcomes.ts';

/**
 * Asks a member once, privately, how an interview went. Someone who is away, or cannot be written to, is asked the
 * next time that they look at their interviews.
 */
export async function askOutcome(context: Context, outcomeId: number): Promise<void> {
  const { db } = context;
  await withLock(context, `interview-outcome-${outcomeId}`, async () => {
    const asked = await db
      .selectFrom('interviewOutcomes')
      .select(['id', 'memberId', 'onDay as on', 'name'])
      .where('id', '=', outcomeId)
      .where('toShow', '=', false)
      .executeTakeFirst();
    if (!asked) return;
    const member = await memberById(db, asked.memberId);
    if ((await write(context, member, asked)) === 'delivered') return;
    const row = db.updateTable('interviewOutcomes').where('id', '=', outcomeId);
    await row.set({ toShow: true }).execute();
  });
}

async function write(
  context: Context,
  member: Member,
  outcome: OpenOutcome,
): Promise<Written | 'away'> {
  const { db } = context;
  const workspace = await workspaceById(db, member.workspaceId);
  const { today } = await findStudy(context, { memberId: member.id, workspaceId: workspace.id });
  if (await isAway(context, member, today)) return 'away';
  const platform = await platformHere(context, workspace.platform);
  const message = outcomeCard({ language: member.language ?? 'en', today, outcome });
  const key = `interview-outcome-${outcome.id}`;
  return writeToMember(context, { platform, workspace, member, message, key });
}

async function isAway({ db }: Context, { id }: Member, today: Day): Promise<boolean> {
  const [away] = await listAway(db, id, today);
  return away !== undefined && away.from <= today;
}
