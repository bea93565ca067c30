import { expect, it } from 'vitest';
import { type BotProcess, startBotProcess } from '../support/bot-process.ts';
import { withRig } from '../support/rig.ts';
import { untilRoundsRest } from '../support/settled.ts';
import { wrongs } from '../support/whole-state.ts';

/** Says so in its log. */
const saysOfShards = (bot: BotProcess, says: string) =>
  bot.line(({ check, msg }) => check === 'DISCORD_SHARDS' && msg.includes(says));

it(
  'a number of shards that changes while the bot runs is told by every gateway, and costs no round or reply',
  { timeout: 180_000 },
  () =>
    withRig('discord', async (rig) => {
      const start = (shards: string, WHETSTONE_ROLES = 'gateway'): BotProcess =>
        startBotProcess({ ...rig.settings, WHETSTONE_ROLES, DISCORD_SHARDS: shards });
      const bots = [start('0,1/4', 'gateway,worker'), start('2/3')];
      try {
        await rig.addTrack();
        for (const bot of bots) await saysOfShards(bot, 'into 3 and into 4 shards at once');
        await rig.due();
        await untilRoundsRest(rig.db);
        const [question] = rig.stage.channelMessages();
        await rig.stage.person('Bob').reply(question!, 'nobody may have heard this');
        await rig.closeRounds();
        await untilRoundsRest(rig.db);
        expect(await wrongs(rig.db, rig.stage)).toEqual([]);
        const answers = await rig.db.selectFrom('answers').select('text').execute();
        expect(answers).toEqual([{ text: 'nobody may have heard this' }]);
        await bots[1]!.end();
        bots.push(start('2/4'));
        await saysOfShards(bots[0]!, 'no process hears shard 3 of 4');
      } finally {
        await Promise.all(bots.map((bot) => bot.end()));
      }
    }),
);
