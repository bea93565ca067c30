import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, onTestFinished, test, vi } from 'vitest';
import { readConfig, readEnvironment } from '../../src/config.ts';
import { ConfigError } from '../../src/config/error.ts';
import { VARIABLES } from '../../src/config/variables.ts';

/** What is told of a file of settings: warnings, or what keeps it from being used, line by line. */
async function told(content: string): Promise<readonly string[]> {
  const folder = await mkdtemp(join(tmpdir(), 'whetstone-env-'));
  onTestFinished(() => rm(folder, { recursive: true }));
  await writeFile(join(folder, '.env'), content);
  try {
    return readConfig(readEnvironment(join(folder, '.env')), false).warnings;
  } catch (error) {
    if (error instanceof ConfigError) return error.message.split('\n').slice(1, -1);
    throw error;
  }
}

const nothing = (line: number): string =>
  `  .env line ${line} is no setting: it does not begin with a name without blanks, and “=”. Fix: write NAME=value, or “#” before a comment.`;

describe('.env', () => {
  afterEach(() => vi.unstubAllEnvs());

  /** What a test's file sets stays in this process no longer than the test. */
  const settings = (content: string): Promise<readonly string[]> => {
    for (const name of VARIABLES) vi.stubEnv(name, process.env[name]);
    return told(content);
  };

  test('names each line that is no setting, and not what stands in it', async () => {
    const lines = [
      '# Settings',
      '',
      'PORT 4000',
      'this is garbage',
      '  # LOG',
      '=hunter2',
      'A B=1',
    ];
    const faults = await settings([...lines, ''].join('\r\n'));
    expect(faults).toEqual([3, 4, 6, 7].map(nothing));
  });

  test('is refused where a carriage return alone ends its lines, since its settings would run together', async () => {
    const fault = expect.stringMatching(
      /^ {2}\.env has lines that end in .*Fix: save it with/,
    ) as string;
    expect(await settings('PORT=4000\rLOG_LEVEL=warn\r')).toEqual([fault]);
    expect(await settings('# Settings\nPORT=4000\rLOG_LEVEL=warn\n')).toEqual([fault]);
  });

  test('may hold values of several lines in quotation marks, and names of other programs', async () => {
    const key = 'export KEY = "first\nsecond line\n\n# third" # a comment\n';
    const rest = "OTHER='one\ntwo'\nMY.NAME-2=`a\nb`\nEMPTY=\n  LOG_LEVEL = warn\n";
    expect(await settings(key + rest)).toEqual([]);
    expect(await settings(`${key}lost\n`)).toEqual([nothing(5)]);
    expect(await settings('KEY="never closed\nlost\n')).toEqual([nothing(2)]);
  });

  test('is told of short names that are slips, since it is written for this bot', async () => {
    expect(await settings('HOSTT=1\nPROT=1\nport=1\nPATH=/bin\nTZ=UTC\nHOME=/root\n')).toEqual([
      'HOSTT is not a setting: is HOST meant?',
      'PROT is not a setting: is PORT meant?',
      'port is not a setting: is PORT meant?',
    ]);
    const { warnings } = readConfig({ HOSTT: '1', POST: '1' }, false);
    expect(warnings).toEqual([]);
  });

  test('is told of misspelt names among its other faults', async () => {
    const slip = '  HOSTT is not a setting: is HOST meant?';
    expect(await settings('HOSTT=1\ngarbage\n')).toEqual([nothing(2), slip]);
    expect(await settings('HOSTT=1\nPORT=hunter2\n')).toEqual([
      expect.stringContaining('PORT is not a port'),
      slip,
    ]);
  });
});
