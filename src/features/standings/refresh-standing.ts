import type { Db } from '../../db/connect.ts';
import { foldStreak, newestCounted, NO_STREAK, type Streak } from '../../domain/streak.ts';
import { marksOf } from './marks-of.ts';
import {
  type Folded,
  lockStandings,
  saveStandings,
  saveStreaks,
  type StandingKey,
} from './refresh-standings.ts';

/**
 * Brings stored streaks and points to what the log says, in a few statements however many they are.
 * Recomputed from the log, so a repeated event cannot count twice. Only an answer to the newest round is
 * counted on from what is stored (`count-one-more.ts`), which comes to the same.
 */
export async function refreshStandings(db: Db, keys: readonly StandingKey[]): Promise<void> {
  if (keys.length === 0) return;
  await lockStandings(db, keys);
  await refreshAllLocked(db, keys);
}

/** Brings streaks alone to what the log says: when members missed a round that closes, no points change. */
export async function refreshStreaks(db: Db, keys: readonly StandingKey[]): Promise<void> {
  if (keys.length === 0) return;
  await lockStandings(db, keys);
  await saveStreaks(db, await foldAll(db, keys));
}

/** Brings one member's standing in one track to what the log says. */
export async function refreshStanding(db: Db, key: StandingKey): Promise<void> {
  await refreshStandings(db, [key]);
}

/** Brings a standing that this transaction has locked to what the log says, and returns its streak. */
export async function refreshLocked(db: Db, key: StandingKey): Promise<Streak> {
  const [streak] = await refreshAllLocked(db, [key]);
  return streak ?? NO_STREAK;
}

async function refreshAllLocked(db: Db, keys: readonly StandingKey[]): Promise<readonly Streak[]> {
  const folded = await foldAll(db, keys);
  await saveStandings(db, folded);
  return folded.map(({ streak }) => streak);
}

/** Read by a statement of its own, after the lock: so it sees what was committed before the lock. */
async function foldAll(db: Db, keys: readonly StandingKey[]): Promise<readonly Folded[]> {
  const trackIds = new Set(keys.map(({ trackId }) => trackId));
  const memberIds = new Set(keys.map(({ memberId }) => memberId));
  const marks = await marksOf(db, [...trackIds], [...memberIds]);
  return keys.map((key) => {
    const own = marks(key.trackId, key.memberId);
    return { key, streak: foldStreak(own), newest: newestCounted(own) };
  });
}
