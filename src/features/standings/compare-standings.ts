import type { Db } from '../../db/connect.ts';
import { foldStreak } from '../../domain/streak.ts';
import { marksOf } from './marks-of.ts';
import type { StandingKey } from './refresh-standings.ts';

export interface StandingsReport {
  /** How many streaks are stored. */
  readonly stored: number;
  /** Those that differ from what the log of rounds and answers comes to, or whose points do. */
  readonly differing: readonly StandingKey[];
}

/** Compares all stored streaks and points with the log. Changes nothing. */
export async function compareStandings(db: Db): Promise<StandingsReport> {
  const tracks = await db.selectFrom('tracks').select('id').orderBy('id').execute();
  const reports: StandingsReport[] = [];
  for (const { id } of tracks) reports.push(await compareTrack(db, id));
  return {
    stored: reports.reduce((sum, { stored }) => sum + stored, 0),
    differing: reports.flatMap(({ differing }) => differing),
  };
}

async function compareTrack(db: Db, trackId: number): Promise<StandingsReport> {
  const rows = await db
    .selectFrom('streaks')
    .leftJoin('scores', (join) =>
      join
        .onRef('scores.trackId', '=', 'streaks.trackId')
        .onRef('scores.memberId', '=', 'streaks.memberId')
        .on('scores.period', '=', 'all'),
    )
    .select(['streaks.memberId', 'current', 'longest', 'freezes', 'answered', 'points'])
    .where('streaks.trackId', '=', trackId)
    .orderBy('streaks.memberId')
    .execute();
  const marks = await marksOf(
    db,
    [trackId],
    rows.map(({ memberId }) => memberId),
  );
  const differing = rows.filter(({ memberId, points, ...stored }) => {
    const folded = foldStreak(marks(trackId, memberId));
    return (
      stored.current !== folded.current ||
      stored.longest !== folded.longest ||
      stored.freezes !== folded.freezes ||
      stored.answered !== folded.answered ||
      (points ?? 0) !== folded.answered
    );
  });
  return {
    stored: rows.length,
    differing: differing.map(({ memberId }) => ({ trackId, memberId })),
  };
}
