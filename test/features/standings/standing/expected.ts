import type { Round } from '../../../../src/db/tables.ts';
import type { TimeRange } from '../../../../src/domain/outage.ts';
import type { Streak } from '../../../../src/domain/streak.ts';

/** One thing a member said about a round, and what has come of it. */
export interface Said {
  readonly id: string;
  readonly round: number;
  /** The thread it was said in; a form is sent to no thread. */
  readonly thread?: string;
  readonly member: number;
  readonly at: Date;
  /** A text of it has been heard, in time or late. */
  heard: boolean;
  /** The newest of its forms from before the deadline that has been heard; an edit may leave no words. */
  inTime?: { readonly at: Date; readonly hasWords: boolean };
  /** When its deletion was heard; the beginning of time where it was forgotten. */
  takenBackAt?: Date;
}

/** A member says that they are off on some days, or that they are back from a day on. */
export interface DaysOff {
  readonly member: number;
  readonly at: Date;
  readonly type: 'off' | 'back';
  /** Counted from 1970 in UTC, the last one included. */
  readonly from: number;
  readonly until: number;
}

/** What managers decided, by the round and by the round and the member. */
export interface Corrections {
  readonly void: Set<number>;
  readonly counted: Set<string>;
}

/** What the tables should hold of one member. */
export interface Standing {
  readonly streak: Streak;
  /** Points by period. */
  readonly points: Readonly<Record<string, number>>;
}

/** All that a standing comes from. */
export interface Told {
  readonly rounds: readonly Round[];
  readonly said: readonly Said[];
  readonly away: readonly TimeRange[];
  readonly daysOff: readonly DaysOff[];
  readonly corrections: Corrections;
}

/** A standing worked out from what was said, by none of the code that is under test. */
export function expectedStanding(told: Told, member: number): Standing {
  const { rounds, said, away, corrections } = told;
  const daysOff = told.daysOff.filter((one) => one.member === member);
  const own = said.filter((one) => one.member === member);
  const asked = rounds.filter(({ status, closesAt }) => status !== 'void' && closesAt !== null);
  const valid = asked.filter(({ id }) => !corrections.void.has(id));
  const answered = valid.filter(
    (round) =>
      corrections.counted.has(`${round.id}:${member}`) || own.some((one) => counts(one, round)),
  );
  const breaking = valid.filter((round) => mayBreak(round, away) && !isOff(round, daysOff));
  return { streak: streakOver(asked, new Set(answered), breaking), points: pointsFor(answered) };
}

/** A round that is over, and that people could answer all the same. */
function mayBreak({ status, openedAt, closesAt }: Round, away: readonly TimeRange[]): boolean {
  if (status === 'claimed' || status === 'open' || !openedAt || !closesAt) return false;
  const [opened, closed] = [hoursOf(openedAt), hoursOf(closesAt)];
  let lost = 0;
  for (const span of away) {
    const [from, until] = [hoursOf(span.from), hoursOf(span.until)];
    if (from < until && from < closed && closed <= until) return false;
    lost += Math.max(0, Math.min(until, closed) - Math.max(from, opened));
  }
  return lost === 0 || lost < (closed - opened) / 4;
}

/** Whether a member was off at its deadline, or for a quarter of its days, as far as was known by then. */
function isOff({ openedAt, closesAt }: Round, daysOff: readonly DaysOff[]): boolean {
  if (!openedAt || !closesAt) return false;
  const off = new Set<number>();
  for (const { at, type, from, until } of daysOff) {
    if (at >= closesAt) break;
    for (let day = from; day <= until; day++) {
      if (type === 'off') off.add(day);
      else off.delete(day);
    }
  }
  const [first, last] = [Math.floor(hoursOf(openedAt) / 24), Math.ceil(hoursOf(closesAt) / 24) - 1];
  let shared = 0;
  for (let day = first; day <= last; day++) if (off.has(day)) shared += 1;
  return off.has(last) || (shared > 0 && shared >= (last - first + 1) / 4);
}

const hoursOf = (at: Date): number => at.getTime() / 3_600_000;

function counts(one: Said, { id, closesAt }: Round): boolean {
  const stood = !one.takenBackAt || (closesAt !== null && one.takenBackAt >= closesAt);
  return one.round === id && one.inTime?.hasWords === true && stood;
}

function streakOver(
  asked: readonly Round[],
  answered: ReadonlySet<Round>,
  breaking: readonly Round[],
): Streak {
  let [current, longest, freezes] = [0, 0, 0];
  for (const round of asked) {
    if (answered.has(round)) {
      current += 1;
      if (current % 7 === 0 && freezes < 2) freezes += 1;
    } else if (breaking.includes(round) && current > 0) {
      if (freezes > 0) freezes -= 1;
      else current = 0;
    }
    longest = Math.max(longest, current);
  }
  return { current, longest, freezes, answered: answered.size };
}

function pointsFor(answered: readonly Round[]): Standing['points'] {
  const periods = answered.flatMap(({ week, month }) => ['all', week, month]);
  const points: Record<string, number> = {};
  for (const period of periods) points[period] = (points[period] ?? 0) + 1;
  return points;
}
