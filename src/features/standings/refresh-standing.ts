import { marksOf } from './counted-answers.ts';
import {
  lockStandings,
  refreshScores,
  saveStreaks,
  type StandingKey,
} from './refresh-standings.ts';
import type { Db } from '../../db/connect.ts';
import { foldStreak, NO_STREAK, type Streak } from '../../domain/streak.ts';

/**
 * Brings stored streaks and points to what the log says, in a few statements however many they are.
 * Always recomputed from the log, never counted up, so a repeated event cannot count twice.
 */
export async function refreshStandings(
  db: Db,
  keys: readonly StandingKey[],
): Promise<readonly Streak[]> {
  if (keys.length === 0) return [];
  await lockStandings(db, keys);
  const trackIds = new Set(keys.map(({ trackId }) => trackId));
  const memberIds = new Set(keys.map(({ memberId }) => memberId));
  const marks = await marksOf(db, [...trackIds], [...memberIds]);
  const folded = keys.map((key) => ({
    key,
    streak: foldStreak(marks(key.trackId, key.memberId)),
  }));
  await saveStreaks(db, folded);
  await refreshScores(db, keys);
  return folded.map(({ streak }) => streak);
}

/** The same for one member in one track. */
export async function refreshStanding(db: Db, trackId: number, memberId: number): Promise<Streak> {
  const [streak] = await refreshStandings(db, [{ trackId, memberId }]);
  return streak ?? NO_STREAK;
}
