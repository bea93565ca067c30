import type { RequestSlots } from '../../db/request-slots.ts';
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
 * Takes the next slots, by one statement: at least one, by the clock of this process. While the database is
 * slow, they are as far apart as they have to be where every process sends an equal share.
 */
export function createSlotSource(
  parts: SourceParts,
  spacingMs: number,
): (count: number) => Promise<readonly number[]> {
  const { elapsedMs, onSlow } = parts;
  const shareOut = createShare(parts, spacingMs);
  let leftAloneUntil = -Infinity;
  return async (count) => {
    if (elapsedMs() < leftAloneUntil) return [shareOut()];
    try {
      return await takeSlots(parts, spacingMs, count);
    } catch (error) {
      onSlow(error);
      leftAloneUntil = elapsedMs() + LEFT_ALONE_MS;
      return [shareOut()];
    }
  };
}

/** A batch that arrives late is late as a whole: its slots stay as far apart as they were. */
async function takeSlots(
  { slots, elapsedMs }: SourceParts,
  spacingMs: number,
  count: number,
): Promise<readonly number[]> {
  let firstMs: number | undefined;
  const asked = slots.take(count).then((inMs) => void (firstMs = inMs));
  await within(SLOW_MS, asked);
  if (firstMs === undefined) throw new Error(`the database took longer than ${SLOW_MS} ms`);
  const first = elapsedMs() + firstMs;
  return Array.from({ length: count }, (_, index) => first + index * spacingMs);
}

function createShare({ others, elapsedMs }: SourceParts, spacingMs: number): () => number {
  let next = -Infinity;
  return () => {
    const slot = Math.max(elapsedMs(), next);
    next = slot + spacingMs * (1 + (others() ?? 0));
    return slot;
  };
}
