import type { Context } from '../../delivery/context.ts';
import { type Day, LAST_DAY } from '../../domain/day.ts';
import { type AwayMember, insertAway, lockAway, revokeAway } from './away-days.ts';

/** Nothing, days of which the first is still to come, or days that have begun. */
type Cleared = 'nothing' | 'ahead' | 'begun';

/**
 * Makes a member's rounds count again from today on. Rounds that were excused until now stay excused. Returns what
 * there was to clear.
 */
export async function clearAway(
  context: Context,
  { memberId, workspaceId }: AwayMember,
  today: Day,
): Promise<Cleared> {
  return context.db.transaction().execute(async (tx) => {
    await lockAway(tx, { memberId, workspaceId });
    const at = await context.clock.now(tx);
    const revoked = await revokeAway(tx, { memberId, at, from: today, until: LAST_DAY });
    const begun = revoked.filter(({ from }) => from < today);
    for (const { from } of begun) await insertAway(tx, { memberId, at, from, until: today - 1 });
    context.log.info({ member: memberId, times: revoked.length }, 'a member is back');
    if (revoked.length === 0) return 'nothing';
    return revoked.some(({ from }) => from <= today) ? 'begun' : 'ahead';
  });
}
