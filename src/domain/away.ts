import type { Day } from './day.ts';

/** The days, both included, on which a member has said beforehand that they are away. */
export interface Away {
  readonly from: Day;
  readonly until: Day;
}

export type AwayFault =
  | { readonly code: 'away-past'; readonly given: Day }
  | { readonly code: 'away-backwards'; readonly from: Day; readonly until: Day }
  /** `latest`: the last day that would do. */
  | { readonly code: 'away-too-far'; readonly given: Day; readonly latest: Day };

/** Two years, one of which may be a leap year. */
const FURTHEST_DAYS = 731;

/** What is wrong with days to be away; undefined where nothing is. A streak is not saved afterwards. */
export function awayFault({ from, until }: Away, today: Day): AwayFault | undefined {
  const latest = today + FURTHEST_DAYS;
  if (from < today) return { code: 'away-past', given: from };
  if (until < from) return { code: 'away-backwards', from, until };
  return until > latest ? { code: 'away-too-far', given: until, latest } : undefined;
}

/** Being away on this share of a round's days excuses from it. */
const EXCUSING_SHARE = 1 / 4;

/**
 * The days away, if any, that excuse a member from a round: they hold the day of its deadline, as most answer
 * late, or all together a good part of its days. The days are those of the member's calendar.
 */
export function awayDuring(
  round: { readonly openedOn: Day; readonly closesOn: Day },
  away: readonly Away[],
): Away | undefined {
  const { openedOn, closesOn } = round;
  const shared = away.filter(({ from, until }) => from <= closesOn && until >= openedOn);
  const atDeadline = shared.find(({ until }) => until >= closesOn);
  if (atDeadline) return atDeadline;
  const days = Array.from({ length: closesOn - openedOn + 1 }, (_, index) => openedOn + index);
  const missed = days.filter((day) =>
    shared.some(({ from, until }) => from <= day && day <= until),
  );
  return missed.length >= days.length * EXCUSING_SHARE ? shared.at(-1) : undefined;
}
