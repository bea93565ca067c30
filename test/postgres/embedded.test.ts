import { mkdir, readdir, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pino } from 'pino';
import { describe, expect, inject, it, vi } from 'vitest';
import { openPostgres } from '../../src/postgres/open-postgres.ts';
import { makeHome, query, serverPid, startPeer, startReady } from './embedded/support.ts';

const log = pino({ level: 'silent' });

describe('a server of our own', () => {
  it('is durable, keeps to loopback, and reads every script', async () => {
    const home = await makeHome();
    const postgres = await openPostgres({ home, log, role: 'bot' });
    const [row] = await query(
      postgres.url,
      `select current_setting('fsync') as fsync, current_setting('synchronous_commit') as commits,
              current_setting('listen_addresses') as addresses, lower('ЁЖ') as letters,
              current_setting('server_encoding') as encoding, current_setting('TimeZone') as zone`,
    );
    await postgres.stop();
    expect(row).toEqual({
      fsync: 'on',
      commits: 'on',
      addresses: '127.0.0.1',
      letters: 'ёж',
      encoding: 'UTF8',
      zone: 'UTC',
    });
  });

  it('keeps its password from other users', async () => {
    const home = await makeHome();
    const postgres = await openPostgres({ home, log, role: 'bot' });
    const { mode } = await stat(join(home, 'postgres', 'password'));
    await postgres.stop();
    expect(mode & 0o777).toBe(0o600);
    const stranger = new URL(postgres.url);
    expect(stranger.password).toMatch(/^[0-9a-f]{48}$/);
  });

  it('keeps its rows from one start to the next', async () => {
    const home = await makeHome();
    const first = await openPostgres({ home, log, role: 'bot' });
    await query(first.url, `create table kept as select 'so it is' as text`);
    await first.stop();
    expect(await serverPid(home)).toBeUndefined();
    const second = await openPostgres({ home, log, role: 'bot' });
    const rows = await query(second.url, 'select text from kept');
    await second.stop();
    expect(rows).toEqual([{ text: 'so it is' }]);
  });

  it('names the setting where a file stands in the place of its folder, or on the way there', async () => {
    const home = await makeHome();
    await writeFile(home, '');
    for (const folder of [home, join(home, 'further')]) {
      await expect(openPostgres({ home: folder, log, role: 'bot' })).rejects.toMatchObject({
        code: 'home-unusable',
        message: expect.stringMatching(
          /^The folder .* cannot be used: a file stands in its place or on the way to it\. Set WHETSTONE_HOME to a folder that this user may write in\.$/,
        ) as string,
      });
    }
  });

  it.skipIf(process.getuid?.() === 0)('names it where it may not write there', async () => {
    const home = await makeHome();
    await mkdir(home, { mode: 0o555 });
    for (const folder of [home, join(home, 'further')]) {
      await expect(openPostgres({ home: folder, log, role: 'bot' })).rejects.toMatchObject({
        code: 'home-unusable',
        message: expect.stringMatching(/EACCES.* Set WHETSTONE_HOME/) as string,
      });
    }
  });

  it.each([
    ['spaces, quotes and other scripts', ['my "team" $HOME', 'дом бота']],
    [
      'a path beyond the length of a socket name',
      Array<string>(6).fill('a-long-way-down-to-the-data'),
    ],
  ])('lives in a folder with %s', async (_what, names) => {
    const home = await makeHome(...names);
    const postgres = await openPostgres({ home, log, role: 'bot' });
    const rows = await query(postgres.url, 'select 1 as one');
    await postgres.stop();
    expect(rows).toEqual([{ one: 1 }]);
  });

  it('is not run at all where the operator names one', async () => {
    const home = await makeHome();
    const databaseUrl = inject('postgres').server;
    const postgres = await openPostgres({ databaseUrl, home, log, role: 'bot' });
    await postgres.stop();
    expect(postgres.url).toBe(databaseUrl);
    await expect(stat(home)).rejects.toThrow('ENOENT');
  });
});

describe('a server of the operator’s', () => {
  const open = (databaseUrl: string) =>
    openPostgres({ databaseUrl, home: '/nowhere', log, role: 'bot' });

  it('that is not there is told in words, without its password', async () => {
    const refused = open('postgres://team:sesame@127.0.0.1:1/whetstone');
    await expect(refused).rejects.toThrow(
      'Cannot use the PostgreSQL database whetstone at 127.0.0.1:1: nothing listens there.',
    );
    await expect(refused).rejects.not.toThrow('sesame');
    await expect(refused).rejects.toMatchObject({ code: 'postgres-unusable' });
  });

  it('that has no such database is told so', async () => {
    const url = new URL(inject('postgres').server);
    url.pathname = '/nosuch';
    await expect(open(url.href)).rejects.toThrow('database "nosuch" does not exist');
  });
});

describe('a second bot', () => {
  it('is refused, and told who is there and since when', async () => {
    const home = await makeHome();
    const before = Date.now();
    const first = await startReady(home);
    const { refused } = await startPeer(home, 'bot').next();
    expect(refused?.code).toBe('postgres-in-use');
    expect(refused?.owner?.pid).toBe(first.pid);
    expect(refused?.message).toContain(`process ${first.pid}, since ${refused?.owner?.since}`);
    const since = Date.parse(refused?.owner?.since ?? '');
    expect(since).toBeGreaterThanOrEqual(before);
    expect(since).toBeLessThanOrEqual(Date.now());
    expect(await query(first.url, 'select 1 as one')).toEqual([{ one: 1 }]);
  });

  it('of two started together, one runs and one is refused, and one database was made', async () => {
    const home = await makeHome();
    const peers = [startPeer(home, 'bot'), startPeer(home, 'bot')];
    const lines = await Promise.all(peers.map((peer) => peer.next()));
    expect(lines.filter((line) => line.url)).toHaveLength(1);
    const loser = lines.find((line) => line.refused);
    const winner = peers[lines.findIndex((line) => line.url)];
    expect(loser?.refused?.owner?.pid).toBe(winner?.pid);
    await vi.waitUntil(async () => (await readdir(home)).length === 1);
    expect(await readdir(home)).toEqual(['postgres']);
  });

  it('takes over as soon as the first has stopped', async () => {
    const home = await makeHome();
    const first = await startReady(home);
    await first.end('SIGTERM');
    const second = await startReady(home);
    expect(await query(second.url, 'select 1 as one')).toEqual([{ one: 1 }]);
  });
});

describe('an operator', () => {
  it('shares the server of the running bot', async () => {
    const home = await makeHome();
    const bot = await startReady(home);
    const operator = await openPostgres({ home, log, role: 'operator' });
    expect(operator.url).toBe(bot.url);
    await operator.stop();
    expect(await query(bot.url, 'select 1 as one')).toEqual([{ one: 1 }]);
  });

  it('runs the server alone, and stops it in the end', async () => {
    const home = await makeHome();
    const operator = await openPostgres({ home, log, role: 'operator' });
    expect(await query(operator.url, 'select 1 as one')).toEqual([{ one: 1 }]);
    await operator.stop();
    expect(await serverPid(home)).toBeUndefined();
  });

  it('does not lose the server when the bot stops first', async () => {
    const home = await makeHome();
    const bot = await startReady(home);
    const operator = await openPostgres({ home, log, role: 'operator' });
    await bot.end('SIGTERM');
    expect(await query(operator.url, 'select 1 as one')).toEqual([{ one: 1 }]);
    await operator.stop();
    expect(await serverPid(home)).toBeUndefined();
  });

  it('does not take the server from a bot that started meanwhile', async () => {
    const home = await makeHome();
    const operator = await openPostgres({ home, log, role: 'operator' });
    const bot = await startReady(home);
    await operator.stop();
    expect(await query(bot.url, 'select 1 as one')).toEqual([{ one: 1 }]);
  });
});
