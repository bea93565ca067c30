import type { RequestSlots, TakenSlots } from '../../db/request-slots.ts';
import { within } from '../../delivery/within.ts';

export interface SourceParts {
  readonly slots: RequestSlots;
  /** How many other processes take from the same slots; undefined where it is not known yet. */
  readonly others: () => number | undefined;
  /** A clock that only runs forward, from any moment on. */
  readonly elapsedMs: () => number;
  readonly onSlow: (error: unknown) => void;
}

/** A database that takes longer is slow, and for how long it is not asked then. */
const SLOW_MS = 1_000;
const LEFT_ALONE_MS = 5_000;

/**
 * Takes the next slots, by one statement, and tells them by the clock of this process. While the database is slow, they
 * are as far apart as they have to be where every process sends an equal share; those that follow too soon on
 * such a one are left out.
 */
export function createSlotSource(
  parts: SourceParts,
  spacingMs: number,
): (count: number) => Promise<readonly number[]> {
  const { elapsedMs, onSlow } = parts;
  const share = createShare(parts, spacingMs);
  const here = createTranslation();
  let leftAloneUntil = -Infinity;
  return async (count) => {
    if (elapsedMs() < leftAloneUntil) return [share.take()];
    try {
      const askedAt = elapsedMs();
      const taken = await takeSlots(parts, count);
      const first = here(taken, { askedAt, toldAt: elapsedMs() });
      const batch = Array.from({ length: count }, (_, index) => first + index * spacingMs);
      return batch.filter((slot) => slot >= share.nextAt());
    } catch (error) {
      onSlow(error);
      leftAloneUntil = elapsedMs() + LEFT_ALONE_MS;
      return [share.take()];
    }
  };
}

async function takeSlots({ slots }: SourceParts, count: number): Promise<TakenSlots> {
  let taken: TakenSlots | undefined;
  const asked = slots.take(count).then((slots) => void (taken = slots));
  await within(SLOW_MS, asked);
  if (taken === undefined) throw new Error(`the database took longer than ${SLOW_MS} ms`);
  return taken;
}

interface Exchange {
  readonly askedAt: number;
  readonly toldAt: number;
}

/**
 * Translates the first slot into the clock of this process. The database told its time between the moments at which
 * it was asked and was heard, so a reply that was held up says little: what quicker ones said counts as long
 * as the two agree.
 */
function createTranslation(): (taken: TakenSlots, exchange: Exchange) => number {
  let aheadMs = Infinity;
  return ({ nowMs, firstMs }, { askedAt, toldAt }) => {
    aheadMs = Math.min(Math.max(aheadMs, askedAt - nowMs), toldAt - nowMs);
    return firstMs + aheadMs;
  };
}

/** Processes that do not hear of each other may all send at the same moment, so each sends less. */
const APART = 1.15;

interface Share {
  take(): number;
  /** When its next slot is. */
  nextAt(): number;
}

function createShare({ others, elapsedMs }: SourceParts, spacingMs: number): Share {
  let next = -Infinity;
  return {
    take() {
      const slot = Math.max(elapsedMs(), next);
      next = slot + spacingMs * APART * (1 + (others() ?? 0));
      return slot;
    },
    nextAt: () => next,
  };
}
