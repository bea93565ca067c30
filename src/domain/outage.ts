export interface TimeRange {
  readonly from: Date;
  readonly until: Date;
}

/** Nobody listening for this long is an outage; a restart is none. */
export const SHORTEST_OUTAGE_MS = 60_000;

/** Whether the time between two sightings of a listening process is an outage. */
export function isOutage(gap: TimeRange): boolean {
  return lengthMs(gap) > SHORTEST_OUTAGE_MS;
}

/** An outage of this share of the time to answer excuses those who did not. */
const EXCUSING_SHARE = 1 / 4;

/**
 * Whether a round is excused: it breaks nobody's streak, since people could not be heard when it ended,
 * as most answer late, or for a good part of it. Whoever answered all the same keeps their point.
 * The outages do not overlap each other.
 */
export function isExcused(round: TimeRange, outages: readonly TimeRange[]): boolean {
  const atDeadline = outages.some(({ from, until }) => from < round.until && round.until <= until);
  const away = outages.reduce((sum, outage) => sum + sharedMs(round, outage), 0);
  return atDeadline || (away > 0 && away >= lengthMs(round) * EXCUSING_SHARE);
}

function sharedMs(one: TimeRange, other: TimeRange): number {
  const from = Math.max(one.from.getTime(), other.from.getTime());
  const until = Math.min(one.until.getTime(), other.until.getTime());
  return Math.max(0, until - from);
}

function lengthMs({ from, until }: TimeRange): number {
  return until.getTime() - from.getTime();
}
