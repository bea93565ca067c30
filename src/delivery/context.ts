import type { Logger } from 'pino';
import type { Platform } from '../chat/platform.ts';
import type { MessageRef, PlatformName } from '../chat/place.ts';
import type { Clock } from '../db/clock.ts';
import type { Database } from '../db/connect.ts';
import type { Locks } from '../db/lock.ts';
import type { RoundPart } from '../domain/round-part.ts';
import type { EnqueueOptions, JobTransaction } from '../jobs/queue.ts';

/** Everything a verb needs from outside; `app.ts` fills it in, and tests do. */
export interface Context {
  readonly db: Database;
  readonly locks: Locks;
  readonly clock: Clock;
  /** A fresh unguessable id of a few letters and digits. */
  readonly randomId: () => string;
  /** A whole number from 0 up to, not including, `below`. */
  readonly randomInt: (below: number) => number;
  readonly platforms: ReadonlyMap<PlatformName, Platform>;
  readonly enqueue: Enqueue;
  readonly paintFormula: PaintFormula;
  readonly log: Logger;
  /** Told of what is worth counting. */
  readonly observe: (happening: CountedEvent) => void;
  /**
   * How long after an attempt of unknown outcome its post may still appear, in ms; before that a
   * look for it proves nothing.
   */
  readonly settleMs: number;
}

/** What the metrics count. */
export type CountedEvent =
  | { readonly type: 'round-claimed'; readonly lateMs: number }
  | { readonly type: 'round-posted' }
  | { readonly type: 'answer-taken'; readonly source: 'form' | 'thread'; readonly late: boolean }
  | { readonly type: 'job-failed'; readonly job: string };

/** What runs later, through the queue: a platform is touched nowhere else. */
export type Jobs = {
  /** Post a claimed round's question and open its thread. */
  readonly ask: { readonly roundId: number };
  /** Post a closed round's reference answer. */
  readonly reveal: { readonly roundId: number };
  /** Fetch what was written in a round's thread while nobody listened. */
  readonly 'catch-up': { readonly roundId: number };
  /** Let the author of a thread answer see that it was taken. */
  readonly acknowledge: { readonly answerId: number };
  /** Tell the author of a thread message that it is too long to be an answer. */
  readonly refuse: {
    readonly roundId: number;
    readonly memberId: number;
    readonly message: MessageRef;
  };
  /** Look whether parked tracks can go on. */
  readonly mend: Record<never, never>;
  /** Take what was deleted out of a round's posted reveal; `since` is when it was, in ISO 8601. */
  readonly redact: { readonly roundId: number; readonly since: string };
  /** Tell someone what became of the question they suggested. */
  readonly 'tell-proposer': { readonly proposalId: number };
  /** Tell a channel what could not be put there, with what the platform said. */
  readonly 'tell-failure': {
    readonly roundId: number;
    readonly part: RoundPart;
    readonly refusal?: string;
  };
  /** Tell the people who manage a track why it is parked; each parking has an id of its own. */
  readonly alert: { readonly trackId: number; readonly parking: string };
};

export type Enqueue = <Name extends keyof Jobs>(
  transaction: JobTransaction,
  name: Name,
  data: Jobs[Name],
  options?: EnqueueOptions,
) => Promise<void>;

/**
 * A formula as a picture; undefined where it cannot be drawn, and its plain text serves instead.
 * `question` is the id of the question that a fault is told of.
 */
export type PaintFormula = (latex: string, question: string) => Promise<Uint8Array | undefined>;
