import { describe, expect, it } from 'vitest';
import { untilStanding } from '../support/answers.ts';
import { ask, close, converse, deadlineOf } from '../support/conversation.ts';
import { type DiscordStage, openDiscordStage } from '../support/discord/stage.ts';
import { untilAllRests, untilRoundsRest } from '../support/settled.ts';
import { openSlackStage, type SlackStage } from '../support/slack/stage.ts';
import { wrongs } from '../support/whole-state.ts';

describe('what is written while the bot hears nothing, on discord', () => {
  let stage: DiscordStage;
  const here = converse(async (now) => (stage = await openDiscordStage({ now })), {
    trouble: true,
  });
  const state = () => wrongs(here.bot.runtime.context.db, stage);

  it('comes with the resumed session after a short gap', async () => {
    await here.bot.addTrack({ cron: '0 10 * * *' });
    const question = await ask(here, 1);
    stage.gateway.drop();
    await stage.person('Ann').reply(question, 'Written in the gap.');
    await untilStanding(here.bot, [['Ann', 'Written in the gap.']]);
    await stage.until(() => stage.gateway.log.includes('resume'), 'the session to be resumed');
  });

  it('is fetched where the session cannot be resumed, edits included', async () => {
    const [question] = stage.channelMessages();
    const early = await stage.person('Bob').reply(question!, 'First words.');
    await untilStanding(here.bot, [
      ['Ann', 'Written in the gap.'],
      ['Bob', 'First words.'],
    ]);
    stage.gateway.forget();
    here.clock.advance({ minutes: 1 });
    await stage.person('Cy').reply(question!, 'Never delivered.');
    await stage.person('Bob').rewrite(early, 'Second thoughts.');
    await untilStanding(here.bot, [
      ['Ann', 'Written in the gap.'],
      ['Bob', 'Second thoughts.'],
      ['Cy', 'Never delivered.'],
    ]);
    expect(await state()).toEqual([]);
  });

  it('counts by when it was written, even if it is heard of after the deadline', async () => {
    const question = await ask(here, 2);
    await here.stage.until(() => stage.gateway.connected() === 1, 'the bot to be connected');
    await untilAllRests(here.bot.runtime.context.db, () => here.clock.peek());
    muteGateway(stage);
    here.clock.set(new Date(deadlineOf(2).getTime() - 1000));
    await stage.person('Ann').reply(question, 'A second before the deadline.');
    here.clock.set(new Date(deadlineOf(2).getTime() + 1000));
    await stage.person('Bob').reply(question, 'A second after it.');
    await close(here, 2, question);
    await untilStanding(here.bot, [['Ann', 'A second before the deadline.']], 2);
    await untilRoundsRest(here.bot.runtime.context.db, () => here.clock.peek());
    expect(await state()).toEqual([]);
  });
});

/** From now on events are lost on the way, as a gateway does that is unwell and does not say so. */
function muteGateway({ gateway }: DiscordStage): void {
  Object.assign(gateway, { dispatch: () => undefined });
}

describe('what is written while the bot hears nothing, on slack', () => {
  let stage: SlackStage;
  const here = converse(async (now) => (stage = await openSlackStage({ now })), { trouble: true });

  it('comes after a routine refresh of the connection', async () => {
    await here.bot.addTrack({ cron: '0 10 * * *' });
    const question = await ask(here, 1);
    stage.socket.refresh();
    await stage.person('Ann').reply(question, 'During the refresh.');
    await untilStanding(here.bot, [['Ann', 'During the refresh.']]);
    expect(stage.socket.opened()).toBe(2);
  });

  it('comes when a cut connection is made again', async () => {
    const [question] = stage.channelMessages();
    stage.faults.dropConnection();
    await stage.person('Bob').reply(question!, 'During the cut.');
    await untilStanding(here.bot, [
      ['Ann', 'During the refresh.'],
      ['Bob', 'During the cut.'],
    ]);
  });

  it('counts by when it was written where Slack gave up delivering it, edits included', async () => {
    const question = await ask(here, 2);
    const early = await stage.person('Bob').reply(question, 'First words.');
    await untilStanding(here.bot, [['Bob', 'First words.']], 2);
    await stage.socket.close();
    here.clock.set(new Date(deadlineOf(2).getTime() - 1000));
    void stage.person('Ann').reply(question, 'A second before the deadline.');
    void stage.person('Bob').rewrite(early, 'Second thoughts.');
    here.clock.set(new Date(deadlineOf(2).getTime() + 1000));
    void stage.person('Cy').reply(question, 'A second after it.');
    await close(here, 2, question);
    await untilStanding(
      here.bot,
      [
        ['Ann', 'A second before the deadline.'],
        ['Bob', 'Second thoughts.'],
      ],
      2,
    );
    await untilRoundsRest(here.bot.runtime.context.db, () => here.clock.peek());
    expect(await wrongs(here.bot.runtime.context.db, stage)).toEqual([]);
  });
});
