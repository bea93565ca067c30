import { memberById } from '../../db/members.ts';
import type { Member } from '../../db/tables.ts';
import type { Context } from '../../delivery/context.ts';
import { withLock } from '../../delivery/with-lock.ts';
import { writeToMember } from '../../delivery/write-to-member.ts';
import { dayAt } from '../../domain/day.ts';
import { isInTime, MEMBER_NUDGE_SECONDS } from '../../domain/nudge.ts';
import { listAway } from '../away/away-days.ts';
import { findRoundContext, type RoundContext } from '../rounds/with-round.ts';
import { hasCounted } from '../standings/counted-answers.ts';
import type { NudgedMember } from './claim-member-nudges.ts';
import { memberNudgeCard } from './member-nudge-card.ts';
import { memberNudgeOf, restMemberNudge } from './member-nudges.ts';

/**
 * Writes to a member once that a round closes soon, unless that is of no use to them by now. Anyone who takes no
 * private messages is not written to again before they ask for it anew.
 */
export async function writeMemberNudge(
  context: Context,
  { roundId, memberId }: NudgedMember,
): Promise<void> {
  const key = `round-${roundId}-nudge-${memberId}`;
  await withLock(context, key, async () => {
    const at = await findRoundContext(context, roundId);
    if (!at?.round.closesAt) return;
    const member = await memberById(context.db, memberId);
    if (!(await isWanted(context, at, member))) return;
    const { round, track, workspace, platform } = at;
    const message = memberNudgeCard({
      language: member.language ?? track.language,
      ...{ roundId, number: round.number, closesAt: at.round.closesAt },
      ...{ channel: track.channel, workspace: workspace.name },
    });
    const written = await writeToMember(context, { platform, workspace, member, message, key });
    if (written !== 'closed') return;
    await restMemberNudge(context.db, { memberId, at: await context.clock.now(context.db) });
  });
}

async function isWanted(
  { db, clock }: Context,
  { round, track }: RoundContext,
  member: Member,
): Promise<boolean> {
  if (round.status !== 'open' || !round.closesAt || !round.openedAt) return false;
  if (track.status === 'suspended' || track.status === 'removed') return false;
  if ((await memberNudgeOf(db, member.id)) !== 'on') return false;
  const now = await clock.now(db);
  const openSeconds = (round.closesAt.getTime() - round.openedAt.getTime()) / 1000;
  const beforeSeconds = Math.min(MEMBER_NUDGE_SECONDS, openSeconds / 2);
  if (!isInTime({ closesAt: round.closesAt, beforeSeconds }, now)) return false;
  if (await hasCounted(db, round.id, member.id)) return false;
  const today = dayAt(now, round.timezone);
  const away = await listAway(db, member.id, today);
  return !away.some(({ from, until }) => from <= today && today <= until);
}
