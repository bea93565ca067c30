import type { Track } from '../../db/tables.ts';
import type { Context } from '../../delivery/context.ts';
import { foldStreak, type MarkedRound, markRounds, type Streak } from '../../domain/streak.ts';
import { marksOf } from '../standings/marks-of.ts';
import { type ChannelTracks, tracksHere } from '../tracks/tracks-here.ts';

interface ShownStreak {
  readonly track: Track;
  readonly deck: string;
  readonly streak: Streak;
  /** The newest rounds, oldest first. */
  readonly marks: readonly MarkedRound[];
}

export type Streaks =
  | { readonly type: 'no-tracks' }
  | { readonly type: 'streaks'; readonly streaks: readonly ShownStreak[] };

const MARKS_SHOWN = 14;

/** A member's streaks: in the channel's tracks, or in all of the workspace's where it has none. */
export async function showStreak(
  { db }: Pick<Context, 'db'>,
  where: ChannelTracks,
  memberId: number,
): Promise<Streaks> {
  const tracks = await tracksHere(db, where);
  if (tracks.length === 0) return { type: 'no-tracks' };
  const ids = tracks.map(({ track }) => track.id);
  const marksIn = await marksOf(db, ids, [memberId]);
  const streaks = tracks.map(({ track, deck }) => {
    const marks = marksIn(track.id, memberId);
    const shown = markRounds(marks).slice(-MARKS_SHOWN);
    return { track, deck, streak: foldStreak(marks), marks: shown };
  });
  return { type: 'streaks', streaks };
}
