import { GatewayIntentBits } from 'discord-api-types/v10';
import { pino } from 'pino';
import { describe, expect, it, onTestFinished } from 'vitest';
import type { Platform } from '../../../src/chat/platform.ts';
import { createDiscord } from '../../../src/platforms/discord/index.ts';
import { freePort } from '../../support/free-port.ts';
import {
  channelOf,
  COMMANDS,
  connect,
  openStage,
  posting,
  recordingHandlers,
  text,
} from './support.ts';

const log = pino({ level: 'silent' });

const reasonOf = (platform: Platform): string | undefined => {
  const state = platform.state();
  return state.status === 'down' ? state.reason : undefined;
};

describe('the connection to Discord', () => {
  it('is made as soon as Discord is there', async () => {
    const port = await freePort();
    let down: string | undefined;
    const stage = await openStage();
    const apiUrl = `http://127.0.0.1:${port}/api`;
    const { token } = stage.world;
    const early = createDiscord({ token, apiUrl, messageContent: false, log, elapsedMs: () => 0 });
    onTestFinished(() => early.stop());
    const started = early.start({ commands: [], handlers: recordingHandlers() });
    await stage.until(() => (down = reasonOf(early)), 'the reason');
    expect(down).toMatch(/cannot connect to Discord: .*ECONNREFUSED/);
    const late = await openStage({ port });
    Object.assign(late.world, { token });
    await started;
    expect(early.state()).toEqual({ status: 'ready' });
  });

  it('beats, as Discord asks', async () => {
    const stage = await openStage({ heartbeatMs: 30 });
    await connect(stage, recordingHandlers());
    const beats = () => stage.gateway.log.filter((what) => what === 'heartbeat').length;
    await stage.until(() => beats() >= 3, 'three heartbeats');
  });

  it('resumes after it was cut, and nothing is missed', async () => {
    const stage = await openStage();
    const handlers = recordingHandlers();
    const platform = await connect(stage, handlers);
    const ref = await platform.post(channelOf(stage), text('Round 1'), 'k');
    await platform.openThread(ref, 'Round 1');
    stage.faults.dropConnection();
    await stage.person('Ann').reply(stage.channelMessages()[0]!, 'meanwhile');
    await stage.until(() => handlers.threads.length > 0, 'what was written meanwhile');
    expect(stage.gateway.log).toContain('resume');
    await stage.until(() => platform.state().status === 'ready');
    expect(handlers.threads).toMatchObject([{ type: 'written', message: { text: 'meanwhile' } }]);
  });

  it('identifies anew where resuming fails, and the history tells what was missed', async () => {
    const stage = await openStage();
    const handlers = recordingHandlers();
    const platform = await connect(stage, handlers);
    const ref = await platform.post(channelOf(stage), text('Round 1'), 'k');
    const { thread } = await platform.openThread(ref, 'Round 1');
    stage.gateway.forget();
    await stage.person('Ann').reply(stage.channelMessages()[0]!, 'missed');
    const joined = () => handlers.memberships.filter(({ type }) => type === 'workspace-joined');
    await stage.until(() => joined().length === 2, 'the new session');
    expect(handlers.threads).toEqual([]);
    expect(await platform.threadHistory(thread, new Date(0))).toMatchObject([{ text: 'missed' }]);
    await stage.person('Ann').run('quiz');
    expect(handlers.commands).toHaveLength(1);
  });

  it('that fails on a wrong token says how to mend it', async () => {
    const stage = await openStage();
    stage.world.settings.tokenValid = false;
    const platform = posting(stage);
    void platform.start({ commands: COMMANDS, handlers: recordingHandlers() });
    await stage.until(() => reasonOf(platform), 'the reason');
    expect(reasonOf(platform)).toMatch(/DISCORD_TOKEN.*Reset Token/);
  });

  it('that fails on the missing intent names the switch', async () => {
    const stage = await openStage();
    stage.world.settings.messageContent = false;
    const platform = posting(stage);
    void platform.start({ commands: COMMANDS, handlers: recordingHandlers() });
    await stage.until(() => reasonOf(platform), 'the reason');
    expect(reasonOf(platform)).toMatch(/Message Content Intent.*DISCORD_MESSAGE_CONTENT=off/);
  });

  it('that Discord closes for good later says why, too', async () => {
    const stage = await openStage();
    const platform = await connect(stage, recordingHandlers());
    stage.gateway.closeWith(4014);
    await stage.until(() => reasonOf(platform), 'the reason');
    expect(reasonOf(platform)).toMatch(/Message Content Intent/);
  });

  it('asks only for the intents that it uses', async () => {
    const stage = await openStage({ messageContent: false });
    const platform = await connect(stage, recordingHandlers());
    expect(platform.state()).toEqual({ status: 'ready' });
    const { Guilds, GuildMessages } = GatewayIntentBits;
    expect(stage.gateway.intents()).toEqual([Guilds | GuildMessages]);
  });

  it('ends a start that never came to be', async () => {
    const stage = await openStage();
    stage.world.settings.tokenValid = false;
    const platform = stage.platform();
    const started = platform.start({ commands: COMMANDS, handlers: recordingHandlers() });
    await stage.until(() => reasonOf(platform));
    await platform.stop();
    await started;
    expect(platform.state()).toEqual({ status: 'down', reason: 'stopped' });
  });

  it('is left only when what is under way is answered, and nothing more is begun', async () => {
    const stage = await openStage();
    const working = Promise.withResolvers<void>();
    const handlers = recordingHandlers({
      command: async () => {
        await working.promise;
        return { type: 'reply', message: text('done after all') };
      },
    });
    const platform = await connect(stage, handlers);
    const asked = stage.person('Ann').run('quiz');
    await stage.until(() => handlers.commands.length === 1);
    const stopped = platform.stop();
    const ignored = stage.person('Ben').run('quiz');
    ignored.catch(() => undefined);
    working.resolve();
    expect(await asked).toMatchObject({ message: { text: 'done after all' } });
    await stopped;
    expect(handlers.commands).toHaveLength(1);
    expect(stage.gateway.connected()).toBe(0);
  });
});
