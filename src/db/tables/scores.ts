/** A cache of the same: points by period. */
export interface ScoreTable {
  readonly trackId: number;
  readonly period: string;
  readonly memberId: number;
  readonly points: number;
}
