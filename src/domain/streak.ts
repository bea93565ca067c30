/** What one round of a track meant for one member, in the order of round numbers. */
export interface RoundMark {
  readonly round: number;
  /** Whether the member had an answer when the round closed; while it is open, whether they have one now. */
  readonly answered: boolean;
  /** An open round that is not answered yet breaks nothing. */
  readonly open: boolean;
  /** Nor does one that people could not answer, because nobody listened. */
  readonly excused: boolean;
  /** Nor one in which the member was away, unless they answered it. */
  readonly away?: boolean;
  /** What was corrected afterwards. */
  readonly corrections?: readonly Correction[];
}

/** What someone who manages the track has changed about a round, on record for the member to see. */
export interface Correction {
  /** `void`: the round counts for nobody; `count-late`: a late answer counts as if it had been in time. */
  readonly type: 'void' | 'count-late';
  /** The name of the person who made it; undefined for the operator, and for someone who was forgotten since. */
  readonly by: string | undefined;
  readonly at: Date;
  readonly reason: string;
}

export interface Streak {
  /** Consecutive rounds answered in time, up to now; a frozen round neither adds nor breaks. */
  readonly current: number;
  readonly longest: number;
  /** Freezes in hand. */
  readonly freezes: number;
  /** Rounds answered in time, ever. */
  readonly answered: number;
}

/** How a round stands in the row of marks a member sees. `excused`: it neither added nor broke, for whatever reason. */
export type MarkKind = 'answered' | 'missed' | 'frozen' | 'excused' | 'open' | 'before';

export interface MarkedRound {
  readonly round: number;
  readonly kind: MarkKind;
}

/** A freeze is earned with every seventh answer of a streak, and two are kept at most. */
export const ROUNDS_PER_FREEZE = 7;
export const MOST_FREEZES = 2;

export const NO_STREAK: Streak = { current: 0, longest: 0, freezes: 0, answered: 0 };

/** The correction of a kind that counts: the newest. */
export function correctionOf(mark: RoundMark, type: Correction['type']): Correction | undefined {
  return mark.corrections?.findLast((correction) => correction.type === type);
}

const isVoid = (mark: RoundMark): boolean => correctionOf(mark, 'void') !== undefined;

/** Whether the round counts as answered. */
const counts = (mark: RoundMark): boolean =>
  !isVoid(mark) && (mark.answered || correctionOf(mark, 'count-late') !== undefined);

const isExcused = (mark: RoundMark): boolean => mark.excused || mark.away === true || isVoid(mark);

/** One step of the fold. A missed round uses up a freeze if there is a streak to save. */
export function stepStreak(streak: Streak, mark: RoundMark): Streak {
  if (counts(mark)) return afterAnswer(streak);
  if (mark.open || isExcused(mark) || streak.current === 0) return streak;
  if (streak.freezes > 0) return { ...streak, freezes: streak.freezes - 1 };
  return { ...streak, current: 0 };
}

function afterAnswer(streak: Streak): Streak {
  const current = streak.current + 1;
  const earned = current % ROUNDS_PER_FREEZE === 0 ? 1 : 0;
  return {
    current,
    longest: Math.max(streak.longest, current),
    freezes: Math.min(streak.freezes + earned, MOST_FREEZES),
    answered: streak.answered + 1,
  };
}

/** The streak is this fold over the log of rounds; whatever is stored is a cache of it. */
export function foldStreak(marks: readonly RoundMark[]): Streak {
  return marks.reduce(stepStreak, NO_STREAK);
}

/** The number of the newest round that counts as answered; 0 where none does. */
export function newestCounted(marks: readonly RoundMark[]): number {
  return marks.findLast(counts)?.round ?? 0;
}

/** The same fold, told round by round: what a member sees as a row of marks. */
export function markRounds(marks: readonly RoundMark[]): readonly MarkedRound[] {
  let streak = NO_STREAK;
  return marks.map((mark) => {
    const next = stepStreak(streak, mark);
    const kind = kindOf(mark, streak, next);
    streak = next;
    return { round: mark.round, kind };
  });
}

export function kindOf(mark: RoundMark, before: Streak, after: Streak): MarkKind {
  if (counts(mark)) return 'answered';
  if (mark.open && !isVoid(mark)) return 'open';
  if (before.answered === 0) return 'before';
  if (isExcused(mark)) return 'excused';
  return after.freezes < before.freezes ? 'frozen' : 'missed';
}
