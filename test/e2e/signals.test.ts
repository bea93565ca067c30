import { chmod, mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { testDatabaseWithDeck } from '../support/database.ts';
import { type NodeProcess, startNode } from '../support/node-process.ts';

/** Windows has no signals that a process could hear: there Node ends it at once. */
const posix = process.platform === 'win32' ? describe.skip : describe;

async function start(settings: Readonly<Record<string, string>>): Promise<NodeProcess> {
  const bot = startNode(['src/main.ts'], { PORT: '0', LOG_FORMAT: 'json', ...settings });
  await bot.says('Whetstone is running.');
  return bot;
}

/** Every line is an object, whatever else happens. */
const messages = (stdout: string): readonly string[] =>
  stdout
    .trim()
    .split('\n')
    .map((line) => (JSON.parse(line) as { msg: string }).msg);

posix('a running bot', () => {
  let home: string;
  let database: string;
  beforeAll(async () => {
    home = await mkdtemp(join(tmpdir(), 'whetstone-signals-'));
    // As root, the embedded server runs as another user, who has to get in.
    await chmod(home, 0o711);
    const made = await testDatabaseWithDeck();
    database = made.url;
    return async () => {
      await made.drop();
      await rm(home, { recursive: true, force: true, maxRetries: 20, retryDelay: 100 });
    };
  });

  it.each(['SIGHUP', 'SIGQUIT'] as const)('stops on %s, and its database with it', async (name) => {
    const bot = await start({ WHETSTONE_HOME: home });
    bot.signal(name);
    const { code, stdout } = await bot.ended;
    expect(code).toBe(0);
    expect(messages(stdout).at(-1)).toBe('stopped');
    await expect(readFile(join(home, 'postgres/data/postmaster.pid'))).rejects.toThrow('ENOENT');
  });

  it('finishes its stop though it is told a second time', async () => {
    const bot = await start({ DATABASE_URL: database, WHETSTONE_HOME: home });
    bot.signal('SIGTERM');
    await bot.says('"stopping"');
    bot.signal('SIGTERM');
    bot.signal('SIGINT');
    const { code, stdout } = await bot.ended;
    expect(code).toBe(0);
    expect(messages(stdout).at(-1)).toBe('stopped');
  });

  it('opens no debugger on SIGUSR1, and goes on', async () => {
    const bot = await start({ DATABASE_URL: database, WHETSTONE_HOME: home });
    bot.signal('SIGUSR1');
    await bot.says('SIGUSR1');
    bot.signal('SIGTERM');
    expect(await bot.ended).toMatchObject({ code: 0, stderr: '' });
  });
});
