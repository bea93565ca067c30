import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { isAbsolute, join } from 'node:path';
import { parseEnv } from 'node:util';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { readConfig, readEnvironment, secretsOf } from '../src/config.ts';
import { ConfigError } from '../src/config/error.ts';
import { VARIABLES } from '../src/config/variables.ts';

const DISCORD = { DISCORD_TOKEN: 'a.discord.token' };
const SLACK = { SLACK_BOT_TOKEN: 'xoxb-1', SLACK_APP_TOKEN: 'xapp-1' };

/** What the operator reads about settings that cannot be used, variable by variable. */
function faultsOf(env: NodeJS.ProcessEnv): readonly string[] {
  try {
    readConfig(env, false);
  } catch (error) {
    if (error instanceof ConfigError) return error.message.split('\n').slice(1, -1);
    throw error;
  }
  return [];
}

describe('without any setting', () => {
  const config = readConfig({}, false);

  test('the playground is on, and the bot keeps its own database on this machine only', () => {
    expect(config).toMatchObject({ playground: true, web: { host: '127.0.0.1', port: 3000 } });
    expect(config.databaseUrl).toBeUndefined();
    expect(config.discord).toBeUndefined();
    expect(config.slack).toBeUndefined();
    expect(config.warnings).toEqual([]);
  });

  test('the home does not depend on where the command is run', () => {
    expect(isAbsolute(config.home)).toBe(true);
    expect(config.home).toMatch(/\.whetstone$/);
    expect(isAbsolute(readConfig({ OLDER_POSTGRES: 'bin' }).olderPostgres ?? '')).toBe(true);
  });

  test('the log is pretty where a person watches, and JSON elsewhere', () => {
    expect(readConfig({}, true).log).toEqual({ level: 'info', format: 'pretty' });
    expect(config.log).toEqual({ level: 'info', format: 'json' });
    expect(readConfig({ LOG_FORMAT: 'json' }, true).log.format).toBe('json');
  });
});

describe('platforms', () => {
  test('Discord alone, without the Message Content intent', () => {
    const { discord, slack, playground } = readConfig(DISCORD);
    expect(discord).toMatchObject({ token: 'a.discord.token', messageContent: false });
    expect(slack).toBeUndefined();
    expect(playground).toBe(false);
  });

  test('Slack over Socket Mode or over HTTP', () => {
    const http = { SLACK_BOT_TOKEN: 'xoxb-1', SLACK_SIGNING_SECRET: 'abc' };
    expect(readConfig(SLACK).slack).toMatchObject({ botToken: 'xoxb-1', appToken: 'xapp-1' });
    expect(readConfig(http).slack).toMatchObject({ botToken: 'xoxb-1', signingSecret: 'abc' });
  });

  test('both, and the playground beside them', () => {
    const config = readConfig({ ...DISCORD, ...SLACK, PLAYGROUND: 'on' });
    expect(config).toMatchObject({ discord: {}, slack: {}, playground: true });
    expect(secretsOf(config)).toEqual(['a.discord.token', 'xoxb-1', 'xapp-1']);
  });

  test('other addresses than the platforms’ own', () => {
    const { discord, slack } = readConfig({
      ...{
        ...DISCORD,
        DISCORD_API_URL: 'http://127.0.0.1:8080/api',
        DISCORD_MESSAGE_CONTENT: 'on',
      },
      ...{ ...SLACK, SLACK_API_URL: 'https://proxy.example/api/' },
    });
    expect(discord).toMatchObject({ apiUrl: 'http://127.0.0.1:8080/api', messageContent: true });
    expect(slack?.apiUrl).toBe('https://proxy.example/api/');
  });

  test('the playground can be switched off without a platform', () => {
    expect(readConfig({ PLAYGROUND: 'off' }).playground).toBe(false);
  });
});

describe('a setting that cannot be used names its fix', () => {
  test.each([
    ['DATABASE_URL', 'mysql://localhost/study', 'postgres://user:password@host:5432/database'],
    ['DISCORD_TOKEN', 'Bot a.discord.token', 'leave that word out'],
    ['DISCORD_TOKEN', 'a.discord.token\n', 'without spaces'],
    ['DISCORD_TOKEN', '“a.discord.token”', 'without quotation marks'],
    ['DISCORD_TOKEN', '"a.discord.token"', 'without quotation marks'],
    ['DISCORD_TOKEN', 'а.discord.token', 'without quotation marks'],
    ['DISCORD_TOKEN', '~', 'without quotation marks'],
    ['WHETSTONE_HOME', '~/whetstone', 'the whole path'],
    ['WHETSTONE_HOME', '~', 'the whole path'],
    ['WHETSTONE_HOME', '$HOME/whetstone', 'the whole path'],
    ['WHETSTONE_HOME', '%USERPROFILE%\\whetstone', 'the whole path'],
    ['WHETSTONE_HOME', '“/srv/whetstone”', 'leave them out'],
    ['WHETSTONE_HOME', '/proc/x', 'the whole path'],
    ['LOG_LEVEL', '‘info’', 'fatal, error, warn'],
    ['DATABASE_URL', '“postgres://localhost/study”', 'postgres://user:password@host'],
    ['DISCORD_API_URL', 'discord.com/api', 'https://'],
    ['DISCORD_MESSAGE_CONTENT', 'true', 'on nor off'],
    ['SLACK_API_URL', 'ftp://slack.com', 'https://'],
    ['HOST', 'localhost:3000', 'such as 127.0.0.1'],
    ['HOST', 'http://localhost', 'such as 127.0.0.1'],
    ['PORT', '65536', 'from 0 to 65535'],
    ['PORT', '-1', 'from 0 to 65535'],
    ['PORT', '80a', 'from 0 to 65535'],
    ['LOG_LEVEL', 'loud', 'fatal, error, warn'],
    ['LOG_FORMAT', 'xml', 'json, pretty'],
    ['PLAYGROUND', 'yes', 'on nor off'],
    ['PLAYGROUND_HOSTS', 'http://box.local', 'without http:// and port'],
    ['PLAYGROUND_HOSTS', 'box.local:3000', 'without http:// and port'],
    ['WHETSTONE_ROLES', 'gateway,wroker', 'write some of gateway, worker, web'],
    ['WHETSTONE_ROLES', ',', 'write some of gateway, worker, web'],
  ])('%s=%j', (variable, value, fix) => {
    const faults = faultsOf({ [variable]: value });
    expect(faults).toEqual([expect.stringContaining(fix)]);
    expect(faults[0]).toContain(`${variable} `);
    expect(faults[0]).toContain('Fix: ');
  });

  test('Slack secrets in quotation marks', () => {
    const quoted = { SLACK_BOT_TOKEN: 'xoxb-1”', SLACK_SIGNING_SECRET: '“abc”' };
    expect(faultsOf(quoted)).toEqual([
      expect.stringMatching(/SLACK_BOT_TOKEN .*without quotation marks/),
      expect.stringMatching(/SLACK_SIGNING_SECRET .*without quotation marks/),
    ]);
  });

  test('Slack tokens in each other’s places', () => {
    const faults = faultsOf({ SLACK_BOT_TOKEN: 'xapp-1', SLACK_APP_TOKEN: 'xoxb-1' });
    expect(faults).toEqual([
      expect.stringMatching(/SLACK_BOT_TOKEN .*xoxb-/),
      expect.stringMatching(/SLACK_APP_TOKEN .*xapp-/),
    ]);
  });

  test.each([
    [
      'a bot token alone',
      { SLACK_BOT_TOKEN: 'xoxb-1' },
      /SLACK_APP_TOKEN is not set.*SLACK_SIGNING_SECRET/,
    ],
    ['an app token alone', { SLACK_APP_TOKEN: 'xapp-1' }, /SLACK_BOT_TOKEN is not set/],
    ['a signing secret alone', { SLACK_SIGNING_SECRET: 'abc' }, /SLACK_BOT_TOKEN is not set/],
    ['both ways at once', { ...SLACK, SLACK_SIGNING_SECRET: 'abc' }, /keep SLACK_APP_TOKEN .* or/],
  ])('Slack with %s', (_, env, words) => {
    expect(faultsOf(env)).toEqual([expect.stringMatching(words)]);
  });

  test('each variable by one fault of its own', () => {
    expect(faultsOf({ SLACK_BOT_TOKEN: 'foo' })).toEqual([
      expect.stringMatching(/SLACK_BOT_TOKEN is not a bot token/),
      expect.stringMatching(/SLACK_APP_TOKEN is not set/),
    ]);
    expect(faultsOf({ ...SLACK, SLACK_SIGNING_SECRET: 'xoxb-1' })).toEqual([
      expect.stringMatching(/SLACK_SIGNING_SECRET holds a token/),
    ]);
  });

  test('all faults come at once, and no secret among them', () => {
    const env = {
      DATABASE_URL: 'mysql://study:hunter2@localhost/study',
      DISCORD_TOKEN: 'Bot hunter2',
      SLACK_BOT_TOKEN: 'hunter2',
      SLACK_SIGNING_SECRET: 'xoxb-hunter2',
      PORT: 'hunter2',
    };
    const faults = faultsOf(env);
    for (const variable of Object.keys(env)) {
      expect(faults).toContainEqual(expect.stringContaining(variable));
    }
    expect(faults.join()).not.toContain('hunter2');
  });
});

test('a name that is probably a slip is warned of, and other programs’ names are not', () => {
  const others = { PATH: '/bin', HOME: '/root', POST: '1', HOSTNAME: 'a', NODE_ENV: 'x' };
  const { warnings } = readConfig({ ...others, DISCORD_TOKN: 'secret', SLACK_TOKEN: 'secret' });
  expect(warnings).toEqual([
    'DISCORD_TOKN is not a setting: is DISCORD_TOKEN meant?',
    expect.stringMatching(/^SLACK_TOKEN is not a setting: known are SLACK_BOT_TOKEN, /),
  ]);
});

describe('roles', () => {
  test('are all of them where nothing is said', () => {
    expect(readConfig({}).roles).toEqual(['gateway', 'worker', 'web']);
  });

  test('are what is asked for, in whatever order', () => {
    expect(readConfig({ ...DISCORD, WHETSTONE_ROLES: 'web, gateway' }).roles).toEqual([
      'gateway',
      'web',
    ]);
    expect(readConfig({ ...DISCORD, WHETSTONE_ROLES: 'worker' }).roles).toEqual(['worker']);
  });

  test('leave no playground where one is missing: its page shows what its own process does', () => {
    expect(readConfig({ WHETSTONE_ROLES: 'gateway,web' }).playground).toBe(false);
    expect(readConfig({ WHETSTONE_ROLES: 'web,worker,gateway' }).playground).toBe(true);
    const [fault] = faultsOf({ WHETSTONE_ROLES: 'gateway,web', PLAYGROUND: 'on' });
    expect(fault).toContain('PLAYGROUND is on');
    expect(fault).toContain('WHETSTONE_ROLES');
  });
});

describe('.env.example', async () => {
  const example = parseEnv(await readFile(new URL('../.env.example', import.meta.url), 'utf8'));

  test('names every setting there is, and no other', () => {
    expect(Object.keys(example).sort()).toEqual([...VARIABLES].sort());
  });

  test('changes nothing when it is copied as it is', () => {
    expect(readConfig(example, false)).toEqual(readConfig({}, false));
  });
});

/** Why a file of settings cannot be used. */
async function faultOfFile(make: (path: string) => Promise<unknown>): Promise<Error> {
  const folder = await mkdtemp(join(tmpdir(), 'whetstone-env-'));
  await make(join(folder, '.env'));
  try {
    readEnvironment(join(folder, '.env'));
  } catch (error) {
    if (error instanceof ConfigError) return error;
    throw error;
  } finally {
    await rm(folder, { recursive: true });
  }
  throw new Error('the file was taken as it is');
}

describe('.env', () => {
  afterEach(() => vi.unstubAllEnvs());

  test('fills up the environment, which comes first', async () => {
    vi.stubEnv('LOG_LEVEL', 'debug');
    vi.stubEnv('PORT', undefined);
    const folder = await mkdtemp(join(tmpdir(), 'whetstone-env-'));
    await writeFile(join(folder, '.env'), 'LOG_LEVEL=warn\nPORT=4321\n');
    expect(readEnvironment(join(folder, '.env'))).toMatchObject({
      LOG_LEVEL: 'debug',
      PORT: '4321',
    });
    await rm(folder, { recursive: true });
  });

  test.each([
    [
      'a byte-order mark',
      '\ufeffDISCORD_TOKEN=secret\nPORT=1\n',
      /DISCORD_TOKEN .*byte-order mark/,
    ],
    ['a byte-order mark above a comment', '\ufeff# Settings\nPORT=1\n', /\.env .*byte-order mark/],
    ['UTF-16', Buffer.from('\ufeffDISCORD_TOKEN=secret\n', 'utf16le'), /\.env .*UTF-16/],
    ['UTF-16, the other way', Buffer.from('\ufeffPORT=1\n', 'utf16le').swap16(), /\.env .*UTF-16/],
    ['UTF-16 without a mark', Buffer.from('PORT=1\n', 'utf16le'), /\.env .*UTF-16/],
    [
      'a “#” in a value',
      '# a#b\nPORT=1 # a#b\nDATABASE_URL=postgres://study:secret#1@db/study\n',
      /DATABASE_URL is cut off at “#”.*quotation marks/,
    ],
    ['a colon', '# YAML\nDISCORD_TOKEN: secret\nPORT=1\n', /DISCORD_TOKEN .*write “=”/],
    [
      'a colon and an “=” behind it',
      'DATABASE_URL: postgres://a/b?c=d',
      /DATABASE_URL .*write “=”/,
    ],
  ])('that would be read in part, for %s, is refused', async (_, content, words) => {
    const fault = await faultOfFile((path) => writeFile(path, content));
    expect(fault.message).toMatch(words);
    expect(fault.message).toContain('Fix: ');
    expect(fault.message).not.toContain('secret');
  });

  test('that is a folder is refused', async () => {
    const fault = await faultOfFile((path) => mkdir(path));
    expect(fault.message).toMatch(/\.env is a folder/);
  });

  test('may hold a colon where it belongs', async () => {
    vi.stubEnv('DATABASE_URL', undefined);
    const folder = await mkdtemp(join(tmpdir(), 'whetstone-env-'));
    const url = 'postgres://study:PORT@localhost:5432/study';
    await writeFile(join(folder, '.env'), `# PORT: 1\nDATABASE_URL="${url}"\n`);
    expect(readEnvironment(join(folder, '.env'))).toMatchObject({ DATABASE_URL: url });
    await rm(folder, { recursive: true });
  });

  test('need not be there', () => {
    expect(readEnvironment('/nowhere/.env')).toEqual(expect.objectContaining(process.env));
  });
});
