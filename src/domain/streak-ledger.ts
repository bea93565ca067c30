import type { Away } from './away.ts';
import type { TimeRange } from './outage.ts';
import {
  type Correction,
  correctionOf,
  kindOf,
  type MarkKind,
  NO_STREAK,
  type RoundMark,
  stepStreak,
  type Streak,
} from './streak.ts';

/** A round's mark with all that explains it. */
export interface LedgerMark extends RoundMark {
  /** When the member's newest answer was given, in time or late. */
  readonly answeredAt?: Date;
  /** The outages while the round was open. */
  readonly outages?: readonly TimeRange[];
  /** The days away that excuse the member from it; with them, `away` is true. */
  readonly awayDays?: Away;
}

/** The answer that earned a freeze. */
interface FreezeEarned {
  readonly round: number;
  /** How long the streak was with it. */
  readonly streak: number;
}

/** Why a round stands as it does. */
export type MarkReason =
  | { readonly type: 'answered'; readonly at: Date | undefined }
  | {
      readonly type: 'counted-late';
      readonly at: Date | undefined;
      readonly correction: Correction;
    }
  | { readonly type: 'void'; readonly correction: Correction }
  | { readonly type: 'frozen'; readonly earned: FreezeEarned | undefined }
  | { readonly type: 'outage'; readonly outages: readonly TimeRange[] }
  | { readonly type: 'away'; readonly days: Away | undefined }
  /** `ended`: how long the streak was that it ended; 0 where there was none to end. */
  | { readonly type: 'missed'; readonly ended: number }
  /** Not answered yet, or before the member's first answer in the track. */
  | { readonly type: 'open' | 'before' };

export interface ExplainedRound {
  readonly round: number;
  readonly kind: MarkKind;
  readonly reason: MarkReason;
  /** How long the streak was after it. */
  readonly current: number;
  /** Whether it earned a freeze. */
  readonly earnedFreeze: boolean;
}

/** The fold of a streak, told round by round with the reason for each mark. */
export function explainStreak(marks: readonly LedgerMark[]): readonly ExplainedRound[] {
  let streak = NO_STREAK;
  let held: readonly FreezeEarned[] = [];
  return marks.map((mark) => {
    const next = stepStreak(streak, mark);
    const kind = kindOf(mark, streak, next);
    const reason = reasonOf(mark, kind, { streak, earned: held[0] });
    const { round } = mark;
    const { current } = next;
    const earnedFreeze = next.freezes > streak.freezes;
    // The freeze that was earned first is used up first.
    if (earnedFreeze) held = [...held, { round, streak: current }];
    if (kind === 'frozen') held = held.slice(1);
    streak = next;
    return { round, kind, reason, current, earnedFreeze };
  });
}

function reasonOf(
  mark: LedgerMark,
  kind: MarkKind,
  before: { readonly streak: Streak; readonly earned: FreezeEarned | undefined },
): MarkReason {
  const voided = correctionOf(mark, 'void');
  if (voided) return { type: 'void', correction: voided };
  switch (kind) {
    case 'answered':
      return answeredReason(mark);
    case 'excused':
      return excusedReason(mark);
    case 'frozen':
      return { type: 'frozen', earned: before.earned };
    case 'missed':
      return { type: 'missed', ended: before.streak.current };
    case 'open':
    case 'before':
      return { type: kind };
  }
}

function answeredReason(mark: LedgerMark): MarkReason {
  const at = mark.answeredAt;
  const correction = mark.answered ? undefined : correctionOf(mark, 'count-late');
  return correction ? { type: 'counted-late', at, correction } : { type: 'answered', at };
}

function excusedReason({ excused, outages = [], awayDays }: LedgerMark): MarkReason {
  return excused ? { type: 'outage', outages } : { type: 'away', days: awayDays };
}
