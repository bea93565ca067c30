import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { startBotProcess } from '../../test/support/bot-process.ts';
import { openDiscordStage } from '../../test/support/discord/stage.ts';
import { startNode } from '../../test/support/node-process.ts';
import type { Benchmark } from '../kit/benchmark.ts';
import { compare } from '../kit/compare.ts';
import { memoryOf } from './memory-of.ts';

/** By then the start has freed what it needed for itself. */
const SETTLED_MS = 5_000;

interface Run {
  /** Until it was ready, in milliseconds. */
  readonly start: number;
  /** Some seconds later, in megabytes. */
  readonly memory: number;
}

/** The bot as an operator starts it on Discord, against a process that only loads its libraries. */
export const processes: Benchmark = {
  name: 'process',
  title: 'The bot’s process ÷ one that only loads its libraries',
  async run(bench, { rounds }) {
    const stage = await openDiscordStage();
    const home = await mkdtemp(join(tmpdir(), 'whetstone-bench-'));
    const settings = { ...stage.env, WHETSTONE_HOME: home, DATABASE_URL: bench.url };
    const settleMs = rounds === 1 ? 0 : SETTLED_MS;
    try {
      const bare = runs(() => runBare(settleMs));
      const bot = runs(() => runBot(settings, settleMs));
      // The first start on a database loads the decks.
      await runBot(settings, 0);
      return [
        ...(await compare(
          rounds,
          { what: 'loaded', sample: async (at) => (await bare(at)).start },
          [
            {
              ...{ what: 'start to ready', unit: 'ms', goal: { atMost: 1.2 } },
              sample: async (at) => (await bot(at)).start,
            },
          ],
        )),
        ...(await compare(
          rounds,
          { what: 'loaded', sample: async (at) => (await bare(at)).memory },
          [
            {
              ...{ what: 'memory', unit: 'MB', goal: { atMost: 1.15 } },
              sample: async (at) => (await bot(at)).memory,
            },
          ],
        )),
      ];
    } finally {
      await stage.close();
      await rm(home, { recursive: true, force: true });
    }
  },
};

/** One run a round, whatever is asked of it. */
function runs(run: () => Promise<Run>): (round: number) => Promise<Run> {
  const made: Run[] = [];
  return async (round) => (made[round] ??= await run());
}

async function runBot(settings: Readonly<Record<string, string>>, settleMs: number): Promise<Run> {
  const begun = performance.now();
  const bot = startBotProcess(settings);
  try {
    await bot.ready();
    const start = performance.now() - begun;
    await wait(settleMs);
    return { start, memory: await memoryOf(bot.pid) };
  } finally {
    bot.signal('SIGTERM');
    await bot.exit;
  }
}

async function runBare(settleMs: number): Promise<Run> {
  const begun = performance.now();
  const bare = startNode(['bench/process/bare-libraries.ts'], {});
  try {
    await bare.says('ready');
    const start = performance.now() - begun;
    await wait(settleMs);
    return { start, memory: await memoryOf(bare.pid) };
  } finally {
    bare.signal('SIGTERM');
    await bare.ended;
  }
}
