import { countPoints, marksOf } from '../../db/counted-answers.ts';
import { lockStanding, saveScores, saveStreak } from '../../db/boards.ts';
import type { Db } from '../../db/connect.ts';
import { foldStreak, type Streak } from '../../domain/streak.ts';

/**
 * Brings the stored streak and points of a member in a track to what the log says. Always recomputed
 * from the log, never counted up, so a repeated event cannot count twice.
 */
export async function refreshStanding(db: Db, trackId: number, memberId: number): Promise<Streak> {
  await lockStanding(db, trackId, memberId);
  const marks = await marksOf(db, trackId, [memberId]);
  const streak = foldStreak(marks.get(memberId) ?? []);
  await saveStreak(db, trackId, memberId, streak);
  await saveScores(db, trackId, memberId, await countPoints(db, trackId, memberId));
  return streak;
}
