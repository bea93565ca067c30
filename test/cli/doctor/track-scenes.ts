import { ChannelType } from 'discord-api-types/v10';
import { sql } from 'kysely';
import { vi } from 'vitest';
import { insertRound } from '../../../src/db/rounds.ts';
import type { Round } from '../../../src/db/tables.ts';
import { withTrackCalendars } from '../../../src/features/calendar/ics/track-calendars.ts';
import { saveGroup } from '../../../src/features/notify/stored-groups.ts';
import { askJob, revealJob } from '../../../src/features/rounds/jobs.ts';
import { createQueue } from '../../../src/jobs/queue.ts';
import { insertDailyTrack } from '../../support/daily-track.ts';
import { addChannel } from '../../support/discord/world.ts';
import { BOT_TOKEN } from '../../support/slack/world.ts';
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

/** A round of a new track that was claimed at ten in the track's zone, and whose question is not asked. */
async function claimRound({ db, discord }: House): Promise<Round> {
  const trackId = await insertDailyTrack(db, discord, { timezone: 'Asia/Tokyo' });
  const { id: questionId } = await db
    .selectFrom('questions')
    .select('id')
    .executeTakeFirstOrThrow();
  const dueAt = new Date('2026-11-26T01:00:00Z');
  const period = { week: '2026-W48', month: '2026-11', timezone: 'Asia/Tokyo' };
  const round = await insertRound(db, {
    ...{ trackId, dueAt, questionId, cycle: 0, language: 'en', ...period },
  });
  return round!;
}

/** A job that the queue has given up. */
async function giveUp(
  { database, db }: House,
  data: object,
  reason = 'the sea rose',
): Promise<void> {
  const ignore = (): void => undefined;
  const queue = createQueue({
    ...{ url: database.url, names: [revealJob.name], onError: ignore, onFailure: ignore },
  });
  await queue.start();
  await db.transaction().execute((tx) => queue.enqueue(tx, { name: revealJob.name }, data));
  const createdOn = '2026-11-27T01:00:00Z';
  await sql`
    update whetstone_jobs.job set retry_limit = 0, created_on = ${createdOn}
    where name = ${revealJob.name} and data = ${JSON.stringify(data)}::jsonb
  `.execute(db);
  const failed = async () => {
    const jobs = await queue.troubled();
    return jobs.some((job) => JSON.stringify(job.data) === JSON.stringify(data));
  };
  await queue.work(revealJob, 1, () => Promise.reject(new Error(reason)));
  await vi.waitUntil(failed, { timeout: 20_000 });
  await queue.stop(1_000);
}

const GIVEN_UP = {
  scene: 'jobs that were given up, and a question and an answer that were only put off',
  async plant(house: House) {
    const [round, over] = [await claimRound(house), await claimRound(house)];
    await claimRound(house);
    const unrevealed = await claimRound(house);
    await house.db
      .updateTable('rounds')
      .set({ status: 'closed', closesAt: new Date('2026-11-26T09:00:00Z') })
      .where('id', '=', unrevealed.id)
      .execute();
    await giveUp(house, { roundId: round.id });
    await giveUp(house, { trackId: round.trackId });
    await giveUp(house, { roundId: over.id }, 'the tide turned');
    await house.db
      .updateTable('rounds')
      .set({ status: 'void' })
      .where('id', '=', over.id)
      .execute();
    return house.discord.env;
  },
  named: [
    [
      'fault',
      `job ${revealJob.name}`,
      /^track \d+, round 1: given up after 1 attempt since 2026-11-27 10:00\+09:00: the sea rose\. Fix: .*start the bot again/,
    ],
    [
      'fault',
      `job ${revealJob.name}`,
      /^track \d+: given up after 1 attempt since 2026-11-27 10:00\+09:00: the sea rose\. Fix: see/,
    ],
    [
      'warning',
      /^track \d+$/,
      /^round 1: its question is late, since 2026-11-26 10:00\+09:00; no job fails\. Fix: see in the log/,
    ],
    [
      'warning',
      /^track \d+$/,
      /^round 1: its answer is late, since 2026-11-26 18:00\+09:00; no job fails\. Fix: see in the log/,
    ],
  ],
  unnamed: [['fault', `job ${revealJob.name}`, /the tide turned/]],
} as const satisfies Scene;

const NOT_IN_CHANNEL = {
  scene: 'a Slack channel that the bot is not in, and a workspace that Slack knows nothing of',
  async plant({ db, discord, slack }: House) {
    const channel = slack.addChannel('without-the-bot', { botMayPost: false });
    await insertDailyTrack(db, { workspace: slack.workspace, channel }, {}, 'slack');
    await insertDailyTrack(db, { workspace: 'T0ANOTHER', channel }, {}, 'slack');
    return { ...discord.env, ...slack.env };
  },
  named: [
    [
      'fault',
      /^track \d+$/,
      /^slack T0LOOPBACK\/C\w+: .*lacks .*: \/invite @whetstone\. Give it that/,
    ],
    ['fault', /^track \d+$/, /^slack T0ANOTHER\/C\w+: .*“track remove \d+”, then “track add”/],
  ],
} as const satisfies Scene;

/** People took the bot away: no event is heard of here, so the track still stands as active. */
const REMOVED = {
  scene: 'a server and a workspace that removed the bot',
  async plant({ db, discord, slack }: House, after: (undo: () => unknown) => void) {
    const { settings } = discord.world;
    settings.botIsMember = false;
    after(() => (settings.botIsMember = true));
    slack.world.tokenFaults.set(BOT_TOKEN, 'account_inactive');
    after(() => slack.world.tokenFaults.clear());
    await insertDailyTrack(db, discord);
    await insertDailyTrack(db, slack, {}, 'slack');
    return { ...discord.env, ...slack.env };
  },
  named: [
    ['warning', 'Discord', /in 0 servers\. Fix: add it by https:/],
    ['fault', /^track \d+$/, /^discord \d+\/\d+: .*not installed here any more\. Install it/],
    ['fault', 'Slack', /account_inactive\. Fix: install the app again at api\.slack\.com/],
    ['fault', /^track \d+$/, /^slack T0LOOPBACK\/C\w+: .*not installed here any more\. Install it/],
  ],
} as const satisfies Scene;

/** In this order: the first one needs a database without tracks. */
export const TRACKS: readonly Scene[] = [NOBODY, MANY, GIVEN_UP, NOT_IN_CHANNEL, REMOVED];
