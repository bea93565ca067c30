import { afterEach, describe, expect, it } from 'vitest';
import { openSlackStage, type SlackStage } from '../../support/slack/stage.ts';
import { APP_TOKEN, BOT_TOKEN } from '../../support/slack/world.ts';
import { addBot, COMMANDS, fixedClock, openScene, reply } from './support.ts';

const ends: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const end of ends.splice(0).reverse()) await end();
});

async function openStage(options?: Parameters<typeof openSlackStage>[0]): Promise<SlackStage> {
  const stage = await openSlackStage(options);
  ends.push(() => stage.close());
  return stage;
}

function start(stage: SlackStage, script?: Parameters<typeof addBot>[1]) {
  const bot = addBot(stage, script);
  ends.push(() => bot.platform.stop());
  return { ...bot, started: bot.platform.start({ commands: COMMANDS, handlers: bot.handlers }) };
}

describe('the connection', () => {
  it('waits for a Slack that is down at the start', async () => {
    const stage = await openStage();
    await stage.server.goDown();
    const { platform, started } = start(stage);
    await stage.until(() => platform.state().status === 'down', 'the bot to notice');
    expect(platform.state()).toMatchObject({
      reason: expect.stringContaining('cannot be reached') as string,
    });
    await stage.server.comeBack();
    await started;
    expect(platform.state()).toEqual({ status: 'ready' });
  });

  it.each([
    [BOT_TOKEN, 'invalid_auth', 'SLACK_BOT_TOKEN'],
    [APP_TOKEN, 'invalid_auth', 'SLACK_APP_TOKEN'],
    [APP_TOKEN, 'not_allowed_token_type', 'SLACK_APP_TOKEN'],
  ])('names the token that is refused: %s (%s)', async (token, fault, variable) => {
    const stage = await openStage();
    stage.world.tokenFaults.set(token, fault);
    const { platform, started } = start(stage);
    await stage.until(() => platform.state().status === 'down', 'the bot to notice');
    expect(platform.state()).toMatchObject({ reason: expect.stringContaining(variable) as string });
    stage.world.tokenFaults.clear();
    await started;
    expect(platform.state()).toEqual({ status: 'ready' });
  });

  it('comes back after a cut, and what happened meanwhile arrives', async () => {
    const stage = await openStage();
    const { started } = start(stage, { command: () => reply('Here again') });
    await started;
    stage.faults.dropConnection();
    const answer = await stage.person('Anna').run('quiz');
    expect(answer).toMatchObject({ message: { text: 'Here again' } });
  });

  it('survives a token refused at a reconnect: down with the reason, then ready again', async () => {
    const stage = await openStage();
    const { platform, started } = start(stage);
    await started;
    stage.world.tokenFaults.set(APP_TOKEN, 'invalid_auth');
    stage.faults.dropConnection();
    await stage.until(() => platform.state().status === 'down', 'the bot to notice');
    expect(platform.state()).toMatchObject({
      reason: expect.stringContaining('SLACK_APP_TOKEN') as string,
    });
    stage.world.tokenFaults.clear();
    await stage.until(() => platform.state().status === 'ready', 'the bot to be back');
  });

  it("is renewed when Slack asks for it, which is no one's fault", async () => {
    const clock = fixedClock();
    const stage = await openStage({ now: clock.now });
    const { platform, started } = start(stage, { command: () => reply('Renewed') });
    await started;
    clock.forward(3600);
    stage.socket.refresh();
    await stage.until(() => stage.socket.opened() === 2, 'a new connection');
    const answer = await stage.person('Anna').run('quiz');
    expect(answer).toMatchObject({ message: { text: 'Renewed' } });
    expect(platform.state()).toEqual({ status: 'ready' });
  });

  it('is shared by several replicas: each event reaches one of them', async () => {
    const stage = await openStage();
    const [one, other] = [
      start(stage, { command: () => reply('from one') }),
      start(stage, { command: () => reply('from the other') }),
    ];
    await Promise.all([one.started, other.started]);
    const anna = stage.person('Anna');
    for (let n = 0; n < 4; n++) await anna.run('quiz');
    expect([one.commands.length, other.commands.length]).toEqual([2, 2]);
  });
});

describe('a stop', () => {
  it('lets a handler under way finish, and leaves no connection', async () => {
    let finish = (): void => undefined;
    const slow = new Promise<void>((resolve) => (finish = resolve));
    const scene = await openScene({ command: () => slow.then(() => reply('Just in time')) });
    ends.push(() => scene.stage.close());
    const anna = scene.stage.person('Anna');
    const answer = anna.run('quiz');
    await scene.stage.until(() => scene.commands.length === 1);
    const stopped = scene.platform.stop();
    await scene.stage.until(() => scene.stage.socket.connections() === 0, 'the bot to hang up');
    finish();
    await stopped;
    expect(anna.privately().map(({ text }) => text)).toEqual(['Just in time']);
    await answer;
    expect(scene.platform.state()).toEqual({ status: 'down', reason: 'stopped' });
  });

  it('ends a start that waits for a Slack that is down', async () => {
    const stage = await openStage();
    await stage.server.goDown();
    const { platform, started } = start(stage);
    await stage.until(() => platform.state().status === 'down');
    await platform.stop();
    await started;
    expect(platform.state()).toEqual({ status: 'down', reason: 'stopped' });
  });
});
