import type { BotProcess } from '../bot-process.ts';
import type { Rig } from '../rig.ts';
import { stepOf } from './step.ts';

/** Where a bot was killed. */
export interface Kill {
  readonly step: string;
  /** Did the step still reach its server? */
  readonly side: 'before' | 'after';
}

/** Which of the steps that a bot takes from now on is its last. */
export interface Aim {
  readonly nth: number;
  readonly side: Kill['side'];
  /** Counts these steps alone. */
  readonly step?: RegExp;
}

export interface Killer {
  /** Undefined where the bot took fewer steps. */
  readonly kill: Kill | undefined;
  /** Steps taken so far. */
  readonly steps: number;
  disarm(): void;
}

/**
 * Kills the bot with SIGKILL at the `nth` step it takes from now on, before or after that step has
 * reached the database or the platform. A step is what it sends there.
 */
export function armKiller(
  { toDatabase, toPlatform }: Rig,
  bot: BotProcess,
  { nth, side, step: counted }: Aim,
): Killer {
  let steps = 0;
  let kill: Kill | undefined;
  const proxies = [toDatabase, toPlatform];
  for (const proxy of proxies) {
    proxy.watch((chunk) => {
      // What comes after the signal was never sent.
      if (kill) return 'drop';
      const step = stepOf(chunk);
      if (step === undefined || counted?.test(step) === false) return 'pass';
      if (++steps < nth) return 'pass';
      kill = { step, side };
      bot.signal('SIGKILL');
      return side === 'before' ? 'drop' : 'pass';
    });
  }
  return {
    get kill() {
      return kill;
    },
    get steps() {
      return steps;
    },
    disarm: () => proxies.forEach((proxy) => proxy.watch(undefined)),
  };
}
