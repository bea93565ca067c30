import { monitorEventLoopDelay } from 'node:perf_hooks';
import { setTimeout as wait } from 'node:timers/promises';
import { button } from '../../test/support/answered.ts';
import { type DiscordStage, openDiscordStage } from '../../test/support/discord/stage.ts';
import type { Benchmark } from '../kit/benchmark.ts';
import { took } from '../kit/compare.ts';
import { type Finding, percentile, spreadOf } from '../kit/finding.ts';
import type { Bench } from '../kit/open-bench.ts';
import { type Asked, askOn } from './whetstone.ts';

/** Discord's limit for one bot. */
const REQUESTS_A_SECOND = 50;
/** A question and its thread. */
const REQUESTS = 2;
/** More would take longer than a loopback platform waits. */
const MOST = 300;
const FORM_EVERY_MS = 200;

/** Channels that are due at the same minute on Discord, against the time that its limit alone takes. */
export const dueChannels: Benchmark = {
  name: 'due-channels',
  title: 'Questions in channels that are due at the same minute, on Discord',
  async run(bench, { channels }) {
    const stage = await openDiscordStage();
    const asked = await askOn(bench, stage);
    try {
      const size = Math.min(channels, MOST);
      const ids = Array.from({ length: size }, (_, number) => stage.addChannel(`due-${number}`));
      const place = { workspace: stage.workspace, platform: stage.name };
      for (const channel of ids) await bench.addTrack(channel, place);
      return await askEverywhere({ bench, stage, asked, ids });
    } finally {
      await asked.stop();
      await stage.close();
    }
  },
};

interface Everywhere {
  readonly bench: Bench;
  readonly stage: DiscordStage;
  readonly asked: Asked;
  readonly ids: readonly string[];
}

async function askEverywhere({
  bench,
  stage,
  asked,
  ids,
}: Everywhere): Promise<readonly Finding[]> {
  const loop = monitorEventLoopDelay({ resolution: 5 });
  const over = new AbortController();
  const forms = openForms(stage, asked, over.signal);
  loop.enable();
  const ms = await took(async () => {
    const due = { nextDueAt: new Date() };
    await bench.db
      .updateTable('tracks')
      .set(due)
      .where('channel', 'in', [...ids])
      .execute();
    await asked.runtime.tick();
    const isAsked = (id: string) => stage.channelMessages(id)[0]?.thread !== undefined;
    await stage.until(() => ids.every(isAsked), 'every thread');
  });
  loop.disable();
  over.abort();
  const one = (what: string, unit: string, value: number, atMost: number): Finding => ({
    ...{ what, unit, value: spreadOf([value]), goal: { atMost } },
  });
  const least = (ids.length * REQUESTS * 1_000) / REQUESTS_A_SECOND;
  return [
    one(`${ids.length} channels ÷ what the limit alone takes`, '', ms / least, 1.05),
    one('a form opens meanwhile, p99', 'ms', percentile(await forms, 0.99), 300),
    one('the loop’s worst stall, the loopback’s work included', 'ms', loop.max / 1e6, 50),
  ];
}

/** Somebody opens a form again and again, until all is over. Returns how long each took. */
async function openForms(
  stage: DiscordStage,
  { question }: Asked,
  over: AbortSignal,
): Promise<readonly number[]> {
  const person = stage.person('Somebody');
  const press = () => person.press(button(question, 'Answer'));
  const times: number[] = [];
  while (!over.aborted) {
    times.push(await took(press));
    await wait(FORM_EVERY_MS);
  }
  return times;
}
