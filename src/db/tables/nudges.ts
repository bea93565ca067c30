import type { Maybe } from './column.ts';

/** How long before a round's deadline its thread is reminded of it; no row: never. */
export interface TrackNudgeTable {
  readonly trackId: number;
  readonly beforeSeconds: number;
}

/** A round whose nudge was claimed: it gets no other, whatever becomes of this one. */
export interface NudgedRoundTable {
  readonly roundId: number;
  readonly nudgedAt: Date;
}

/** A member who wants a private message before a round closes that they have not answered. */
export interface MemberNudgeTable {
  readonly memberId: number;
  /** Since when it rests: the member took no private message. */
  readonly refusedAt: Maybe<Date>;
}

/** Who was to be told of which round's deadline: nobody is told twice. */
export interface NudgedMemberTable {
  readonly roundId: number;
  readonly memberId: number;
  readonly nudgedAt: Date;
}
