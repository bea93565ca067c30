import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, readdir, readFile, stat, utimes, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { pino } from 'pino';
import { describe, expect, it, onTestFinished, vi } from 'vitest';
import { openPostgres } from '../../src/postgres/open-postgres.ts';
import {
  killServer,
  makeHome,
  nameAppears,
  pidFile,
  query,
  serverPid,
  startPeer,
  startReady,
} from './embedded/support.ts';

const log = pino({ level: 'silent' });

/** Leaves a home as a power cut does: one committed row, bot and server gone, files as they were. */
async function crashedHome(): Promise<string> {
  const home = await makeHome();
  const bot = await startReady(home);
  await query(bot.url, 'create table kept as select 1 as row');
  await bot.end('SIGKILL');
  await killServer(home);
  return home;
}

async function keptRows(home: string): Promise<unknown[]> {
  const postgres = await openPostgres({ home, log, role: 'bot' });
  const rows = await query(postgres.url, 'select row from kept');
  await postgres.stop();
  return rows;
}

describe('after a killed bot', () => {
  it('the next one adopts the server, with every committed row', async () => {
    const home = await makeHome();
    const first = await startReady(home);
    await query(first.url, 'create table kept as select 1 as row');
    await first.end('SIGKILL', 'group');
    const orphan = await serverPid(home);
    const second = await startReady(home);
    expect(await serverPid(home)).toBe(orphan);
    expect(second.url).toBe(first.url);
    expect(await query(second.url, 'select row from kept')).toEqual([{ row: 1 }]);
    await second.end('SIGTERM');
    expect(await serverPid(home)).toBeUndefined();
  });

  it('an operator can work, and leaves nothing running', async () => {
    const home = await makeHome();
    const bot = await startReady(home);
    await bot.end('SIGKILL');
    const operator = await openPostgres({ home, log, role: 'operator' });
    expect(operator.url).toBe(bot.url);
    await operator.stop();
    expect(await serverPid(home)).toBeUndefined();
  });
});

describe('after bot and server were killed', () => {
  it('every committed row is there', async () => {
    const home = await crashedHome();
    await expect(stat(pidFile(home))).resolves.toBeDefined();
    expect(await keptRows(home)).toEqual([{ row: 1 }]);
  });

  it('a stranger with the process id of the server is left in peace', async () => {
    const home = await crashedHome();
    const { uid, gid } = await stat(dirname(pidFile(home)));
    const stranger = spawn('sleep', ['600'], { uid, gid });
    onTestFinished(() => void stranger.kill());
    await once(stranger, 'spawn');
    const [, ...rest] = (await readFile(pidFile(home), 'utf8')).split('\n');
    await writeFile(pidFile(home), [stranger.pid, ...rest].join('\n'));
    expect(await keptRows(home)).toEqual([{ row: 1 }]);
    expect(stranger.exitCode ?? stranger.signalCode).toBeNull();
  });

  it('an emptied process file is no obstacle', async () => {
    const home = await crashedHome();
    await writeFile(pidFile(home), '');
    expect(await keptRows(home)).toEqual([{ row: 1 }]);
  });
});

describe('while the database is being made', () => {
  it('a killed bot leaves nothing that stands in the way', async () => {
    const home = await makeHome();
    const draft = nameAppears(home, 'postgres-draft-');
    const bot = startPeer(home, 'bot');
    await draft;
    await bot.end('SIGKILL', 'group');
    await expect(stat(join(home, 'postgres'))).rejects.toThrow('ENOENT');
    const next = await startReady(home);
    expect(await query(next.url, 'select 1 as one')).toEqual([{ one: 1 }]);
  });

  it('what an earlier attempt left is cleared away', async () => {
    const home = await makeHome();
    const abandoned = join(home, 'postgres-draft-AbC123');
    await mkdir(join(abandoned, 'data'), { recursive: true });
    await utimes(abandoned, 0, 0);
    await startReady(home);
    expect(await readdir(home)).toEqual(['postgres']);
  });
});

/** Asks whether this process is the one bot on the server. */
const ownedBy = (pid: number): string => `
  select from pg_locks join pg_stat_activity using (pid)
  where locktype = 'advisory' and objid = 2 and granted and application_name = 'whetstone bot ${pid}'
`;

describe('a running bot', () => {
  it('decides itself when its server stops, also on Ctrl-C', async () => {
    const home = await makeHome();
    const bot = await startReady(home);
    const ended = bot.end('SIGINT', 'group');
    expect((await bot.next()).lastAnswer).toBe(42);
    await ended;
    expect(await serverPid(home)).toBeUndefined();
  });

  it('brings a killed server back at the same address, and still owns it', async () => {
    const home = await makeHome();
    const bot = await startReady(home);
    await query(bot.url, 'create table kept as select 1 as row');
    const killed = await serverPid(home);
    await killServer(home);
    const rows = await vi.waitUntil(
      () => query(bot.url, 'select row from kept').catch(() => null),
      {
        timeout: 20_000,
      },
    );
    expect(rows).toEqual([{ row: 1 }]);
    expect(await serverPid(home)).not.toBe(killed);
    // The server answers a moment before its bot sits down again.
    await vi.waitUntil(async () => (await query(bot.url, ownedBy(bot.pid))).length > 0, {
      timeout: 20_000,
    });
    const { refused } = await startPeer(home, 'bot').next();
    expect(refused?.owner?.pid).toBe(bot.pid);
    await bot.end('SIGTERM');
    expect(await serverPid(home)).toBeUndefined();
  });
});
