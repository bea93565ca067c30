/** How many members have a number of points: a cache of the scores, from which a place is told. */
export interface ScoreCountTable {
  readonly trackId: number;
  readonly period: string;
  readonly points: number;
  /** Members are spread over a few rows, so that those who gain a point at the same moment seldom wait. */
  readonly part: number;
  readonly members: number;
}
