import { sql } from 'kysely';
import type { PlatformName } from '../chat/place.ts';
import type { Clock } from './clock.ts';
import type { Db } from './connect.ts';

/**
 * Instants by the database's clock at each of which one request may be sent. All processes take theirs from the
 * same row, so they hold a common limit without knowing of each other; what a dead process took is past soon.
 */
export interface RequestSlots {
  /** Takes the next `count`. */
  take(count: number): Promise<TakenSlots>;
  /** Nobody sends anything for this time, or for a minute where that is shorter. */
  hold(ms: number): Promise<void>;
}

/** In ms by the database's clock. */
export interface TakenSlots {
  readonly nowMs: number;
  readonly firstMs: number;
}

/** A slot stands on record no further ahead than this, so a clock that is set back stops nobody for longer. */
const LONGEST_AHEAD_MS = 60_000;

interface SlotParts {
  readonly db: Db;
  readonly clock: Clock;
  readonly platform: PlatformName;
  /** How far apart they are. */
  readonly spacingMs: number;
}

export function requestSlots(parts: SlotParts): RequestSlots {
  return {
    take: async (count) => {
      const takenMs = count * parts.spacingMs;
      const { nowMs, freeMs } = await moveOn(parts, { earliestMs: 0, takenMs });
      return { nowMs, firstMs: freeMs - takenMs };
    },
    hold: async (ms) => {
      await moveOn(parts, { earliestMs: Math.min(ms, LONGEST_AHEAD_MS), takenMs: 0 });
    },
  };
}

interface Move {
  /** From now on. */
  readonly earliestMs: number;
  readonly takenMs: number;
}

interface Moved {
  readonly nowMs: number;
  /** When the next slot is that nobody has taken. */
  readonly freeMs: number;
}

/** One statement. */
function moveOn({ db, clock, platform }: SlotParts, move: Move): Promise<Moved> {
  const now = clock.instant();
  const after = (from: unknown, ms: number) => sql<Date>`${from} + ${ms} * interval '1 ms'`;
  const earliest = after(now, move.earliestMs);
  const onRecord = sql`least(request_slots.free_at, ${after(now, LONGEST_AHEAD_MS)})`;
  const inMs = (instant: unknown) => sql<number>`(extract(epoch from ${instant}) * 1000)::float8`;
  return db
    .insertInto('requestSlots')
    .values({ platform, freeAt: after(earliest, move.takenMs) })
    .onConflict((conflict) =>
      conflict.column('platform').doUpdateSet({
        freeAt: after(sql`greatest(${onRecord}, ${earliest})`, move.takenMs),
      }),
    )
    .returning([inMs(now).as('nowMs'), inMs(sql.ref('free_at')).as('freeMs')])
    .executeTakeFirstOrThrow();
}
