import { type Expression, sql } from 'kysely';
import type { Db } from '../../db/connect.ts';
import type { Track, TrackStatus } from '../../db/tables.ts';
import type { SuspendReason } from '../../domain/suspend-reason.ts';

/** One step in a track's life: from which states it may be taken, where it leads, and who takes it. */
interface Step {
  readonly from: readonly TrackStatus[];
  readonly to: TrackStatus;
  readonly by: readonly string[];
}

/**
 * A track's state machine. `writeTrack` inserts a track as `active`: it asks when a question is due.
 * `paused` by a person it asks nothing, and what is open goes on, until somebody resumes it or the
 * pause is over; `suspended`, nothing at all is tried
 * in it; `removed` is the end. Nothing else writes a track's status; the
 * diagram is in docs/architecture.md.
 */
export const TRACK_MOVES = {
  pause: { from: ['active'], to: 'paused', by: ['pauseTrack'] },
  /** A platform or an empty deck stands in the way. */
  suspend: {
    from: ['active', 'paused'],
    to: 'suspended',
    by: ['openDueRounds', 'withRound', 'giveUpQuestion', 'onMembershipEvent'],
  },
  /** The day has come until which a person paused it. */
  'end-pause': { from: ['paused'], to: 'active', by: ['endPauses'] },
  /** A person wants it to go on. */
  resume: { from: ['paused', 'suspended'], to: 'active', by: ['resumeTrack'] },
  /** What stood in the way has gone by itself; the track was active before. */
  recover: {
    from: ['suspended'],
    to: 'active',
    by: ['resumeSuspendedTracks', 'onMembershipEvent'],
  },
  /** The same for a track that a person had paused before. */
  'recover-paused': {
    from: ['suspended'],
    to: 'paused',
    by: ['resumeSuspendedTracks', 'onMembershipEvent'],
  },
  remove: { from: ['active', 'paused', 'suspended'], to: 'removed', by: ['removeTrack'] },
} as const satisfies Record<string, Step>;

/** A move and what it writes down about itself. */
export type TrackMove =
  | { readonly type: 'recover-paused' | 'remove' }
  /** `resumesAt`: when it goes on by itself. */
  | { readonly type: 'pause'; readonly resumesAt: Date | null }
  /** `refusal` is what the platform said. */
  | {
      readonly type: 'suspend';
      readonly reason: SuspendReason;
      readonly refusal?: string | undefined;
    }
  | { readonly type: 'resume' | 'recover' | 'end-pause'; readonly nextDueAt: Date | null };

type TrackMoved =
  | { readonly type: 'moved'; readonly track: Track }
  /** Nothing was changed: the track is in a state that the move does not start from, or is deleted. */
  | { readonly type: 'unfit'; readonly status: TrackStatus | undefined };

/** Makes a move if the track is, at that instant, in a state that the move starts from. */
export async function moveTrack(db: Db, id: number, move: TrackMove): Promise<TrackMoved> {
  const { from, to } = TRACK_MOVES[move.type];
  const track = await db
    .updateTable('tracks')
    .set({ status: to, ...columnsOf(move) })
    .where('id', '=', id)
    .where('status', 'in', [...from])
    .returningAll()
    .executeTakeFirst();
  if (track) return { type: 'moved', track };
  const now = db.selectFrom('tracks').select('status').where('id', '=', id);
  return { type: 'unfit', status: (await now.executeTakeFirst())?.status };
}

interface MoveColumns {
  readonly nextDueAt: Date | null;
  readonly resumesAt?: Date | null;
  readonly suspendedReason?: string | null;
  readonly suspendedDetail?: string | null;
  readonly suspendedFrom?: Expression<'active' | 'paused'> | null;
}

const NOT_SUSPENDED = { suspendedReason: null, suspendedDetail: null, suspendedFrom: null };

/** Only an active track has a question due. */
function columnsOf(move: TrackMove): MoveColumns {
  switch (move.type) {
    case 'pause':
      return { nextDueAt: null, resumesAt: move.resumesAt };
    case 'end-pause':
      return { nextDueAt: move.nextDueAt, resumesAt: null };
    case 'suspend':
      return {
        nextDueAt: null,
        suspendedReason: move.reason,
        suspendedDetail: move.refusal ?? null,
        // In an update, a column's name stands for the value before it.
        suspendedFrom: sql<'active' | 'paused'>`status`,
      };
    case 'resume':
    case 'recover':
      return { ...NOT_SUSPENDED, nextDueAt: move.nextDueAt, resumesAt: null };
    case 'remove':
      return { ...NOT_SUSPENDED, nextDueAt: null, resumesAt: null };
    // When its pause ends is known from before.
    case 'recover-paused':
      return { ...NOT_SUSPENDED, nextDueAt: null };
  }
}
