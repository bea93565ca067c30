import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import type { Finding } from '../../../src/app/doctor/finding.ts';
import { clockFinding } from '../../../src/app/doctor/look-at-database.ts';
import { diskFinding } from '../../../src/app/doctor/look-at-machine.ts';
import { readConfig } from '../../../src/config.ts';
import { connect, type Connection } from '../../../src/db/connect.ts';
import { migrateDown } from '../../../src/db/migrate.ts';
import { insertProcess } from '../../../src/db/processes.ts';
import { saveGroup } from '../../../src/features/notify/stored-groups.ts';
import { askJob } from '../../../src/features/rounds/jobs.ts';
import { createQueue } from '../../../src/jobs/queue.ts';
import { type TestDatabase, testDatabaseWithDeck } from '../../support/database.ts';
import { type DiscordStage, openDiscordStage } from '../../support/discord/stage.ts';
import { openSlackStage } from '../../support/slack/stage.ts';
import { examine, insertDailyTrack, type Settings, trouble } from './support.ts';

let home: string;
let database: TestDatabase;
let connection: Connection;
let discord: DiscordStage;
let slack: Awaited<ReturnType<typeof openSlackStage>>;

beforeAll(async () => {
  home = await mkdtemp(join(tmpdir(), 'whetstone-doctor-'));
  database = await testDatabaseWithDeck();
  connection = connect(database.url, { onError: () => undefined, max: 2 });
  discord = await openDiscordStage();
  slack = await openSlackStage();
});

afterAll(async () => {
  await connection.close();
  await database.drop();
  await Promise.all([discord.close(), slack.close()]);
  await rm(home, { recursive: true });
});

/** What the doctor finds with these settings beside a home and a database that are well. */
const findings = (settings: Settings = {}): Promise<readonly Finding[]> =>
  examine(() => readConfig({ WHETSTONE_HOME: home, DATABASE_URL: database.url, ...settings }));

const onDiscord = (): Settings => ({ ...discord.env, DISCORD_MESSAGE_CONTENT: 'on' });

const notOk = (found: readonly Finding[]): readonly Finding[] =>
  found.filter(({ standing }) => standing !== 'ok');

describe('the machine', () => {
  it('is told of a home that is no folder', async () => {
    const file = join(home, 'file');
    await writeFile(file, '');
    expect(await findings({ WHETSTONE_HOME: file })).toContainEqual(
      trouble('fault', 'folder', /no folder that this user may write to.*Fix: /),
    );
  });

  it('is told of a disk that is nearly full, and of one that is', () => {
    expect(diskFinding(2e9)).toMatchObject({ standing: 'ok' });
    expect(diskFinding(5e8)).toEqual(trouble('warning', 'disk', /500 MB free\. Fix: /));
    expect(diskFinding(5e7)).toEqual(trouble('fault', 'disk', /50 MB free\. Fix: /));
  });

  it('gets no database made by being looked at', async () => {
    const found = await findings({ DATABASE_URL: '', WHETSTONE_HOME: join(home, 'new') });
    expect(notOk(found)).toEqual([]);
    expect(found).toContainEqual(trouble('ok', 'database', /none yet/));
  });
});

describe('the database', () => {
  it('that is not there is named, and the platforms are looked at all the same', async () => {
    const found = await findings({ ...onDiscord(), DATABASE_URL: 'postgres://a@127.0.0.1:1/b' });
    expect(found).toContainEqual(
      trouble('fault', 'database', /b at 127\.0\.0\.1:1: nothing listens/),
    );
    expect(found).toContainEqual(trouble('ok', 'Discord', /as whetstone in Loopback/));
  });

  it('whose schema is older waits for migrating, and is left as it is', async () => {
    const older = await testDatabaseWithDeck();
    onTestFinished(() => older.drop());
    await migrateDown(older.url);
    const schema = trouble('warning', 'schema', /^1 migrations are to be made\. Fix: /);
    for (let look = 0; look < 2; look++) {
      const found = await findings({ DATABASE_URL: older.url });
      expect(found).toContainEqual(schema);
      expect(found).toContainEqual(trouble('skipped', 'tracks', /once the schema/));
    }
  });

  it('that a newer version has changed is named', async () => {
    const newer = await testDatabaseWithDeck();
    onTestFinished(() => newer.drop());
    const { db, close } = connect(newer.url, { onError: () => undefined, max: 1 });
    await db
      .insertInto('kysely_migration' as never)
      .values({ name: '20990101T0000_later', timestamp: '' })
      .execute();
    await close();
    expect(await findings({ DATABASE_URL: newer.url })).toContainEqual(
      trouble('fault', 'schema', /newer version.*20990101T0000_later.*Fix: /),
    );
  });

  it('whose clock is off is named, by how much it matters', () => {
    expect(clockFinding('this machine’s', 900)).toMatchObject({ standing: 'ok' });
    expect(clockFinding('this machine’s', -5_000)).toEqual(
      trouble('warning', 'clock', /this machine’s is 5\.0 s behind the database’s.*Fix: /),
    );
    expect(clockFinding('Slack’s', 60_000)).toEqual(
      trouble('fault', 'clock', /Slack’s is 60\.0 s ahead.*Fix: /),
    );
  });
});

describe('a platform', () => {
  it('that is well says as whom and where', async () => {
    const found = await findings({ ...onDiscord(), ...slack.env });
    expect(found).toContainEqual(trouble('ok', 'Discord', /^as whetstone in Loopback$/));
    expect(found).toContainEqual(trouble('ok', 'Slack', /^as whetstone in \S/));
    expect(found.filter(({ check }) => check === 'clock')).toHaveLength(3);
  });

  it('Discord that refuses the token is named', async () => {
    discord.world.settings.tokenValid = false;
    const found = await findings(onDiscord());
    discord.world.settings.tokenValid = true;
    expect(found).toContainEqual(
      trouble('fault', 'Discord', /unauthorized.*Fix: check DISCORD_TOKEN/),
    );
  });

  it('Discord that grants no message content is named, where it is asked for', async () => {
    discord.world.settings.messageContent = false;
    const asked = await findings(onDiscord());
    const unasked = await findings({ ...onDiscord(), DISCORD_MESSAGE_CONTENT: 'off' });
    discord.world.settings.messageContent = true;
    const missing = trouble('fault', 'Discord', /^Message Content Intent is missing\. Fix: /);
    expect(asked).toContainEqual(missing);
    expect(unasked).not.toContainEqual(missing);
  });

  it('on which the bot is in no server gets the invitation', async () => {
    discord.world.settings.botIsMember = false;
    const found = await findings(onDiscord());
    discord.world.settings.botIsMember = true;
    const { application } = discord.world;
    expect(found).toContainEqual(
      trouble(
        'warning',
        'Discord',
        new RegExp(`^as whetstone in 0 servers.*oauth2/authorize\\?client_id=${application}&`),
      ),
    );
  });

  it('Slack without a scope is named with the scope', async () => {
    slack.world.scopes.delete('files:write');
    const found = await findings(slack.env);
    slack.world.scopes.add('files:write');
    expect(found).toContainEqual(
      trouble('fault', 'Slack', /^files:write is missing\. Fix: add it/),
    );
  });

  it.each(['SLACK_BOT_TOKEN', 'SLACK_APP_TOKEN'])(
    'Slack that refuses %s is named',
    async (variable) => {
      const kind = variable === 'SLACK_BOT_TOKEN' ? 'xoxb' : 'xapp';
      const found = await findings({ ...slack.env, [variable]: `${kind}-another` });
      expect(found).toContainEqual(
        trouble('fault', 'Slack', /Fix: check SLACK_BOT_TOKEN and SLACK_APP/),
      );
    },
  );

  it('that cannot be reached is named', async () => {
    const found = await findings({ ...onDiscord(), DISCORD_API_URL: 'http://127.0.0.1:1/api' });
    expect(found).toContainEqual(trouble('fault', 'Discord', /cannot be reached.*Fix: /));
    expect(found).toContainEqual(trouble('warning', 'clock', /Discord did not tell the time/));
  });
});

describe('the tracks', () => {
  const addTrack = (channel: string, change = {}): Promise<number> =>
    insertDailyTrack(connection.db, { workspace: discord.workspace, channel }, change);

  it('are missed where there is none, and so is the bot', async () => {
    const found = await findings(onDiscord());
    expect(found).toContainEqual(trouble('warning', 'bot', /none runs.*Fix: npm start/));
    expect(found).toContainEqual(trouble('warning', 'tracks', /none yet\. Fix: /));
  });

  it('are each named with what keeps it from asking', async () => {
    const well = await addTrack(discord.channel, { nextDueAt: new Date('2030-01-02T10:00:00Z') });
    const silent = await addTrack(discord.addChannel('silent', { botMayPost: false }));
    const gone = discord.addChannel('gone');
    const lost = await addTrack(gone);
    discord.faults.deleteChannel(gone);
    const empty = await addTrack(discord.channel, { topics: ['no-such-topic'] });
    const stopped = await addTrack(discord.channel, {
      ...{ status: 'suspended', suspendedReason: 'forbidden', suspendedDetail: '50013 Missing' },
    });
    const seen = { platforms: ['discord'], isWorker: true, seenAt: new Date() } as const;
    await insertProcess(connection.db, seen, new Date(0));
    const found = await findings(onDiscord());
    expect(found).toContainEqual(trouble('ok', 'bot', /runs, on discord/));
    expect(found).toContainEqual(
      trouble('ok', `track ${well}`, /next question at 2030-01-02 10:00\+00:00/),
    );
    expect(found).toContainEqual(trouble('fault', `track ${silent}`, /Send Messages/));
    expect(found).toContainEqual(trouble('fault', `track ${lost}`, /channel/));
    expect(found).toContainEqual(trouble('fault', `track ${empty}`, /question/));
    expect(found).toContainEqual(
      trouble('fault', `track ${stopped}`, /forbidden \(50013 Missing\)\. Fix: .*track resume/),
    );
    const elsewhere = await findings(slack.env);
    expect(elsewhere).toContainEqual(trouble('fault', `track ${well}`, /Discord is not set up/));
  });

  it('are each named with the role that their questions would notify in vain', async () => {
    const group = { id: discord.groups.add('quiet'), name: 'quiet' };
    const role = discord.world.roles.get(group.id);
    if (role) role.mentionable = false;
    const trackId = await addTrack(discord.channel);
    await saveGroup(connection.db, { trackId, group });
    expect(await findings(onDiscord())).toContainEqual(
      trouble('warning', `track ${trackId}`, /@quiet.*notify nobody.*let anyone mention/),
    );
    discord.groups.remove(group.id);
    expect(await findings(onDiscord())).toContainEqual(
      trouble('warning', `track ${trackId}`, /@quiet.*no longer there/),
    );
  });

  it('are told of a job that fails', async () => {
    const ignore = () => undefined;
    const queue = createQueue({
      ...{ url: database.url, names: [askJob.name], onError: ignore, onFailure: ignore },
    });
    onTestFinished(() => queue.stop(1_000));
    await queue.start();
    await queue.work(askJob, 1, () => Promise.reject(new Error('the sky fell')));
    await connection.db.transaction().execute((tx) => queue.enqueue(tx, askJob, { roundId: 0 }));
    await expect.poll(() => queue.troubled()).toHaveLength(1);
    expect(await findings()).toContainEqual(
      trouble('warning', `job ${askJob.name}`, /comes again; \d+ attempts since .*: the sky fell$/),
    );
  });
});
