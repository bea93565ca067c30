import { execFile } from 'node:child_process';
import { copyFile, mkdir, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { pino } from 'pino';
import { describe, expect, it } from 'vitest';
import { serverAccount } from '../../src/postgres/account.ts';
import { launch } from '../../src/postgres/launch.ts';
import { openPostgres } from '../../src/postgres/open-postgres.ts';
import { makeHome, pidFile, query, serverPid } from './embedded/support.ts';

const log = pino({ level: 'silent' });

/** PostgreSQL refuses to run as root, so its server runs as somebody else. */
describe.runIf(process.getuid?.() === 0)('root', () => {
  it('can keep its database in a folder that is closed to everyone else', async () => {
    const home = await makeHome('closed', 'home');
    await mkdir(dirname(home), { mode: 0o700 });
    const postgres = await openPostgres({ home, log, role: 'bot' });
    expect(await query(postgres.url, 'select 1 as one')).toEqual([{ one: 1 }]);
    const { uid } = await stat(dirname(pidFile(home)));
    expect(uid).not.toBe(0);
    await postgres.stop();
    expect(await serverPid(home)).toBeUndefined();
  });

  it('can have its programs there too, which look for themselves', async () => {
    const home = await makeHome();
    await mkdir(home, { mode: 0o700 });
    const program = join(home, 'test');
    await copyFile('/usr/bin/test', program);
    const account = await serverAccount(home);
    const { file, args, options } = await launch(account, {
      ...{ file: program, args: ['-r', program], cwd: home },
    });
    await expect(promisify(execFile)(file, args, options)).resolves.toBeDefined();
  });
});
