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
