import { readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeAll, describe, expect, it, vi } from 'vitest';
import { readDotenv } from '../../../src/config/dotenv.ts';
import { insertProcess } from '../../../src/db/processes.ts';
import { savePresence } from '../../../src/features/rounds/outages.ts';
import { runTyped } from '../../support/command-line.ts';
import { insertDailyTrack } from '../../support/daily-track.ts';
import { DATABASES } from './database-scenes.ts';
import { finding, type House, NO_FOLDER, openHouse, type Told, told } from './house.ts';
import { MACHINE, SETTINGS } from './machine-scenes.ts';
import { PLATFORMS } from './platform-scenes.ts';
import { PROCESSES } from './process-scenes.ts';
import { TRACKS } from './track-scenes.ts';

let house: House;
beforeAll(async () => {
  house = await openHouse();
  return () => house.close();
});

describe('doctor, where all is well,', () => {
  it('numbers what it looked at, from the program to the jobs', async () => {
    const { database, db, discord, slack, home } = house;
    const nextDueAt = new Date('2030-01-02T10:00:00Z');
    const track = await insertDailyTrack(db, discord, { nextDueAt });
    const seen = { platforms: ['discord'], isWorker: true, seenAt: new Date() } as const;
    const bot = await insertProcess(db, seen, new Date(0));
    await savePresence(db, 'discord', new Date());
    const settings = { DATABASE_URL: database.url, WHETSTONE_HOME: home };
    const { code, stdout } = await runTyped(['doctor'], {
      ...{ ...discord.env, ...slack.env, ...settings },
    });
    await db.deleteFrom('tracks').where('id', '=', track).execute();
    await db.deleteFrom('processes').where('id', '=', bot).execute();
    await db.deleteFrom('presences').execute();
    expect(code).toBe(0);
    expect(stdout.split('\n')).toEqual([
      ` 1  ok       program: Node.js ${process.versions.node}`,
      ` 2  ok       folder: ${home}`,
      expect.stringMatching(/^ 3 {2}ok {7}disk: \d+ MB free$/),
      ' 4  ok       pictures: formulas can be drawn',
      ' 5  ok       pictures: boards can be drawn',
      ' 6  ok       database: reached',
      expect.stringMatching(/^ 7 {2}ok {7}schema: up to date, \d+ migrations$/),
      ' 8  ok       clock: the database’s clock and this machine’s agree',
      ' 9  ok       Discord: as whetstone in Loopback',
      '10  ok       clock: the database’s clock and Discord’s agree',
      expect.stringMatching(/^11 {2}ok {7}Slack: as whetstone in \S/),
      '12  ok       clock: the database’s clock and Slack’s agree',
      '13  ok       bot: runs, on discord',
      `14  ok       track ${track}: discord ${discord.workspace}/${discord.channel}: next question at 2030-01-02 10:00+00:00`,
      '15  ok       jobs: none fails',
      '',
      'All is well.',
      '',
    ]);
  });

  it('makes no database and no folder by looking, and counts a warning', async () => {
    const settings = { WHETSTONE_HOME: join(house.home, 'new') };
    vi.stubEnv('TMPDIR', NO_FOLDER);
    const { code, stdout } = await runTyped(['doctor'], settings);
    vi.unstubAllEnvs();
    expect(code).toBe(0);
    expect(stdout).toMatch(/\n\nNo fault; 1 warning\n$/);
    expect(stdout).toMatch(/ok +database: none yet: the first start makes one/);
    expect(await readdir(house.home)).not.toContain('new');
  });
});

describe.each([...SETTINGS, ...MACHINE, ...PLATFORMS, ...DATABASES, ...TRACKS, ...PROCESSES])(
  'doctor, over $scene,',
  (scene) => {
    let said: Told;
    beforeAll(async () => {
      said = await told(house, scene);
    });

    it.each(scene.named)('names the %s of %s, and what mends it: %s', (...named) => {
      expect(said.findings).toContainEqual(finding(named));
    });

    it.each(scene.unnamed ?? [])('does not name the %s of %s: %s', (...unnamed) => {
      expect(said.findings).not.toContainEqual(finding(unnamed));
    });

    it('ends with the status of what it found, and leaves every row as it was', () => {
      const faults = said.findings.filter(({ standing }) => standing === 'fault').length;
      expect(said).toMatchObject({ faults, code: faults > 0 ? 1 : 0, stderr: '', leftAlone: true });
    });
  },
);

describe('doctor, over a file of settings', () => {
  it.each([
    ['UTF-16', Buffer.from('PORT=3000\n', 'utf16le'), /FAULT +\.env: .*UTF-16.*Fix: /],
    ['a mark', Buffer.from('\ufeffPORT=3000\n'), /FAULT +PORT: .*byte-order mark.*Fix: /],
    ['a colon', Buffer.from('PORT: 3000\n'), /FAULT +PORT: .*colon.*Fix: write “=”/],
    [
      'a cut',
      Buffer.from('DATABASE_URL=postgres://a:b#c@d/e\n'),
      /FAULT +DATABASE_URL: .*“#”.*Fix: /,
    ],
    ['a line that sets nothing', Buffer.from('PORT 3000\n'), /FAULT +\.env: line 1 .*Fix: write/],
  ])('with %s names it', async (_, bytes, named) => {
    const file = join(house.home, '.env');
    await writeFile(file, bytes);
    const environment = (): NodeJS.ProcessEnv => readDotenv(file);
    const { code, stdout } = await runTyped(['doctor'], {}, '', { environment });
    expect(code).toBe(1);
    expect(stdout).toMatch(named);
    expect(stdout).toMatch(/\n 3 {2}skipped {2}the rest: .*\n\n1 fault\n$/);
  });

  it('names misspelt settings beside its faults', async () => {
    const file = join(house.home, '.env');
    await writeFile(file, 'HOSTT=1\nPORT: 3000\n');
    const environment = (): NodeJS.ProcessEnv => readDotenv(file);
    const { stdout } = await runTyped(['doctor'], {}, '', { environment });
    expect(stdout).toMatch(
      /\n 3 {2}WARNING {2}settings: HOSTT is not a setting: is HOST meant\?\n/,
    );
    expect(stdout).toMatch(/\n1 fault\n$/);
  });
});
