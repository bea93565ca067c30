import { ChannelType } from 'discord-api-types/v10';
import { vi } from 'vitest';
import { insertProcess } from '../../../src/db/processes.ts';
import { withTrackCalendars } from '../../../src/features/calendar/ics/track-calendars.ts';
import { saveGroup } from '../../../src/features/notify/stored-groups.ts';
import { askJob } from '../../../src/features/rounds/jobs.ts';
import { createQueue } from '../../../src/jobs/queue.ts';
import { insertDailyTrack } from '../../support/daily-track.ts';
import { addChannel } from '../../support/discord/world.ts';
import type { House, Scene } from './house.ts';

const NOBODY = {
  scene: 'a database that no bot runs on, without a track',
  plant: ({ discord }: House) => Promise.resolve(discord.env),
  named: [
    ['warning', 'bot', /none runs.*Fix: npm start/],
    ['warning', 'tracks', /none yet\. Fix: \/track add/],
  ],
} as const satisfies Scene;

/** A round's job that fails, and comes again in a while. */
async function failJob({ database, db }: House): Promise<void> {
  const ignore = (): void => undefined;
  const queue = createQueue({
    ...{ url: database.url, names: [askJob.name], onError: ignore, onFailure: ignore },
  });
  await queue.start();
  await queue.work(askJob, 1, () => Promise.reject(new Error('the sky fell')));
  await db.transaction().execute((tx) => queue.enqueue(tx, askJob, { roundId: 0 }));
  await vi.waitUntil(async () => (await queue.troubled()).length === 1);
  await queue.stop(1_000);
}

async function plantTracks(house: House): Promise<void> {
  const { db, discord, slack } = house;
  const onDiscord = (channel: string, change = {}): Promise<number> =>
    insertDailyTrack(db, { workspace: discord.workspace, channel }, change);
  await onDiscord(discord.addChannel('silent', { botMayPost: false }));
  const gone = discord.addChannel('gone');
  discord.faults.deleteChannel(gone);
  await onDiscord(gone);
  await onDiscord(addChannel(discord.world, 'forum', 0n, ChannelType.GuildForum).id);
  await onDiscord(discord.channel, { topics: ['no-such-topic'] });
  await onDiscord(discord.channel, {
    ...{ status: 'suspended', suspendedReason: 'forbidden', suspendedDetail: '50013 Missing' },
  });
  await insertDailyTrack(db, { workspace: '1', channel: discord.channel });
  await insertDailyTrack(db, slack, {}, 'slack');
  await insertDailyTrack(db, { workspace: 'all', channel: 'all' }, {}, 'playground');
  const [lost, quiet] = [discord.groups.add('lost'), discord.groups.add('quiet')];
  discord.groups.remove(lost);
  const role = discord.world.roles.get(quiet);
  if (role) role.mentionable = false;
  for (const [id, name] of [
    [lost, 'lost'],
    [quiet, 'quiet'],
  ] as const) {
    await saveGroup(db, { trackId: await onDiscord(discord.channel), group: { id, name } });
  }
  const calendar = { name: 'office.example', address: 'https://office.example/off.ics' };
  const fault = JSON.stringify({ code: 'ics-not-a-calendar' });
  const failedSince = new Date('2026-11-27T08:00:00Z');
  await withTrackCalendars(db)
    .insertInto('trackCalendars')
    .values({
      ...{ trackId: await onDiscord(discord.channel), ...calendar, fault, failedSince },
      ...{ readAt: failedSince, refreshAt: failedSince },
    })
    .execute();
}

const MANY = {
  scene: 'tracks and jobs, each with a fault of its own',
  async plant(house: House) {
    await plantTracks(house);
    await failJob(house);
    return { ...house.discord.env, PLAYGROUND: 'off' };
  },
  named: [
    ['fault', /^track \d+$/, /lacks in this channel: .*Send Messages.*Give it that/],
    ['fault', /^track \d+$/, /cannot see this channel.*“track remove \d+”, then “track add”/],
    ['fault', /^track \d+$/, /this kind of channel.*choose a text or announcement channel/],
    ['fault', /^track \d+$/, /No question fits.*Fix: “track edit \d+” with another --deck/],
    ['fault', /^track \d+$/, /forbidden \(50013 Missing\)\. Fix: .*“track resume \d+”/],
    [
      'fault',
      /^track \d+$/,
      /not in that server or workspace.*“track remove \d+”, then “track add”/,
    ],
    ['fault', /^track \d+$/, /Slack is not set up\. Put its token in \.env/],
    ['fault', /^track \d+$/, /playground is switched off\. Set PLAYGROUND=on/],
    ['warning', /^track \d+$/, /@lost.*no longer there.*Choose another one/],
    ['warning', /^track \d+$/, /@quiet.*notify nobody.*let anyone mention this role/],
    [
      'warning',
      /^track \d+$/,
      /office\.example.*2026-11-27.*not a calendar.*Fix: .*\/track settings/,
    ],
    [
      'warning',
      `job ${askJob.name}`,
      /comes again by itself; 1 attempt since .*: the sky fell\. Fix/,
    ],
  ],
} as const satisfies Scene;

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

/** In this order: the first one needs a database without tracks. */
export const TRACKS: readonly Scene[] = [NOBODY, MANY, ...SHARDS];
