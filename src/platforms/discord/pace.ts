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

/** Slots that one statement takes: for so many requests a process may be ahead of the others. */
const BATCH = 10;

/** After so long a request is the job queue's to repeat, since the rest of its time is for Discord. */
const LONGEST_WAIT_MS = 5_000;

export interface PaceParts extends SourceParts {
  /** Sleeps unless a test says otherwise. */
  readonly wait?: (ms: number) => Promise<unknown>;
}

/** When this process may send a request that counts towards the limit of the whole bot. */
export interface Pace {
  /**
   * Resolves when one may be sent, which is to be done at once.
   * @throws {PlatformError} `busy` after a long wait
   */
  turn(): Promise<void>;
  /** No process sends anything for so long, since Discord asked for it. */
  hold(ms: number): Promise<void>;
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

  async function serve(): Promise<void> {
    isServing = true;
    while (waiting.length > 0) {
      for (const slot of await nextSlots(Math.min(waiting.length, BATCH))) await give(slot);
      giveUpOld(waiting, elapsedMs() - LONGEST_WAIT_MS);
    }
    isServing = false;
  }

  /** After a stall, slots that have passed are not used all at once. */
  async function give(slot: number): Promise<void> {
    const from = Math.max(slot, lastAt + SPACING_MS / 2);
    for (let now = elapsedMs(); now < from; now = elapsedMs()) await wait(Math.ceil(from - now));
    lastAt = elapsedMs();
    waiting.shift()?.go();
  }

  return {
    turn: () =>
      new Promise((go, giveUp) => {
        if (waiting.length === 0 && mayGoAlone()) return go();
        waiting.push({ since: elapsedMs(), go, giveUp });
        if (!isServing) void serve();
      }),
    hold: (ms) => slots.hold(ms).catch(onSlow),
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

function giveUpOld(waiting: Waiting[], before: number): void {
  while (waiting[0] && waiting[0].since < before) {
    const fault = { code: 'busy', retryAfter: 1_000 } as const;
    const error = new PlatformError(fault, 'not sent: too many requests wait for their turn');
    waiting.shift()?.giveUp(error);
  }
}
