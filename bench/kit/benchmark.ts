import type { Finding } from './finding.ts';
import type { Bench } from './open-bench.ts';

/** How much is done; a short run shows only that everything can run. */
export interface Amounts {
  /** How often the things that are compared take turns. */
  readonly rounds: number;
  /** How many people a track has. */
  readonly members: number;
  /** How many people a track has, one after the other, where it is measured how times grow. */
  readonly sizes: readonly number[];
  /** How many channels are due at the same minute. */
  readonly channels: number;
  /** How many processes share the channels that are due, one number after the other. */
  readonly processes: readonly number[];
  /** How many answers come just before a deadline. */
  readonly answers: number;
  /** How many people answer a round by form before it is revealed. */
  readonly privately: number;
  /** How many questions a deck has. */
  readonly questions: number;
  /** How many people miss a deadline. */
  readonly missed: number;
  /** How often a sample does what it measures. */
  readonly each: number;
}

export interface Benchmark {
  /** For `--only`. */
  readonly name: string;
  readonly title: string;
  readonly run: (bench: Bench, amounts: Amounts) => Promise<readonly Finding[]>;
}
