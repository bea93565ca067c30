import { mkdir, mkdtemp, readFile, rm, rmdir, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { type DiscordStage, openDiscordStage } from '../../test/support/discord/stage.ts';
import { guildCreatePayload } from '../../test/support/discord/wire.ts';
import { type Ended, type NodeProcess, startNode } from '../../test/support/node-process.ts';
import type { Benchmark } from '../kit/benchmark.ts';
import { type Finding, type Goal, spreadOf } from '../kit/finding.ts';
import type { Bench } from '../kit/open-bench.ts';
import { allProbed, PROBE } from './bots.ts';
import { memoryOfAll } from './memory-of.ts';
import { startCommand } from './start-command.ts';

/** By then the start, or what was done, has freed what it needed for itself. */
const SETTLED_MS = 5_000;
/** After a formula. */
const LATER_MS = 60_000;
/** Some of their questions have a formula. */
const CHANNELS = 12;
const SERVERS = 2_000;
const LOOK_MS = 20;
/** Of discord.js's 100 KB. */
const KILOBYTES_A_SERVER = 5;
const LIMIT_MB = 512;
const CGROUP = '/sys/fs/cgroup/memory/whetstone-bench';

/** What the bot and its children take: with their database in one limit, after formulas, and with many servers. */
export const memory: Benchmark = {
  name: 'memory',
  title: 'Memory of the bot with all its children',
  async run(bench, { rounds }) {
    const isShort = rounds === 1;
    return [...(await onDiscord(bench, isShort)), ...(await withinLimit())];
  },
};

const one = (what: string, unit: string, value: number, goal?: Goal): Finding => ({
  ...{ what, unit, value: spreadOf([value]), ...(goal && { goal }) },
});

type Settings = Readonly<Record<string, string>>;

async function onDiscord(bench: Bench, isShort: boolean): Promise<readonly Finding[]> {
  const stage = await openDiscordStage();
  const home = await mkdtemp(join(tmpdir(), 'whetstone-bench-'));
  const settings = { ...stage.env, DATABASE_URL: bench.url, WHETSTONE_HOME: home };
  const laterMs = isShort ? 0 : LATER_MS;
  // The first start on a database loads the decks.
  await end(await startBot(settings));
  const bot = await startBot(settings);
  try {
    await wait(isShort ? 0 : SETTLED_MS);
    const before = await memoryOfAll(bot.pid);
    await askMany(bench, stage);
    const asked = await memoryOfAll(bot.pid);
    await wait(laterMs);
    const later = await memoryOfAll(bot.pid);
    return [
      one('before a formula', 'MB', before),
      one(`as ${CHANNELS} questions were asked, some with a formula`, 'MB', asked),
      one('a minute later ÷ before', '', later / before, { atMost: 1.25 }),
      one('another server', 'KB', await kilobytesAServer(stage, bot), {
        atMost: KILOBYTES_A_SERVER,
      }),
    ];
  } finally {
    await end(bot);
    await stage.close();
    await rm(home, { recursive: true, force: true });
  }
}

async function startBot(settings: Settings, args: readonly string[] = []): Promise<NodeProcess> {
  const usual = { PORT: '0', LOG_FORMAT: 'json', PLAYGROUND: 'off' };
  const bot = startNode(['--expose-gc', '--import', PROBE, ...args, ...startCommand()], {
    ...usual,
    ...settings,
  });
  await bot.says('"status":"ready"');
  return bot;
}

async function askMany(bench: Bench, stage: DiscordStage): Promise<void> {
  const place = { workspace: stage.workspace, platform: stage.name };
  for (let at = 0; at < CHANNELS; at++) {
    const channel = stage.addChannel(`formula-${at}`);
    await bench.addTrack(channel, { ...place, nextDueAt: new Date() });
  }
  const threads = () => stage.requests.filter(({ path }) => path.endsWith('/threads')).length;
  while (threads() < CHANNELS) await wait(LOOK_MS);
}

/** Ends the bot. Told by what its heap holds before and after it hears of the servers, garbage collected. */
async function kilobytesAServer(stage: DiscordStage, bot: NodeProcess): Promise<number> {
  bot.signal('SIGUSR2');
  await bot.says('"probe"');
  const payload = guildCreatePayload(stage.world);
  for (let at = 0; at < SERVERS; at++) {
    stage.gateway.dispatch('GUILD_CREATE', { ...payload, id: stage.world.ids() });
  }
  await wait(SETTLED_MS);
  bot.signal('SIGUSR2');
  const [before, after] = allProbed((await end(bot)).stdout);
  return ((after?.heapKb ?? NaN) - (before?.heapKb ?? NaN)) / SERVERS;
}

async function end(bot: NodeProcess): Promise<Ended> {
  bot.signal('SIGTERM');
  return bot.ended;
}

/** With its embedded PostgreSQL in a cgroup that allows no more; where none can be made, nothing is found. */
async function withinLimit(): Promise<readonly Finding[]> {
  try {
    await mkdir(CGROUP);
    await writeFile(join(CGROUP, 'memory.limit_in_bytes'), String(LIMIT_MB * 1024 ** 2));
  } catch {
    process.stderr.write('no memory cgroup can be made here: the limit is not measured\n');
    return [];
  }
  const stage = await openDiscordStage();
  const home = await mkdtemp(join(tmpdir(), 'whetstone-bench-'));
  const settings = { ...stage.env, WHETSTONE_HOME: home, WHETSTONE_BENCH_CGROUP: CGROUP };
  const bot = await startBot(settings, ['--import', './bench/process/join-cgroup.ts']);
  try {
    await wait(SETTLED_MS);
    const read = async (name: string) => Number(await readFile(join(CGROUP, name), 'utf8'));
    const bytes = await read('memory.usage_in_bytes');
    const held = await memoryOfAll(bot.pid);
    return [
      one('the bot and its database, first start, five seconds later', 'MB', held),
      one(`all that the kernel counts in a cgroup of ${LIMIT_MB} MB`, 'MB', bytes / 1024 ** 2),
      one(
        'how often that limit was met, when caches of files make room',
        '',
        await read('memory.failcnt'),
      ),
    ];
  } finally {
    await end(bot);
    await stage.close();
    await rm(home, { recursive: true, force: true });
    await rmdir(CGROUP);
  }
}
