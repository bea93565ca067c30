import type { Generated, Selectable } from 'kysely';
import type { MessageRef, Place } from '../../chat/place.ts';
import type { Language } from '../../domain/language.ts';
import type { Question } from '../../domain/question.ts';
import type { Json, Maybe, MaybeJson } from './column.ts';

export type RoundStatus = 'claimed' | 'open' | 'closed' | 'revealed' | 'void';

/** One question asked once in one track. */
export interface RoundTable {
  readonly id: Generated<number>;
  readonly trackId: number;
  readonly number: number;
  /** With the track it names the round: it is claimed once. */
  readonly dueAt: Date;
  readonly questionId: number;
  /** As it was asked: a changed or removed question leaves the round readable. */
  readonly question: Json<Question>;
  /** How often the track had been through all of its questions. */
  readonly cycle: number;
  readonly language: Language;
  /** That of the track when the round was claimed: its days and periods are counted by it. */
  readonly timezone: string;
  /** In its time zone, as points are counted by it: `2026-W48`. */
  readonly week: string;
  /** The same: `2026-11`. */
  readonly month: string;
  /** Written by `features/rounds/round-state.ts` alone. `void`: never posted, or taken back; counts for nothing. */
  readonly status: Generated<RoundStatus>;
  readonly openedAt: Maybe<Date>;
  readonly closesAt: Maybe<Date>;
  /** An outage kept people from answering: it breaks no streak. */
  readonly excused: Generated<boolean>;
  readonly closedAt: Maybe<Date>;
  readonly message: MaybeJson<MessageRef>;
  /** Null where there is none: answers come by form, and the reveal goes to the channel. */
  readonly thread: MaybeJson<Place>;
  readonly voidReason: Maybe<string>;
  /** Why its work failed last; stays on record where it was given up. */
  readonly failure: Maybe<string>;
  /** How often in a row it failed so, and since when. */
  readonly failures: Generated<number>;
  readonly failingSince: Maybe<Date>;
}

export type Round = Selectable<RoundTable>;

/** Every column, for statements that are prepared: these may not select whatever a table has. */
export const ROUND_COLUMNS = [
  ...(['id', 'trackId', 'number', 'dueAt', 'questionId', 'question', 'cycle'] as const),
  ...(['language', 'timezone', 'week', 'month', 'status', 'openedAt', 'closesAt'] as const),
  ...(['excused', 'closedAt', 'message', 'thread', 'voidReason'] as const),
  ...(['failure', 'failures', 'failingSince'] as const),
] satisfies readonly (keyof Round)[];
