import { memberById } from '../../../db/members.ts';
import type { Member } from '../../../db/tables.ts';
import { workspaceById } from '../../../db/workspaces.ts';
import type { Context } from '../../../delivery/context.ts';
import { managesAtPresent } from '../../../delivery/may-manage.ts';
import { withLock } from '../../../delivery/with-lock.ts';
import { writeToMember } from '../../../delivery/write-to-member.ts';
import { platformHere } from '../../rounds/running.ts';
import { openReports } from '../reports/report-queries.ts';
import { openSuggestions } from '../suggestion-queries.ts';
import type { ManagerNotice } from './claim-notices.ts';
import { noticeCard } from './notice-card.ts';

/** Writes a claimed notice once, unless nothing waits any more, or its reader manages nothing any more. */
export async function writeNotice(
  context: Context,
  { memberId, at }: ManagerNotice,
): Promise<void> {
  const key = `manager-${memberId}-notice-${at}`;
  await withLock(context, key, async () => {
    const member = await memberById(context.db, memberId);
    const waiting = await waitingFor(context, member);
    if (waiting.suggestions + waiting.reports === 0) return;
    const workspace = await workspaceById(context.db, member.workspaceId);
    const platform = await platformHere(context, workspace.platform);
    const where = { platform: workspace.platform, workspace: workspace.externalId };
    const reader = { ...where, member: { id: member.externalId } };
    if ((await managesAtPresent(context, reader)) === false) return;
    const message = noticeCard({
      language: member.language ?? 'en',
      ...waiting,
      workspace: workspace.name,
    });
    const outcome = await writeToMember(context, { platform, workspace, member, message, key });
    context.log.info({ member: memberId, ...waiting, outcome }, 'told a manager what waits');
  });
}

/** All that waits, whether or not it is news; without what the manager brought in. */
async function waitingFor({ db }: Context, { id, workspaceId }: Member) {
  const isOthers = ({ memberId }: { readonly memberId: number | null }) => memberId !== id;
  return {
    suggestions: (await openSuggestions(db, workspaceId)).filter(isOthers).length,
    reports: (await openReports(db, workspaceId)).filter(isOthers).length,
  };
}
