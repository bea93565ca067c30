import { setTimeout as sleep } from 'node:timers/promises';
import { PlatformError } from '../../chat/platform.ts';
import { createSlotSource, type SourceParts } from './slot-source.ts';

/**
 * Discord allows a bot fifty requests a second, however many processes send them. Their slots come to 43, and a
 * process that knows of no other sends two without one, since another may have started a moment ago. What is
 * left is for slots that are used late.
 */
export const SPACING_MS = 23;
const ALONE_A_SECOND = 2;

/** How many slots one statement takes: a process may be ahead of the others by this many requests. */
const BATCH = 10;

/** After this time the job queue repeats a request, since the rest of its time is for Discord. */
const LONGEST_WAIT_MS = 5_000;

/** How often what waits for a slot is looked through for what has waited too long. */
const LOOK_MS = 1_000;

export interface PaceParts extends SourceParts {
  /** Sleeps unless a test says otherwise. */
  readonly wait?: (ms: number) => Promise<unknown>;
}

/** When this process may send a request that counts towards the limit of the whole bot. */
export interface Pace {
  /**
   * Resolves when one may be sent, which is to be done at once.
   * @throws {PlatformError} `busy` after a long wait, or at once where it would be long
   */
  turn(): Promise<void>;
  /**
   * This process sends nothing for this time, since Discord asked for it. The others send nothing for a minute at
   * most, and are then told by Discord themselves.
   */
  hold(ms: number): void;
}

interface Waiting {
  readonly since: number;
  readonly go: () => void;
  readonly giveUp: (error: PlatformError) => void;
}

export function createPace(parts: PaceParts): Pace {
  const { slots, elapsedMs, onSlow, wait = sleep } = parts;
  const waiting: Waiting[] = [];
  const nextSlots = createSlotSource(parts, SPACING_MS);
  const mayGoAlone = createAllowance(parts);
  let isServing = false;
  let lastAt = -Infinity;
  let silentUntil = -Infinity;
  const silentMs = (): number => silentUntil - elapsedMs();

  function keepSilent(until: number): void {
    silentUntil = Math.max(silentUntil, until);
    if (silentMs() > LONGEST_WAIT_MS) giveUpOld(waiting, Infinity, silentMs());
  }

  async function serve(): Promise<void> {
    isServing = true;
    while (waiting.length > 0) {
      const batch = await nextSlots(Math.min(waiting.length, BATCH));
      const [first = 0] = batch;
      if (first > elapsedMs() + LONGEST_WAIT_MS) keepSilent(first);
      for (const slot of batch) await give(slot);
    }
    isServing = false;
  }

  /** After a stall, slots that have passed are not used all at once. */
  async function give(slot: number): Promise<void> {
    for (;;) {
      giveUpOld(waiting, elapsedMs() - LONGEST_WAIT_MS, RETRY_MS);
      const leftMs = Math.max(slot, silentUntil, lastAt + SPACING_MS / 2) - elapsedMs();
      if (waiting.length === 0) return;
      if (leftMs <= 0) break;
      await wait(Math.min(Math.ceil(leftMs), LOOK_MS));
    }
    lastAt = elapsedMs();
    waiting.shift()?.go();
  }

  return {
    turn: () =>
      new Promise((go, giveUp) => {
        if (silentMs() > LONGEST_WAIT_MS) return giveUp(notSent(silentMs()));
        if (silentMs() <= 0 && waiting.length === 0 && mayGoAlone()) return go();
        waiting.push({ since: elapsedMs(), go, giveUp });
        if (!isServing) void serve();
      }),
    hold: (ms) => {
      keepSilent(elapsedMs() + ms);
      void slots.hold(ms).catch(onSlow);
    },
  };
}

/** Whether a process that knows of no other may send one without a slot; that is counted. */
function createAllowance({ others, elapsedMs }: SourceParts): () => boolean {
  let sent: readonly number[] = [];
  return () => {
    const now = elapsedMs();
    sent = sent.filter((at) => at > now - 1_000);
    if (others() !== 0 || sent.length >= ALONE_A_SECOND) return false;
    sent = [...sent, now];
    return true;
  };
}

/** When a request may come again that has waited too long for its turn. */
const RETRY_MS = 1_000;

function giveUpOld(waiting: Waiting[], before: number, retryAfter: number): void {
  while (waiting[0] && waiting[0].since < before) waiting.shift()?.giveUp(notSent(retryAfter));
}

function notSent(retryAfter: number): PlatformError {
  const fault = { code: 'busy', retryAfter } as const;
  return new PlatformError(fault, 'not sent: too many requests wait for their turn');
}
