import type { Context } from '../../../delivery/context.ts';
import { dayAt } from '../../../domain/day.ts';
import { foldStreak, markRounds, type Streak } from '../../../domain/streak.ts';
import {
  type DatedMark,
  type DayMark,
  type YearOfDays,
  yearUntil,
} from '../../../domain/year-of-rounds.ts';
import { type LoggedMark, loggedMarks } from '../../standings/marks-of.ts';
import { type ChannelTracks, type TrackHere, tracksHere } from '../../tracks/tracks-here.ts';

export interface Year {
  readonly type: 'year';
  readonly at: TrackHere;
  /** The other tracks that were to choose from. */
  readonly others: readonly TrackHere[];
  readonly streak: Streak;
  readonly days: YearOfDays;
  /** Oldest first. */
  readonly marks: readonly DatedMark[];
}

/** A member's rounds of the last year: in the track named, else in the first one of the channel or the workspace. */
export async function showYear(
  { db, clock }: Context,
  where: ChannelTracks,
  memberId: number,
): Promise<Year | { readonly type: 'no-tracks' }> {
  const [at] = await tracksHere(db, where);
  if (!at) return { type: 'no-tracks' };
  const { workspaceId, channel, language } = where;
  const tracks = await tracksHere(db, { workspaceId, channel, language });
  const { id, timezone } = at.track;
  const log = await loggedMarks(db, id, memberId);
  const days = yearUntil(dayAt(await clock.now(db), timezone));
  return {
    ...{ type: 'year', at, days, streak: foldStreak(log) },
    others: tracks.filter(({ track }) => track.id !== id),
    marks: datedMarks(log, timezone).filter(({ day }) => days.from <= day && day <= days.until),
  };
}

function datedMarks(log: readonly LoggedMark[], timezone: string): readonly DatedMark[] {
  const kinds = markRounds(log);
  return log.flatMap((round, index) => {
    const kind = kinds[index]?.kind;
    if (kind === undefined || round.openedAt === null) return [];
    const mark: DayMark = kind === 'excused' && isAway(round) ? 'away' : kind;
    return [{ day: dayAt(round.openedAt, timezone), mark }];
  });
}

/** Excused by their own days away alone. */
const isAway = ({ away, excused, corrections = [] }: LoggedMark): boolean =>
  away === true && !excused && !corrections.some(({ type }) => type === 'void');
