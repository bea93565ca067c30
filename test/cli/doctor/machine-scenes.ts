import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Scene, Settings } from './house.ts';

/** Wrong before anything is looked at: the database and the platforms are left for later. */
const setting = (variable: string, settings: Settings, says: RegExp): Scene => ({
  scene: `a wrong ${variable}: ${Object.values(settings).join(' ')}`,
  plant: () => Promise.resolve(settings),
  named: [['fault', variable, says]],
});

const BOT = { SLACK_BOT_TOKEN: 'xoxb-1' };

export const SETTINGS: readonly Scene[] = [
  setting('DISCORD_TOKEN', { DISCORD_TOKEN: '"abc"' }, /quotation mark.*Fix: /),
  setting('DISCORD_TOKEN', { DISCORD_TOKEN: 'Bot abc' }, /begins with the word Bot.*Fix: /),
  setting('SLACK_APP_TOKEN', BOT, /is not set.*Fix: /),
  setting('WHETSTONE_HOME', { WHETSTONE_HOME: '“/srv/bot”' }, /quotation marks.*straight ones/),
  setting('DATABASE_URL', { DATABASE_URL: 'postgres://a@b/c?sslmode=on' }, /sslmode.*Fix: /),
  {
    scene: 'many settings at once',
    plant: () =>
      Promise.resolve({
        ...{ SLACK_BOT_TOKEN: 'xoxp-1', SLACK_APP_TOKEN: 'xoxb-1', WHETSTONE_HOME: '~/bot' },
        ...{ SLACK_SIGNING_SECRET: 'xapp-1', DATABASE_URL: 'http://127.0.0.1', PORT: '80000' },
        ...{ HOST: 'http://here', WHETSTONE_ROLES: 'gatekeeper', DISCORD_SHARDS: '4/2' },
      }),
    named: [
      ['fault', 'SLACK_BOT_TOKEN', /xoxb-.*Fix: copy the Bot User OAuth Token/],
      ['fault', 'SLACK_APP_TOKEN', /xapp-.*Fix: make one/],
      ['fault', 'SLACK_SIGNING_SECRET', /holds a token.*Fix: copy the Signing Secret/],
      ['fault', 'WHETSTONE_HOME', /begins with ~.*Fix: write the whole path/],
      ['fault', 'DATABASE_URL', /not the address.*Fix: write it as/],
      ['fault', 'PORT', /not a port.*Fix: write/],
      ['fault', 'HOST', /not a host.*Fix: write/],
      ['fault', 'WHETSTONE_ROLES', /names a role.*Fix: write/],
      ['fault', 'DISCORD_SHARDS', /names no shards.*Fix: write/],
    ],
  },
];

export const MACHINE: readonly Scene[] = [
  {
    scene:
      'a home that is no folder, as a name that is no setting and a folder without programs are put into .env',
    async plant({ home }) {
      const file = join(home, 'file');
      await writeFile(file, '');
      const programs = { OLDER_POSTGRES: home };
      return { WHETSTONE_HOME: file, DISCORD_TOKN: 'abc', PLAYGROUND: 'off', ...programs };
    },
    named: [
      ['fault', 'folder', /file is no folder that this user may write to.*Fix: /],
      ['fault', 'OLDER_POSTGRES', /holds no program “postgres” that runs\. Fix: name the folder/],
      ['warning', 'settings', /DISCORD_TOKN is not a setting: is DISCORD_TOKEN meant/],
      ['warning', 'platforms', /none is set up.*Fix: see docs\/discord\.md/],
    ],
  },
  {
    scene: 'a disk without room, and no folder for temporary files',
    // Linux keeps no room there.
    plant: () => Promise.resolve({ WHETSTONE_HOME: '/sys/whetstone' }),
    named: [
      ['fault', 'disk', /^0 MB free\. Fix: make room/],
      [
        'warning',
        'pictures',
        /temporary files.*'\/nowhere.*Fix: make it, or name another in TMPDIR/,
      ],
    ],
  },
  {
    scene: 'fonts that another user unpacked, and a Node.js that has gone',
    draws: true,
    async plant({ home }, after) {
      const { execPath } = process;
      process.execPath = '/nowhere/node';
      after(() => (process.execPath = execPath));
      await writeFile(join(home, 'fonts'), '');
      return {};
    },
    named: [
      ['fault', 'folder', /fonts is no folder that this user may write to.*Fix: change its owner/],
      ['warning', 'pictures', /^formulas cannot be drawn.*Fix: run “npm ci”/],
      ['warning', 'pictures', /^boards cannot be drawn.*Fix: run “npm ci”/],
    ],
  },
];
