import type { GeneratedAlways } from 'kysely';
import type { PlatformName } from '../../chat/place.ts';

/** The processes that run, as they say themselves every few seconds. */
export interface ProcessTable {
  readonly id: GeneratedAlways<number>;
  /** Those that it has set up, whether or not they are connected now. */
  readonly platforms: PlatformName[];
  /** Whether it does jobs. */
  readonly isWorker: boolean;
  readonly seenAt: Date;
  /** What it hears of Discord: empty where that is all, null where it is nothing. */
  readonly shards: readonly number[] | null;
  /** How many there are in all, as its settings say. */
  readonly shardCount: number | null;
}
