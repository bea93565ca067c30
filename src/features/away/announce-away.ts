import type { Context } from '../../delivery/context.ts';
import type { Away } from '../../domain/away.ts';
import { type AwayMember, insertAway, lockAway, revokeAway } from './away-days.ts';

interface Announced {
  /** The days as they are now, together with those that they were joined with. */
  readonly away: Away;
  /** Whether they are more than those that were given. */
  readonly joined: boolean;
}

/**
 * Keeps days on which a member will be away, joined with those that overlap them, so a second press changes
 * nothing.
 */
export async function announceAway(
  context: Context,
  { memberId, workspaceId }: AwayMember,
  { from, until }: Away,
): Promise<Announced> {
  return context.db.transaction().execute(async (tx) => {
    await lockAway(tx, { memberId, workspaceId });
    const at = await context.clock.now(tx);
    const others = await revokeAway(tx, { memberId, at, from, until });
    const away = {
      from: Math.min(from, ...others.map((one) => one.from)),
      until: Math.max(until, ...others.map((one) => one.until)),
    };
    await insertAway(tx, { memberId, at, ...away });
    context.log.info({ member: memberId }, 'a member announced days away');
    return { away, joined: away.from < from || away.until > until };
  });
}
