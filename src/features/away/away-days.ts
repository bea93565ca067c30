import type { Db } from '../../db/connect.ts';
import type { Away } from '../../domain/away.ts';
import type { Day } from '../../domain/day.ts';

/** A member, and the workspace whose rounds their days away concern. */
export interface AwayMember {
  readonly memberId: number;
  readonly workspaceId: number;
}

/** A member's days, and the instant at which they are announced or revoked. */
interface AwayChange extends Away {
  readonly memberId: number;
  readonly at: Date;
}

/**
 * Lets one transaction at a time change a member's days, and no round of the workspace close meanwhile.
 * So the days that held at a deadline are known when its round is closed, and no standing that was
 * counted then has to be counted anew.
 */
export async function lockAway(tx: Db, { memberId, workspaceId }: AwayMember): Promise<void> {
  await tx
    .selectFrom('rounds')
    .innerJoin('tracks', 'tracks.id', 'rounds.trackId')
    .select('rounds.id')
    .where('tracks.workspaceId', '=', workspaceId)
    .where('rounds.status', 'in', ['claimed', 'open'])
    .orderBy('rounds.id')
    .forShare('rounds')
    .execute();
  const member = tx.selectFrom('members').select('id').where('id', '=', memberId);
  await member.forNoKeyUpdate().execute();
}

/** A member's days away that are not revoked and not over, the nearest first. */
export async function listAway(db: Db, memberId: number, today: Day): Promise<readonly Away[]> {
  return db
    .selectFrom('awayDays')
    .select(['fromDay as from', 'untilDay as until'])
    .where('memberId', '=', memberId)
    .where('revokedAt', 'is', null)
    .where('untilDay', '>=', today)
    .orderBy('fromDay')
    .execute();
}

/** Revokes a member's days away that overlap these, and returns what it revoked. */
export async function revokeAway(
  tx: Db,
  { memberId, from, until, at }: AwayChange,
): Promise<readonly Away[]> {
  return tx
    .updateTable('awayDays')
    .set({ revokedAt: at })
    .where('memberId', '=', memberId)
    .where('revokedAt', 'is', null)
    .where('untilDay', '>=', from)
    .where('fromDay', '<=', until)
    .returning(['fromDay as from', 'untilDay as until'])
    .execute();
}

export async function insertAway(tx: Db, { memberId, from, until, at }: AwayChange): Promise<void> {
  await tx
    .insertInto('awayDays')
    .values({ memberId, fromDay: from, untilDay: until, announcedAt: at })
    .execute();
}
