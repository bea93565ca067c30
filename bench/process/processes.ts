import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { openDiscordStage } from '../../test/support/discord/stage.ts';
import { startNode } from '../../test/support/node-process.ts';
import type { Benchmark } from '../kit/benchmark.ts';
import { compare } from '../kit/compare.ts';
import { memoryOf } from './memory-of.ts';
import { startCommand } from './start-command.ts';

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
    const settings = {
      ...stage.env,
      ...{ WHETSTONE_HOME: home, DATABASE_URL: bench.url, PORT: '0', LOG_FORMAT: 'json' },
    };
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

const runBot = (settings: Settings, settleMs: number): Promise<Run> =>
  run({ command: startCommand(), settings, ready: '"status":"ready"', settleMs });

const runBare = (settleMs: number): Promise<Run> =>
  run({ command: ['bench/process/bare-libraries.ts'], settings: {}, ready: 'ready', settleMs });

type Settings = Readonly<Record<string, string>>;

interface Program {
  readonly command: readonly string[];
  readonly settings: Settings;
  /** What it says when it is. */
  readonly ready: string;
  readonly settleMs: number;
}

async function run({ command, settings, ready, settleMs }: Program): Promise<Run> {
  const begun = performance.now();
  const started = startNode(command, settings);
  try {
    await started.says(ready);
    const start = performance.now() - begun;
    await wait(settleMs);
    return { start, memory: await memoryOf(started.pid) };
  } finally {
    started.signal('SIGTERM');
    await started.ended;
  }
}
