import { findMember } from '../../../../src/db/members.ts';
import { NO_STREAK, type Streak } from '../../../../src/domain/streak.ts';
import { streakOf } from '../../../../src/features/standings/boards.ts';
import type { Standing } from './expected.ts';
import { type History, profileOf } from './history.ts';

/** A member's standing as the tables hold it; nothing stored is no streak and no points. */
export async function storedStanding(history: History, member: number): Promise<Standing> {
  const { world, track } = history;
  const { db } = world.context;
  const found = await findMember(db, track.workspaceId, profileOf(member).id);
  if (!found) return { streak: NO_STREAK, points: {} };
  const row = await streakOf(db, track.id, found.id);
  const points = await pointsOf(history, found.id);
  return { streak: row ? numbersOf(row) : NO_STREAK, points };
}

function numbersOf({ current, longest, freezes, answered }: Streak): Streak {
  return { current, longest, freezes, answered };
}

async function pointsOf({ world, track }: History, memberId: number): Promise<Standing['points']> {
  const rows = await world.context.db
    .selectFrom('scores')
    .select(['period', 'points'])
    .where('trackId', '=', track.id)
    .where('memberId', '=', memberId)
    .execute();
  return Object.fromEntries(rows.map(({ period, points }) => [period, points]));
}
