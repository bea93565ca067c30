import { setTimeout as sleep } from 'node:timers/promises';
import { PlatformError } from '../../chat/platform.ts';
import { createSlotSource, type SourceParts } from './slot-source.ts';

/**
 * Discord allows a bot fifty requests a second, however many processes send them. Every request that counts takes a
 * slot, and the slots come to 47. No second holds a fifty-first as long as what a request takes from its slot to
 * Discord differs by less than 63 ms.
 */
export const SPACING_MS = 1_000 / 47;

/** A slot is lost that is not used in this time, say after a stall. The rest of the 63 ms is for the way to Discord. */
const LOST_AFTER_MS = 10;

/** No process sends more within a second, whatever its slots say, as they may where a clock is set. */
const MOST_A_SECOND = 48;

/** How many slots one statement takes: a process may be ahead of the others by this many requests. */
const BATCH = 10;

/** How many it takes at most where the database is heard so late that those of a batch are over by then. */
const LATE_BATCH = 48;

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
   * @throws {PlatformError} `busy` after a long wait, or at once where it would be long or the pace is closed
   */
  turn(): Promise<void>;
  /**
   * This process sends nothing for this time, since Discord asked for it. The others send nothing for a minute at
   * most, and are then told by Discord themselves.
   */
  hold(ms: number): void;
  /** Gives up what waits, and from now on takes no slot: the database may be closed. */
  close(): void;
}

interface Waiting {
  readonly since: number;
  readonly go: () => void;
  readonly giveUp: (error: PlatformError) => void;
}

export function createPace(parts: PaceParts): Pace {
  const { slots, elapsedMs, wait = sleep } = parts;
  const waiting: Waiting[] = [];
  let [isServing, isClosed] = [false, false];
  const onSlow = (error: unknown): void => (isClosed ? undefined : parts.onSlow(error));
  const nextSlots = createSlotSource({ ...parts, onSlow }, SPACING_MS);
  /** When the latest were sent, of which no more than so many may lie within a second. */
  const sent: number[] = Array.from({ length: MOST_A_SECOND }, () => -Infinity);
  let silentUntil = -Infinity;
  /** How many times as many slots are taken as there are requests, so that the last ones are still to come. */
  let ahead = 1;
  const silentMs = (): number => silentUntil - elapsedMs();

  function keepSilent(until: number): void {
    silentUntil = Math.max(silentUntil, until);
    if (silentMs() > LONGEST_WAIT_MS) giveUpOld(waiting, Infinity, silentMs());
  }

  async function serve(): Promise<void> {
    isServing = true;
    while (waiting.length > 0) {
      const count = Math.min(Math.min(waiting.length, BATCH) * ahead, LATE_BATCH);
      const batch = await nextSlots(count);
      const [first = 0] = batch;
      if (first > elapsedMs() + LONGEST_WAIT_MS) keepSilent(first);
      let lost = 0;
      for (const slot of batch) if (!(await give(slot))) lost++;
      ahead = lost < batch.length ? Math.max(1, ahead / 2) : Math.min(ahead * 2, LATE_BATCH);
    }
    isServing = false;
  }

  /** Lets one go in this slot, unless none waits for it any more. Returns false where it is lost. */
  async function give(slot: number): Promise<boolean> {
    for (;;) {
      giveUpOld(waiting, elapsedMs() - LONGEST_WAIT_MS, RETRY_MS);
      const [oldest = -Infinity] = sent;
      const leftMs = Math.max(slot, silentUntil, oldest + 1_000) - elapsedMs();
      if (waiting.length === 0) return true;
      if (leftMs <= 0) break;
      await wait(Math.min(Math.ceil(leftMs), LOOK_MS));
    }
    const now = elapsedMs();
    if (now > slot + LOST_AFTER_MS) return false;
    sent.splice(0, 1);
    sent.push(now);
    waiting.shift()?.go();
    return true;
  }

  return {
    turn: () =>
      new Promise((go, giveUp) => {
        if (isClosed) return giveUp(stopped());
        if (silentMs() > LONGEST_WAIT_MS) return giveUp(notSent(silentMs()));
        waiting.push({ since: elapsedMs(), go, giveUp });
        if (!isServing) void serve();
      }),
    hold: (ms) => {
      keepSilent(elapsedMs() + ms);
      if (!isClosed) void slots.hold(ms).catch(onSlow);
    },
    close: () => {
      isClosed = true;
      for (const { giveUp } of waiting.splice(0)) giveUp(stopped());
    },
  };
}

/** When a request may come again that has waited too long for its turn. */
const RETRY_MS = 1_000;

function giveUpOld(waiting: Waiting[], before: number, retryAfter: number): void {
  while (waiting[0] && waiting[0].since < before) waiting.shift()?.giveUp(notSent(retryAfter));
}

const stopped = (): PlatformError =>
  new PlatformError({ code: 'busy', retryAfter: RETRY_MS }, 'not sent: this process is stopping');

function notSent(retryAfter: number): PlatformError {
  const fault = { code: 'busy', retryAfter } as const;
  return new PlatformError(fault, 'not sent: too many requests wait for their turn');
}
