import { expect, it } from 'vitest';
import type { BotProcess } from '../support/bot-process.ts';
import { holdAll, openRounds } from '../support/kills/campaign.ts';
import { callCrowd, type Said } from '../support/kills/crowd.ts';
import { type Rig, withRig } from '../support/rig.ts';
import { untilAllRests, untilRoundsRest } from '../support/settled.ts';
import { openSlackStage, type SlackStage } from '../support/slack/stage.ts';

const TRACKS = 2;

type Transport = 'socket' | 'http';

/** Both behind one workspace: Slack hands each thing that happens to one connection, or the balancer to one server. */
async function startBot(rig: Rig, stage: SlackStage, transport: Transport): Promise<BotProcess> {
  const bot = await rig.start();
  if (transport === 'http') {
    const { url } = await bot.line(({ msg }) => msg === 'listening');
    stage.deliverTo(`${String(url)}/slack/events`);
  }
  return bot;
}

/** As its health check finds the server gone, the balancer sends nothing there any more. */
async function kill(bot: BotProcess, { http }: SlackStage): Promise<void> {
  await bot.end();
  http.targets.shift();
}

it.each<readonly [Transport]>([['socket'], ['http']])(
  'two processes that Slack reaches by %s play two rounds, and one is killed while people answer',
  async (transport) => {
    const stage = await openSlackStage({ transport });
    await withRig(
      'slack',
      async (rig) => {
        for (let track = 0; track < TRACKS; track++) await rig.addTrack();
        const dying = await startBot(rig, stage, transport);
        await startBot(rig, stage, transport);
        const said: Said[] = [];
        await ask(rig);
        said.push(...(await answers(rig, () => kill(dying, stage))));
        await startBot(rig, stage, transport);
        await holdAll(rig, said, 'after the death');
        await reveal(rig);
        await ask(rig);
        said.push(...(await answers(rig)));
        await holdAll(rig, said, 'in the second round');
        await reveal(rig);
        await untilAllRests(rig.db);
        await holdAll(rig, said, 'at the end');
        expect(await streaksOf(rig, 'Bob')).toEqual([2, 2]);
      },
      Promise.resolve(stage),
    );
  },
  600_000,
);

async function ask(rig: Rig): Promise<void> {
  await rig.due();
  await untilRoundsRest(rig.db);
}

async function answers(rig: Rig, meanwhile?: () => Promise<void>): Promise<readonly Said[]> {
  const crowd = await callCrowd(rig.stage, await openRounds(rig));
  const [said] = await Promise.all([crowd.answer(), meanwhile?.()]);
  return said;
}

async function reveal(rig: Rig): Promise<void> {
  await rig.closeRounds();
  await untilRoundsRest(rig.db);
}

async function streaksOf({ db }: Rig, name: string): Promise<readonly number[]> {
  const rows = await db
    .selectFrom('streaks')
    .innerJoin('members', 'members.id', 'streaks.memberId')
    .where('members.name', '=', name)
    .select('streaks.current')
    .execute();
  return rows.map(({ current }) => current);
}
