import { insertProcess } from '../../../src/db/processes.ts';
import { savePresence } from '../../../src/features/rounds/outages.ts';
import { insertDailyTrack } from '../../support/daily-track.ts';
import type { House, Scene } from './house.ts';

const ELSEWHERE = {
  scene: 'a playground that another process has',
  async plant({ db, discord }: House, after: (undo: () => unknown) => void) {
    const seen = { platforms: ['playground'], isWorker: true, seenAt: new Date() } as const;
    const bot = await insertProcess(db, seen, new Date(0));
    after(() => db.deleteFrom('processes').where('id', '=', bot).execute());
    await insertDailyTrack(db, { workspace: 'all', channel: 'all' }, {}, 'playground');
    return { ...discord.env, WHETSTONE_ROLES: 'gateway' };
  },
  named: [
    ['ok', /^track \d+$/, /^playground all\/all: no next question; the channel was not looked at/],
  ],
  unnamed: [['fault', /^track \d+$/, /playground is switched off/]],
} as const satisfies Scene;

/** What runs, beside what was last heard of each platform. */
const shared = (
  scene: string,
  isWorker: boolean,
  { named, unnamed }: Pick<Scene, 'named' | 'unnamed'>,
): Scene => ({
  scene,
  async plant({ db, discord, slack }, after) {
    const running = { platforms: ['discord', 'slack', 'playground'], isWorker } as const;
    const id = await insertProcess(db, { ...running, seenAt: new Date() }, new Date(0));
    after(() => db.deleteFrom('processes').where('id', '=', id).execute());
    await savePresence(db, 'discord', new Date('2026-11-27T08:00:00Z'));
    await savePresence(db, 'slack', new Date());
    after(() => db.deleteFrom('presences').execute());
    return { ...discord.env, ...slack.env };
  },
  named,
  ...(unnamed && { unnamed }),
});

const ROLES: readonly Scene[] = [
  shared('workers without a gateway', true, {
    named: [
      [
        'fault',
        'bot',
        /^nobody hears discord, since 2026-11-27T08:00:00\.000Z: .*Fix: .*WHETSTONE_ROLES=gateway/,
      ],
      ['fault', 'bot', /^nobody hears playground: .*Fix: .*WHETSTONE_ROLES=web/],
    ],
    unnamed: [['fault', 'bot', /nobody hears slack/]],
  }),
  shared('a gateway without a worker', false, {
    named: [
      [
        'warning',
        'bot',
        /no process has the role worker: nothing is asked.*WHETSTONE_ROLES=worker/,
      ],
    ],
    unnamed: [['fault', 'bot', /nobody hears/]],
  }),
];

/** Processes that run, by what each hears of Discord; its ids, and how many there are in all. */
const sharded = (
  scene: string,
  heard: readonly (readonly [ids: readonly number[], count: number | null])[],
  named: Scene['named'][number],
): Scene => ({
  scene,
  async plant({ db, discord }, after) {
    for (const [ids, count] of heard) {
      const running = { platforms: ['discord'], isWorker: true, seenAt: new Date() } as const;
      const id = await insertProcess(db, { ...running, shards: { ids, count } }, new Date(0));
      after(() => db.deleteFrom('processes').where('id', '=', id).execute());
    }
    return discord.env;
  },
  named: [named],
});

const SHARDS: readonly Scene[] = [
  sharded(
    'processes that divide the servers differently',
    [
      [[0, 1], 4],
      [[2], 3],
    ],
    ['fault', 'DISCORD_SHARDS', /into 3 and into 4 shards at once.*Fix: stop every gateway/],
  ),
  sharded(
    'a shard that no process hears',
    [[[0, 2], 3]],
    ['fault', 'DISCORD_SHARDS', /no process hears shard 1 of 3\. Fix: .*DISCORD_SHARDS=1\/3/],
  ),
  sharded(
    'a shard that two processes hear',
    [
      [[0, 1], 2],
      [[1], 2],
    ],
    ['warning', 'DISCORD_SHARDS', /several processes hear shard 1\. Fix: name each/],
  ),
  sharded(
    'two processes that hear everything',
    [
      [[], null],
      [[], null],
    ],
    ['warning', 'DISCORD_SHARDS', /one of them hears all of it\. Fix: give each/],
  ),
];

export const PROCESSES: readonly Scene[] = [ELSEWHERE, ...ROLES, ...SHARDS];
