import { setTimeout as wait } from 'node:timers/promises';
import { button } from '../../test/support/answered.ts';
import type { Recorded } from '../../test/support/discord/rest.ts';
import { type DiscordStage, openDiscordStage } from '../../test/support/discord/stage.ts';
import type { Seen } from '../../test/support/stage.ts';
import type { Benchmark } from '../kit/benchmark.ts';
import { took } from '../kit/compare.ts';
import { type Finding, type Goal, percentile, spreadOf } from '../kit/finding.ts';
import type { Bench } from '../kit/open-bench.ts';
import { startBots } from '../process/bots.ts';

/** Discord's limit for one bot. */
const REQUESTS_A_SECOND = 50;
/** A question and its thread. */
const REQUESTS = 2;
const FORM_EVERY_MS = 200;
/** How often it is counted what has come in. */
const LOOK_MS = 20;
/** So long after the tracks are made their minute comes. */
const UNTIL_DUE_MS = 8_000;
/** So many tracks are made side by side. */
const TOGETHER = 20;

/** Channels that are due at the same minute on Discord, against the time that its limit alone takes. */
export const dueChannels: Benchmark = {
  name: 'due-channels',
  title: 'Questions in channels that are due at the same minute, on Discord',
  async run(bench, { channels, processes }) {
    const findings: Finding[] = [];
    for (const count of processes) findings.push(...(await askWith(bench, count, channels)));
    return findings;
  },
};

async function askWith(bench: Bench, count: number, channels: number): Promise<readonly Finding[]> {
  const stage = await openDiscordStage();
  const bots = await startBots(count, { ...stage.env, DATABASE_URL: bench.url });
  const question = await askOne(bench, stage);
  const dueAt = await addDue(bench, stage, channels);
  const over = new AbortController();
  await wait(dueAt - Date.now());
  bots.begin();
  const before = stage.requests.length;
  stage.world.settings.requestsASecond = REQUESTS_A_SECOND;
  const forms = openForms(stage, question, over.signal);
  try {
    const ms = await took(() => untilAsked(stage, channels + 1));
    over.abort();
    const formMs = percentile(await forms, 0.99);
    const requests = busiestSecond(stage.requests.slice(before));
    const refusals = stage.refusals().filter((one) => one.includes('requests a second')).length;
    return findings({ count, channels, ms, formMs, requests, refusals, bots: await bots.end() });
  } finally {
    await stage.close();
  }
}

interface Measured {
  readonly count: number;
  readonly channels: number;
  readonly ms: number;
  readonly formMs: number;
  readonly requests: number;
  readonly refusals: number;
  readonly bots: readonly { readonly stallMs: number; readonly cpuMs: number }[];
}

function findings({ count, channels, bots, ...measured }: Measured): readonly Finding[] {
  const by = count === 1 ? 'one process' : `${count} processes`;
  const one = (what: string, unit: string, value: number, goal?: Goal): Finding => ({
    ...{ what: `${what}, ${by}`, unit, value: spreadOf([value]), ...(goal && { goal }) },
  });
  const least = (channels * REQUESTS * 1_000) / REQUESTS_A_SECOND;
  const stall = Math.max(...bots.map(({ stallMs }) => stallMs));
  const cpu = bots.reduce((sum, { cpuMs }) => sum + cpuMs, 0) / channels;
  return [
    one(`${channels} channels ÷ what the limit alone takes`, '', measured.ms / least, {
      atMost: 1.05,
    }),
    one('most requests within a second', '', measured.requests, { atMost: REQUESTS_A_SECOND }),
    one('refused for the limit', '', measured.refusals, { atMost: 0 }),
    one('a form opens meanwhile, p99', 'ms', measured.formMs, { atMost: 300 }),
    one('the worst stall of a bot’s event loop', 'ms', stall, { atMost: 50 }),
    one('the bots’ processor time a question', 'ms', cpu),
  ];
}

/** A question to open the form of. */
async function askOne(bench: Bench, stage: DiscordStage): Promise<Seen> {
  const { workspace, channel } = stage;
  await bench.addTrack(channel, { workspace, platform: stage.name, nextDueAt: new Date() });
  await untilAsked(stage, 1);
  return stage.until(() => stage.channelMessages()[0], 'the first question');
}

/** Makes tracks in channels of their own; returns when all of them are due. */
async function addDue(bench: Bench, stage: DiscordStage, channels: number): Promise<number> {
  const place = { workspace: stage.workspace, platform: stage.name };
  const ids = Array.from({ length: channels }, (_, at) => stage.addChannel(`due-${at}`));
  for (let first = 0; first < ids.length; first += TOGETHER) {
    const some = ids.slice(first, first + TOGETHER);
    await Promise.all(some.map((channel) => bench.addTrack(channel, place)));
  }
  const nextDueAt = new Date(Date.now() + UNTIL_DUE_MS);
  await bench.db.updateTable('tracks').set({ nextDueAt }).where('nextDueAt', 'is', null).execute();
  return nextDueAt.getTime();
}

/** Requests that people’s gestures are answered with are outside the limit. */
const counts = ({ path }: { readonly path: string }): boolean =>
  !/interactions|webhooks/.test(path);

/** Until so many threads are open. What has come in is gone through once, since there may be much of it. */
async function untilAsked(stage: DiscordStage, threads: number): Promise<void> {
  let seen = 0;
  for (let open = 0; open < threads; await wait(LOOK_MS)) {
    for (; seen < stage.requests.length; seen++) {
      const { method, path } = stage.requests[seen] ?? { method: '', path: '' };
      if (method === 'POST' && path.endsWith('/threads')) open++;
    }
  }
}

/** The most requests that came in within any second. */
function busiestSecond(requests: readonly Recorded[]): number {
  const times = requests.filter(counts).map(({ at }) => at);
  let [first, most] = [0, 0];
  for (const [index, at] of times.entries()) {
    while ((times[first] ?? at) <= at - 1_000) first++;
    most = Math.max(most, index - first + 1);
  }
  return most;
}

/** Somebody opens a form again and again, until all is over. Returns how long each took. */
async function openForms(
  stage: DiscordStage,
  question: Seen,
  over: AbortSignal,
): Promise<readonly number[]> {
  const person = stage.person('Somebody');
  // One that is never answered counts with the time that Discord waits for it.
  const press = () => person.press(button(question, 'Answer')).catch(() => undefined);
  const times: number[] = [];
  while (!over.aborted) {
    times.push(await took(press));
    await wait(FORM_EVERY_MS);
  }
  return times;
}
