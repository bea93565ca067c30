import { expect, test } from 'vitest';
import { readConfig } from '../../src/config.ts';

const DISCORD = { DISCORD_TOKEN: 'abc.def.ghi' };

test('shards are those that Discord recommends where nothing is said', () => {
  expect(readConfig(DISCORD).discord?.shards).toBeUndefined();
});

test('shards are some of all', () => {
  const { discord } = readConfig({ ...DISCORD, DISCORD_SHARDS: '3, 1 / 4' });
  expect(discord?.shards).toEqual({ ids: [1, 3], count: 4 });
});

test.for(['0', '2/2', '0,/2', '0-1/2', '0/99999', '/1'])('shards are not written %s', (written) => {
  expect(() => readConfig({ ...DISCORD, DISCORD_SHARDS: written })).toThrow(
    'DISCORD_SHARDS names no shards. Fix: write their numbers from 0',
  );
});

test('the earlier name of the roles is warned of', () => {
  expect(readConfig({ ROLES: 'worker' }).warnings).toEqual([
    'ROLES is not a setting any more: write WHETSTONE_ROLES',
  ]);
});
