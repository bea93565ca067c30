import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readConfig } from '../../../src/config.ts';
import { readDotenv } from '../../../src/config/dotenv.ts';
import { examine, type Settings, trouble } from './support.ts';

let home: string;
beforeAll(async () => {
  home = await mkdtemp(join(tmpdir(), 'whetstone-doctor-'));
});
afterAll(() => rm(home, { recursive: true }));

describe('a setting', () => {
  it.each<[string, Settings, RegExp]>([
    ['DISCORD_TOKEN', { DISCORD_TOKEN: '"abc"' }, /quotation mark.*Fix: /],
    ['DISCORD_TOKEN', { DISCORD_TOKEN: 'Bot abc' }, /begins with the word Bot.*Fix: /],
    ['SLACK_BOT_TOKEN', { SLACK_BOT_TOKEN: 'xoxp-1', SLACK_APP_TOKEN: 'xapp-1' }, /xoxb-.*Fix: /],
    ['SLACK_APP_TOKEN', { SLACK_BOT_TOKEN: 'xoxb-1' }, /is not set.*Fix: /],
    ['SLACK_APP_TOKEN', { SLACK_BOT_TOKEN: 'xoxb-1', SLACK_APP_TOKEN: 'xoxb-1' }, /xapp-.*Fix: /],
    [
      'SLACK_SIGNING_SECRET',
      { SLACK_BOT_TOKEN: 'xoxb-1', SLACK_SIGNING_SECRET: 'xapp-1' },
      /Fix: /,
    ],
    ['DATABASE_URL', { DATABASE_URL: 'http://127.0.0.1' }, /not the address.*Fix: /],
    ['WHETSTONE_HOME', { WHETSTONE_HOME: '~/bot' }, /begins with ~.*Fix: /],
    ['WHETSTONE_HOME', { WHETSTONE_HOME: '“/srv/bot”' }, /quotation marks.*straight ones/],
    ['WHETSTONE_ROLES', { WHETSTONE_ROLES: 'gatekeeper' }, /names a role.*Fix: /],
    ['PORT', { PORT: '80000' }, /not a port.*Fix: /],
    ['HOST', { HOST: 'http://here' }, /not a host.*Fix: /],
  ])('%s that is wrong is named: %o', async (variable, settings, says) => {
    const found = await examine(() => readConfig({ ...settings }));
    expect(found).toContainEqual(trouble('fault', variable, says));
    expect(found.at(-1)).toMatchObject({ standing: 'skipped' });
  });

  it.each([
    ['UTF-16', Buffer.from('PORT=3000\n', 'utf16le'), '.env', /UTF-16.*Fix: /],
    ['a byte-order mark', Buffer.from('\ufeffPORT=3000\n'), 'PORT', /byte-order mark.*Fix: /],
    ['a colon', Buffer.from('DISCORD_TOKEN: abc\n'), 'DISCORD_TOKEN', /colon.*Fix: /],
  ])('in a file with %s is named', async (_, bytes, variable, says) => {
    const file = join(home, '.env');
    await writeFile(file, bytes);
    const found = await examine(() => readConfig({ ...readDotenv(file) }));
    expect(found).toContainEqual(trouble('fault', variable, says));
  });

  it('that is none is named', async () => {
    expect(
      await examine(() => readConfig({ WHETSTONE_HOME: home, DISCORD_TOKN: 'abc' })),
    ).toContainEqual(
      trouble('warning', 'settings', /DISCORD_TOKN is not a setting: is DISCORD_TOKEN meant/),
    );
  });
});
