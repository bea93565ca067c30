import type { Generated, Selectable } from 'kysely';
import type { Language } from '../../domain/language.ts';
import type { Difficulty } from '../../domain/question.ts';
import type { Maybe } from './column.ts';

export type TrackStatus = 'active' | 'paused' | 'suspended' | 'removed';

/** A channel's programme. */
export interface TrackTable {
  readonly id: Generated<number>;
  readonly workspaceId: number;
  /** The platform's own id. */
  readonly channel: string;
  readonly deckIds: number[];
  /** Empty: every one. */
  readonly topics: Generated<string[]>;
  /** Empty: every one. */
  readonly difficulties: Generated<Difficulty[]>;
  readonly cron: string;
  readonly timezone: string;
  /** Null: a round stays open until the next one is due. */
  readonly answeringSeconds: Maybe<number>;
  readonly language: Language;
  /** Written by `features/tracks/track-state.ts` alone. */
  readonly status: Generated<TrackStatus>;
  readonly suspendedReason: Maybe<string>;
  /** What the platform said when it refused, in its own code and words. */
  readonly suspendedDetail: Maybe<string>;
  /** What it was before, and is again once the reason has gone. */
  readonly suspendedFrom: Maybe<'active' | 'paused'>;
  /** Null while nothing is due: paused, suspended or removed. */
  readonly nextDueAt: Maybe<Date>;
  /** When a paused track goes on by itself; null where somebody has to resume it. */
  readonly resumesAt: Maybe<Date>;
  /** Who set it up or changed it last; null once they are forgotten. */
  readonly managedBy: Maybe<number>;
  readonly createdAt: Generated<Date>;
}

export type Track = Selectable<TrackTable>;

/** Every column, for statements that are prepared: these may not select whatever a table has. */
export const TRACK_COLUMNS = [
  ...(['id', 'workspaceId', 'channel', 'deckIds', 'topics', 'difficulties'] as const),
  ...(['cron', 'timezone', 'answeringSeconds', 'language', 'status'] as const),
  ...(['suspendedReason', 'suspendedDetail', 'suspendedFrom'] as const),
  ...(['nextDueAt', 'resumesAt', 'managedBy', 'createdAt'] as const),
] satisfies readonly (keyof Track)[];
