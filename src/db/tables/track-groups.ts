import type { Maybe } from './column.ts';

/** The role or user group that a track's questions notify; no row: they notify nobody. */
export interface TrackGroupTable {
  readonly trackId: number;
  /** The platform's own. */
  readonly groupId: string;
  /** As it was called when it was last seen. */
  readonly name: string;
  /** When a question found that there is no such group any more. */
  readonly goneAt: Maybe<Date>;
}
