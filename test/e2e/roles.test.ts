import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { button, formOf, messageOf } from '../support/answered.ts';
import { type BotProcess, startBotProcess } from '../support/bot-process.ts';
import { commandLine } from '../support/command-line.ts';
import { type TestDatabase, testDatabaseWithDeck } from '../support/database.ts';
import { openDiscordStage } from '../support/discord/stage.ts';
import type { Seen, Stage } from '../support/stage.ts';

describe('two processes that share the work', () => {
  let stage: Stage;
  let database: TestDatabase;
  let settings: Record<string, string>;
  let gateway: BotProcess;
  let worker: BotProcess;
  let question: Seen;

  const isReady = ({ msg, status }: { msg: string; status?: unknown }) =>
    msg === 'platform' && status === 'ready';

  beforeAll(async () => {
    stage = await openDiscordStage();
    database = await testDatabaseWithDeck();
    settings = { ...stage.env, DATABASE_URL: database.url };
    worker = startBotProcess({ ...settings, WHETSTONE_ROLES: 'worker' });
    gateway = startBotProcess({ ...settings, WHETSTONE_ROLES: 'gateway,web' });
    await worker.line(({ msg }) => msg === 'Whetstone is running.');
    await gateway.ready();
  });

  afterAll(async () => {
    await Promise.all([gateway.end(), worker.end()]);
    await stage.close();
    await database.drop();
  });

  const whetstone = (...typed: readonly string[]) => commandLine(settings).ok(...typed);

  it('ask a question, which the worker does', async () => {
    const { name, workspace, channel } = stage;
    const place = ['--platform', name, '--workspace', workspace, '--channel', channel];
    await whetstone('track', 'add', ...place, '--cron', '0 10 * * 1-5', '--answering', '8h');
    await whetstone('ask', '1');
    question = await stage.until(
      () => stage.channelMessages().find(({ thread }) => thread !== undefined),
      'the question and its thread',
    );
    expect(question.text).toContain('Question 1');
  });

  it('take an answer by form, which the gateway does', async () => {
    const ann = stage.person('Ann');
    const form = formOf(await ann.press(button(question, 'Answer')));
    const told = messageOf(await ann.send(form, { text: 'It weighs tokens by relevance.' }));
    expect(told.text).toContain('Your answer is saved.');
  });

  it('reveal once', async () => {
    await whetstone('reveal', '1');
    await stage.until(
      () => stage.channelMessages()[0]?.text.includes('Closed. 1 answer.'),
      'the closed question',
    );
    const thread = stage.threadMessages(question).map(({ text }) => text);
    expect(thread.filter((text) => text.includes('Answer to question 1'))).toHaveLength(1);
    expect(thread.join('\n')).toContain('It weighs tokens by relevance.');
    expect(stage.channelMessages()).toHaveLength(1);
    expect(stage.refusals()).toEqual([]);
  });

  it('keep to their roles', () => {
    const posted = ({ msg }: { msg: string }) => msg === 'posted';
    expect(worker.logged.some(posted)).toBe(true);
    expect(gateway.logged.some(posted)).toBe(false);
    expect(worker.logged.some(isReady)).toBe(false);
    expect(worker.logged.some(({ msg }) => msg === 'listening')).toBe(false);
    expect(gateway.logged.some(({ msg }) => msg === 'listening')).toBe(true);
  });

  it('end when they are told to, with nothing amiss', async () => {
    for (const process of [gateway, worker]) {
      process.signal('SIGTERM');
      expect(await process.exit).toEqual({ code: 0, signal: null });
      const amiss = process.logged.filter(({ level }) => !['info', 'debug'].includes(level));
      expect(amiss).toEqual([]);
    }
  });
});

it('a role that there is not is named at the start', async () => {
  const bot = startBotProcess({ WHETSTONE_ROLES: 'gatway' });
  expect((await bot.exit).code).toBe(1);
});
