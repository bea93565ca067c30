import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { type AddressInfo, createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeAll, describe, expect, inject, it, onTestFinished } from 'vitest';
import { connect } from '../../src/db/connect.ts';
import { insertDailyTrack } from '../support/daily-track.ts';
import { createDatabase, testDatabaseWithDeck } from '../support/database.ts';
import { openDiscordStage } from '../support/discord/stage.ts';
import { PROJECT, settingsAlone } from '../support/environment.ts';
import { type NodeProcess, startNode } from '../support/node-process.ts';
import { openSlackStage } from '../support/slack/stage.ts';

const PRETTY = { PORT: '0', LOG_FORMAT: 'pretty' };

const start = (settings: Readonly<Record<string, string>>, ...flags: readonly string[]) =>
  startNode([...flags, 'src/main.ts'], { ...PRETTY, ...settings });

let home: string;
beforeAll(async () => {
  home = await mkdtemp(join(tmpdir(), 'whetstone-start-'));
  // As root, the embedded server runs as another user, who has to get in.
  await chmod(home, 0o711);
  return () => rm(home, { recursive: true, force: true, maxRetries: 20, retryDelay: 100 });
});

describe('npm start with nothing set up', () => {
  let bot: NodeProcess;
  beforeAll(async () => {
    bot = start({ WHETSTONE_HOME: home });
    await bot.says('Whetstone is running.');
    return async () => {
      bot.signal('SIGKILL');
      await bot.ended;
    };
  });

  it('refuses a second one on the same home, and names the first', async () => {
    const second = await start({ WHETSTONE_HOME: home }).ended;
    expect(second.code).toBe(1);
    expect(second.stderr).toMatch(
      new RegExp(`^Whetstone already runs on ${home}/postgres: process ${bot.pid}, since .*\\n$`),
    );
  });

  it('says what it found, what is missing and what to do next', async () => {
    await bot.says('INFO: platform');
    bot.signal('SIGTERM');
    const { code, stdout, stderr } = await bot.ended;
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    const [, url] = /Playground {2}(http:\/\/127\.0\.0\.1:\d+)/.exec(stdout) ?? [];
    expect(stdout).toContain(
      [
        'Whetstone is running.',
        `  Database    PostgreSQL of its own, in ${home}`,
        '  Decks       llm-interview (50 questions), llm-engineering (30 questions)',
        `  Playground  ${url}  (the whole bot, in a browser)`,
        'Next: open the playground; to bring Whetstone to your team, set up one of these, or both:',
        '  Discord     docs/discord.md, then DISCORD_TOKEN in .env',
        '  Slack       docs/slack.md, then SLACK_BOT_TOKEN and SLACK_APP_TOKEN in .env',
        '',
      ].join('\n'),
    );
    expect(stdout).not.toMatch(/WARN|ERROR/);
  });
});

describe('npm start', () => {
  let database: string;
  beforeAll(async () => {
    const made = await testDatabaseWithDeck();
    database = made.url;
    return () => made.drop();
  });

  it('says with platforms set up as whom it is where, what is due, and what is wrong', async () => {
    const [discord, slack] = await Promise.all([openDiscordStage(), openSlackStage()]);
    const silent = discord.addChannel('silent', { botMayPost: false });
    const { db, close } = connect(database, { onError: () => undefined, max: 1 });
    const well = await insertDailyTrack(db, discord, { nextDueAt: new Date('2030-01-02T10:00Z') });
    const stopped = await insertDailyTrack(
      db,
      { workspace: discord.workspace, channel: silent },
      {
        ...{ status: 'suspended', suspendedReason: 'forbidden', suspendedDetail: '50013 Missing' },
      },
    );
    await close();
    const settings = { DATABASE_URL: database, WHETSTONE_HOME: home };
    const bot = start({ ...discord.env, ...slack.env, SLACK_BOT_TOKEN: 'xoxb-1', ...settings });
    await bot.says('More: npm run -s whetstone -- doctor');
    bot.signal('SIGTERM');
    const { code, stdout } = await bot.ended;
    await Promise.all([discord.close(), slack.close()]);
    expect(code).toBe(0);
    expect(stdout).toContain('  Discord     connecting\n');
    expect(stdout).toContain(`  Database    ${new URL(database).pathname.slice(1)} at 127.0.0.1`);
    expect(stdout).not.toContain(new URL(database).password || 'nothing to hide');
    const [, said = ''] = /\n\n( {2}Discord {5}as [^]*?)\n\n/.exec(stdout) ?? [];
    expect(said.split('\n')).toEqual([
      '  Discord     as whetstone in Loopback',
      `  Tracks      2; 1 of them suspended; the next question at 2030-01-02 10:00+00:00 in track ${well}`,
      expect.stringMatching(/^ {2}FAULT {7}Slack: refuses .*Fix: check SLACK_BOT_TOKEN, /),
      `  FAULT       Track ${stopped}: is suspended: forbidden (50013 Missing). Fix: mend that; it goes on by itself, or by “track resume ${stopped}”.`,
      expect.stringMatching(/^ {2}FAULT {7}Track \d+: .*Send Messages/),
      'More: npm run -s whetstone -- doctor',
    ]);
  });

  it('says that the bot is in no server yet, with the address that adds it', async () => {
    const discord = await openDiscordStage();
    discord.world.settings.botIsMember = false;
    const settings = { DATABASE_URL: database, WHETSTONE_HOME: home };
    const bot = start({ ...discord.env, ...settings });
    await bot.says('in 0 servers');
    bot.signal('SIGTERM');
    const { code, stdout } = await bot.ended;
    await discord.close();
    expect(code).toBe(0);
    expect(stdout).toMatch(
      /\n {2}WARNING {5}Discord: as whetstone in 0 servers\. Fix: add it by https:\S+authorize\?client_id=\d+&\S+\n/,
    );
  });

  it('says the same in the log where machines read it', async () => {
    const settings = { DATABASE_URL: database, WHETSTONE_HOME: home, LOG_FORMAT: 'json' };
    const bot = start(settings);
    await bot.says('docs/slack.md');
    bot.signal('SIGTERM');
    const { code, stdout } = await bot.ended;
    expect(code).toBe(0);
    const said = stdout
      .trim()
      .split('\n')
      .map((line) => (JSON.parse(line) as { msg: string }).msg);
    expect(said).toContain('Whetstone is running.');
    expect(said).toContain('Discord: docs/discord.md, then DISCORD_TOKEN in .env');
    expect(said).toContain('stopping');
    expect(said.at(-1)).toBe('stopped');
  });

  it('tells of a port that is taken', async () => {
    const empty = await createDatabase(inject('postgres').server);
    onTestFinished(() => empty.drop());
    const other = createServer().listen(0, '127.0.0.1');
    await once(other, 'listening');
    const { port } = other.address() as AddressInfo;
    const settings = { DATABASE_URL: empty.url, WHETSTONE_HOME: home, PORT: String(port) };
    const { code, stdout, stderr } = await start(settings).ended;
    other.close();
    expect(code).toBe(1);
    expect(stderr).toBe(
      `Port ${port} on 127.0.0.1 is taken. Set PORT to another, or to 0 for any free one.\n`,
    );
    expect(stdout, 'before the decks are loaded').not.toContain('loaded a deck');
  });

  it('takes no commands, and says where they belong', async () => {
    const asked = (...args: readonly string[]) =>
      startNode(['src/main.ts', ...args], { WHETSTONE_HOME: home }).ended;
    expect(await asked('doctor')).toEqual({
      ...{ code: 1, stdout: '' },
      stderr: 'The bot takes no commands. Fix: npm run -s whetstone -- doctor\n',
    });
    const stdout = expect.stringMatching(/^\d+\.\d+\.\d+\n$/) as string;
    expect(await asked('--version')).toEqual({ code: 0, stdout, stderr: '' });
  });

  it('tells of a database that cannot be used', async () => {
    const settings = { DATABASE_URL: 'postgres://team:sesame@127.0.0.1:1/whetstone' };
    const { code, stderr } = await start(settings).ended;
    expect(code).toBe(1);
    expect(stderr).toMatch(
      /^Cannot use the PostgreSQL database whetstone at 127\.0\.0\.1:1: .*\n$/,
    );
    expect(stderr).not.toContain('sesame');
  });

  it('tells of every setting that is wrong', async () => {
    const { code, stdout, stderr } = await start({ LOG_LEVEL: 'loud', HOST: 'http://x' }).ended;
    expect({ code, stdout }).toEqual({ code: 1, stdout: '' });
    expect(stderr).toMatch(
      /^Some settings need a change:\n {2}\w+ .*\n {2}\w+ .*\nSettings are .*\n$/,
    );
  });

  it('obeys a signal that comes while it starts', async () => {
    const bot = start({ DATABASE_URL: database, WHETSTONE_HOME: home });
    await bot.says('listening');
    bot.signal('SIGTERM');
    expect(await bot.ended).toMatchObject({ code: 0, stderr: '' });
  });

  it.skipIf(process.platform === 'win32')('stops when the npm that started it does', async () => {
    // As npm does: a shell between, which alone is told.
    const shell = spawn('/bin/sh', ['-c', `"${process.execPath}" src/main.ts; true`], {
      cwd: PROJECT,
      env: settingsAlone({
        ...{ ...PRETTY, DATABASE_URL: database, WHETSTONE_HOME: home },
        npm_lifecycle_event: 'start',
      }),
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    let said = '';
    for await (const text of shell.stdout.setEncoding('utf8')) {
      said += String(text);
      if (said.includes('Whetstone is running.')) shell.kill('SIGTERM');
    }
    expect(said).toContain('INFO: stopping {"reason":"the end of npm"}');
    expect(said).toMatch(/INFO: stopped\n$/);
  });

  it('logs an error that nobody expected, and ends, so that a supervisor starts it anew', async () => {
    const trap =
      'process.on("SIGUSR2", () => void Promise.reject(new Error("nobody caught this")))';
    const settings = { DATABASE_URL: database, WHETSTONE_HOME: home };
    const bot = start(settings, '--import', `data:text/javascript,${encodeURIComponent(trap)}`);
    await bot.says('Whetstone is running.');
    bot.signal('SIGUSR2');
    const { code, stdout } = await bot.ended;
    expect(code).toBe(1);
    expect(stdout).toContain('FATAL: ended by an unexpected error');
    expect(stdout).toContain('nobody caught this');
  });
});
