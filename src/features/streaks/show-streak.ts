import { memberById } from '../../db/members.ts';
import type { Member, Track } from '../../db/tables.ts';
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
  | { readonly type: 'streaks'; readonly member: Member; readonly streaks: readonly ShownStreak[] };

const MARKS_SHOWN = 14;

/** A member's streaks: in the channel's tracks, or in all of the workspace's where it has none. */
export async function showStreak(
  context: Context,
  where: ChannelTracks,
  memberId: number,
): Promise<Streaks> {
  const { db } = context;
  const [tracks, member] = await Promise.all([tracksHere(db, where), memberById(db, memberId)]);
  if (tracks.length === 0) return { type: 'no-tracks' };
  const streaks: ShownStreak[] = [];
  for (const { track, deck } of tracks) {
    const marks = (await marksOf(db, [track.id], [memberId]))(track.id, memberId);
    const shown = markRounds(marks).slice(-MARKS_SHOWN);
    streaks.push({ track, deck, streak: foldStreak(marks), marks: shown });
  }
  return { type: 'streaks', member, streaks };
}
