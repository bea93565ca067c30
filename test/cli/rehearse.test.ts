import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { message } from '../../src/chat/message.ts';
import { connect, type Connection } from '../../src/db/connect.ts';
import { saveGroup } from '../../src/features/notify/stored-groups.ts';
import { rehearseOnDiscord } from '../../src/platforms/discord/rehearse.ts';
import { type CommandLine, commandLine } from '../support/command-line.ts';
import { insertDailyTrack } from '../support/daily-track.ts';
import { type TestDatabase, testDatabaseWithDeck } from '../support/database.ts';
import { type DiscordStage, openDiscordStage } from '../support/discord/stage.ts';
import { Refusal } from '../support/slack/refusal.ts';
import { openSlackStage, type SlackStage } from '../support/slack/stage.ts';

let home: string;
let database: TestDatabase;
let connection: Connection;
let discord: DiscordStage;
let slack: SlackStage;
let whetstone: CommandLine;

beforeAll(async () => {
  home = await mkdtemp(join(tmpdir(), 'whetstone-rehearse-'));
  database = await testDatabaseWithDeck();
  connection = connect(database.url, { onError: () => undefined, max: 2 });
  [discord, slack] = await Promise.all([openDiscordStage(), openSlackStage()]);
  const settings = { ...discord.env, ...slack.env };
  whetstone = commandLine({ ...settings, DATABASE_URL: database.url, WHETSTONE_HOME: home });
});

afterAll(async () => {
  await connection.close();
  await Promise.all([discord.close(), slack.close(), database.drop()]);
  await rm(home, { recursive: true });
});

/** Due tomorrow, and on each day after it. */
const onDiscord = (channel = discord.channel): Promise<number> =>
  insertDailyTrack(
    connection.db,
    { workspace: discord.workspace, channel },
    { nextDueAt: new Date(Date.now() + 60_000) },
  );

const rows = async (): Promise<unknown> =>
  (
    await sql`select (select count(*) from rounds) as rounds, (select count(*) from deliveries) as deliveries,
      (select jsonb_agg(tracks order by id) from tracks) as tracks`.execute(connection.db)
  ).rows;

it('draws a week of a track’s posts, and changes and posts nothing', async () => {
  const id = await onDiscord();
  const before = await rows();
  const said = await whetstone.ok('rehearse', String(id));
  expect(said).toMatch(new RegExp(`^Track ${id} on discord: 7 questions in the next 7 days\\n`));
  expect(
    said.match(/^ {2}ok {7}\d{4}-\d\d-\d\d 10:00\+00:00 {2}\S+: \d+ messages?$/gm),
  ).toHaveLength(7);
  expect(said).toContain('All of it would be taken.');
  expect(await rows()).toEqual(before);
  expect(discord.channelMessages()).toEqual([]);
  const { rounds } = await whetstone.json<{ rounds: { question: string }[] }>(
    ...['rehearse', String(id), '--days', '2', '--json'],
  );
  expect(new Set(rounds.map(({ question }) => question)).size).toBe(2);
});

it('names a channel where the bot may not post', async () => {
  const id = await onDiscord(discord.addChannel('silent', { botMayPost: false }));
  const { code, stdout } = await whetstone('rehearse', String(id));
  expect(code).toBe(1);
  expect(stdout).toMatch(/^ {2}FAULT {4}.*Send Messages/m);
});

it('names a role that the questions would mention and not notify', async () => {
  const id = await onDiscord();
  const group = { id: discord.groups.add('quiet'), name: 'quiet' };
  const role = discord.world.roles.get(group.id);
  if (role) role.mentionable = false;
  await saveGroup(connection.db, { trackId: id, group });
  expect(await whetstone.ok('rehearse', String(id), '--days', '1')).toMatch(
    /^ {2}WARNING {2}Questions show \S*@quiet\S* and notify nobody/m,
  );
});

it('names a question that cannot be drawn, and what to do', async () => {
  const id = await onDiscord();
  const spoil = (level: string) =>
    sql`update questions set body = jsonb_set(body, '{difficulty}', to_jsonb(${level}::text))`;
  await spoil('').execute(connection.db);
  const { code, stdout } = await whetstone('rehearse', String(id), '--days', '1');
  await spoil('easy').execute(connection.db);
  expect(code).toBe(1);
  expect(stdout).toMatch(
    /^ {2}FAULT .* {2}(\S+): cannot be drawn: .*Fix: shorten or mend \1 in its deck/m,
  );
});

it('knows what Discord takes of a page', () => {
  const text = (length: number) => message([{ type: 'text', text: ['x'.repeat(length)] }]);
  expect(rehearseOnDiscord(text(4_000))).toEqual([]);
  expect(rehearseOnDiscord(text(5_000))).toEqual([
    'embeds.0.description: Must be between 0 and 4096 in length.',
  ]);
});

it('names what Slack itself refuses, and asks no more than a look of it', async () => {
  const id = await insertDailyTrack(
    connection.db,
    slack,
    { nextDueAt: new Date(Date.now() + 60_000), language: 'ru' },
    'slack',
  );
  expect(await whetstone.ok('rehearse', String(id), '--days', '1')).toContain('1 question in');
  slack.world.methodFaults.set('blocks.validate', new Refusal('invalid_blocks', ['too odd']));
  const { code, stdout } = await whetstone('rehearse', String(id), '--days', '1');
  slack.world.methodFaults.delete('blocks.validate');
  expect(code).toBe(1);
  expect(stdout).toMatch(/would be refused: .*invalid_blocks.*Fix: /);
  slack.world.methodFaults.set('blocks.validate', new Refusal('unknown_method'));
  expect(await whetstone.ok('rehearse', String(id), '--days', '1')).toContain('All of it');
  slack.world.methodFaults.clear();
  expect(slack.channelMessages()).toEqual([]);
});

it('tells of a track that there is none of, and of days that are none', async () => {
  expect(await whetstone('rehearse', '99')).toMatchObject({
    ...{ code: 1, stderr: 'There is no track 99; see: track list\n' },
  });
  expect((await whetstone('rehearse', '1', '--days', '40')).stderr).toContain('from 1 to 31');
});
