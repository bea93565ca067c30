import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { BotRole } from '../../src/config/roles.ts';
import { type NodeProcess, startNode } from '../../test/support/node-process.ts';
import { startCommand } from './start-command.ts';

/** What a bot's process did between two signals. */
export interface Probed {
  /** The longest time for which its event loop was held up. */
  readonly stallMs: number;
  readonly cpuMs: number;
  /** At the end of it. */
  readonly heapKb: number;
}

/** Bots as an operator starts them, each in a process of its own. */
export interface Bots {
  /** From now on it is measured what they do. */
  begin(): void;
  /** Ends them; what each did since the beginning. */
  end(): Promise<readonly Probed[]>;
}

type Settings = Readonly<Record<string, string>>;

/** So many processes on one database: the first does everything, the others only work. */
export async function startBots(count: number, settings: Settings): Promise<Bots> {
  const home = await mkdtemp(join(tmpdir(), 'whetstone-bench-'));
  const usual = { WHETSTONE_HOME: home, PORT: '0', LOG_FORMAT: 'json', PLAYGROUND: 'off' };
  const bots: NodeProcess[] = [];
  for (let number = 0; number < count; number++) {
    const roles: readonly BotRole[] = number === 0 ? ['gateway', 'worker', 'web'] : ['worker'];
    const bot = startNode(['--import', PROBE, ...startCommand()], {
      ...usual,
      ...settings,
      WHETSTONE_ROLES: roles.join(','),
    });
    bots.push(bot);
    await bot.says(number === 0 ? '"status":"ready"' : READY_TO_WORK);
  }
  const signal = (name: NodeJS.Signals) => bots.forEach((bot) => bot.signal(name));
  return {
    begin: () => signal('SIGUSR2'),
    async end() {
      signal('SIGUSR2');
      signal('SIGTERM');
      const ended = await Promise.all(bots.map((bot) => bot.ended));
      await rm(home, { recursive: true, force: true });
      return ended.flatMap(({ stdout }) => allProbed(stdout).slice(-1));
    },
  };
}

export const PROBE = './bench/process/probe.ts';

/** A worker that listens to no platform has no other word for it. */
const READY_TO_WORK = 'Whetstone';

/** What a bot's probe wrote at each signal; the first tells of the start. */
export function allProbed(stdout: string): readonly Probed[] {
  const lines = stdout.split('\n').filter((text) => text.startsWith('{"probe"'));
  return lines.map((line) => (JSON.parse(line) as { readonly probe: Probed }).probe);
}
