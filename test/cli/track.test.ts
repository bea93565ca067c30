import { ChannelType } from 'discord-api-types/v10';
import { beforeAll, describe, expect, it } from 'vitest';
import { connect } from '../../src/db/connect.ts';
import { saveWorkspace } from '../../src/db/workspaces.ts';
import type { TrackReport } from '../../src/features/track-admin/track-status.ts';
import { moveTrack } from '../../src/features/tracks/track-state.ts';
import { type DiscordStage, openDiscordStage } from '../support/discord/stage.ts';
import { addChannel } from '../support/discord/world.ts';
import { seedDeck } from '../support/seed-deck.ts';
import { openSlackStage, type SlackStage } from '../support/slack/stage.ts';
import { desk, placeOf, refusal } from './scene.ts';

const here = desk(
  () => openDiscordStage(),
  () => openSlackStage(),
);

type Saved = Omit<TrackReport, 'next'> & { readonly next: readonly string[] };

const add = (...plan: readonly string[]): Promise<Saved> =>
  here.whetstone.json<Saved>(
    ...['track', 'add', ...placeOf(here.stage('slack'))],
    ...plan,
    '--json',
  );

const edit = (track: number, ...plan: readonly string[]): Promise<Saved> =>
  here.whetstone.json<Saved>('track', 'edit', String(track), ...plan, '--json');

const on = (verb: string, track: number) => here.whetstone('track', verb, String(track));

/** As if something on the platform stood in its way. */
async function suspend(track: number, refusal?: string): Promise<void> {
  const { db, close } = connect(here.database.url, { onError: () => undefined });
  await moveTrack(db, track, { type: 'suspend', reason: 'channel-gone', refusal });
  await close();
}

/** A Slack workspace with a deck of its own. */
async function stocked(externalId: string, deck: string): Promise<void> {
  const { db, close } = connect(here.database.url, { onError: () => undefined });
  const { id: workspaceId } = await saveWorkspace(db, { platform: 'slack', externalId });
  await seedDeck(db, { name: deck, workspaceId, questions: [{ id: 'one' }] });
  await close();
}

describe('track add', () => {
  it('takes every part of the plan, and shows the next three rounds', async () => {
    const added = await add(
      ...['--deck', 'llm-interview', '--cron', '30 9 1 * *', '--timezone', 'europe/berlin'],
      ...['--answering', '90s', '--language', 'ru', '--difficulties', 'easy,hard'],
    );
    expect(added).toMatchObject({
      ...{ platform: 'slack', workspace: here.stage('slack').workspace },
      ...{ channel: here.stage('slack').channel, status: 'active' },
      ...{ decks: ['llm-interview'], cron: '30 9 1 * *', timezone: 'Europe/Berlin' },
      ...{ answering: '90s', language: 'ru', topics: [], difficulties: ['easy', 'hard'] },
    });
    expect(added.next).toHaveLength(3);
    for (const at of added.next) expect(at).toMatch(/-01T0[78]:30:00\.000Z$/);
  });

  it('needs no more than a place and a time, which may be in words', async () => {
    const said = await here.whetstone.ok(
      ...['track', 'add', ...placeOf(here.stage('discord'))],
      ...['--cron', 'weekdays 10:00'],
    );
    expect(said).toMatch(
      /^track \d+ is saved; its next rounds:\n( {2}\d{4}-\d\d-\d\d 10:00\+00:00\n){3}$/,
    );
    const tracks = await here.whetstone.json<TrackReport[]>('track', 'list', '--json');
    expect(tracks.find(({ platform }) => platform === 'discord')).toMatchObject({
      ...{ decks: ['llm-interview'], cron: '0 10 * * 1-5', timezone: 'UTC' },
      ...{ answering: 'until-next', language: 'en' },
    });
  });

  it('asks from the second deck that comes with Whetstone, alone or beside the first', async () => {
    for (const decks of [['llm-engineering'], ['llm-interview', 'llm-engineering']]) {
      const added = await add('--deck', decks.join(', '), '--cron', 'weekdays 10:00');
      expect(added).toMatchObject({ decks });
    }
  });

  it('knows the workspace’s own deck, and no other’s', async () => {
    const { workspace: own, channel } = here.stage('slack');
    await stocked(own, 'our-own');
    const place = (workspace: string) => [
      ...['track', 'add', '--platform', 'slack', '--workspace', workspace, '--channel', channel],
      ...['--cron', 'weekdays 10:00', '--deck', 'our-own'],
    ];
    const added = await here.whetstone.json<Saved>(...place(own), '--json');
    expect(added).toMatchObject({ workspace: own, decks: ['our-own'] });
    expect(await here.whetstone(...place('T8'))).toEqual(
      refusal(
        'Nothing was saved:',
        '- There is no deck “our-own”. Decks: llm-interview, llm-engineering.',
      ),
    );
  });

  it('tells all that is missing at once', async () => {
    expect(await here.whetstone('track', 'add', '--timezone', 'Mars/Phobos')).toEqual(
      refusal(
        'Nothing was saved:',
        '- --platform is one of discord, slack, playground.',
        '- --workspace is the Discord server’s or the Slack team’s id.',
        '- --channel is the channel’s id.',
        '- --cron says when questions come, such as “weekdays 10:00” or “0 10 * * 1-5”.',
        '- There is no time zone “Mars/Phobos”. Write a region and a city, such as Europe/Berlin, or UTC.',
      ),
    );
  });

  it('tells all that is wrong at once, and saves nothing', async () => {
    const before = await here.whetstone.json<TrackReport[]>('track', 'list', '--json');
    const ended = await here.whetstone(
      ...['track', 'add', '--platform', 'slack', '--workspace', 'T1', '--channel', 'C1'],
      ...['--deck', 'cobol', '--cron', '99 * * * *', '--timezone', 'Berlin/Europe'],
      ...['--answering', '5s', '--language', 'tlh', '--difficulties', 'brutal'],
    );
    expect(ended).toMatchObject({ code: 1, stdout: '' });
    const lines = ended.stderr.trim().split('\n');
    expect(lines.map((line) => /“[^”]*”/.exec(line)?.[0])).toEqual([
      undefined,
      '“cobol”',
      '“99 * * * *”',
      '“Berlin/Europe”',
      '“5s”',
      '“tlh”',
      '“brutal”',
    ]);
    expect(await here.whetstone.json('track', 'list', '--json')).toEqual(before);
  });
});

describe('a place that is no place for rounds', () => {
  const reasons = {
    'channel-id': (given: string) => `- “${given}” is not a channel’s id. `,
    'workspace-id': (given: string) => `- “${given}” is not a server’s or workspace’s id. `,
  };
  const elsewhere = '- This channel is not in that server or workspace. ';
  const unsuitable = '- Rounds cannot be held in this kind of channel. ';

  const refused = async (platform: string, workspace: string, channel: string) => {
    const place = ['--platform', platform, '--workspace', workspace, '--channel', channel];
    const ended = await here.whetstone('track', 'add', ...place, '--cron', 'daily 10:00');
    expect(ended).toMatchObject({ code: 1, stdout: '' });
    return ended.stderr;
  };

  it('is refused on Discord with the reason', async () => {
    const { workspace, channel, world } = here.stage('discord') as DiscordStage;
    const forum = addChannel(world, 'forum', 0n, ChannelType.GuildForum).id;
    expect(await refused('discord', workspace, '#general')).toContain(
      reasons['channel-id']('#general'),
    );
    expect(await refused('discord', 'us', channel)).toContain(reasons['workspace-id']('us'));
    expect(await refused('discord', '77', channel)).toContain(elsewhere);
    expect(await refused('discord', workspace, forum)).toContain(unsuitable);
    expect(await refused('discord', workspace, '78')).toMatch(
      /^Nothing was saved:\n- Whetstone cannot see this channel\..*\n$/,
    );
  });

  it('is refused on Slack with the reason', async () => {
    const { workspace, channel, world } = here.stage('slack') as SlackStage;
    const group = { id: 'C0GROUP', name: 'ann--bob', isGroup: true };
    const usable = { botIsMember: true, botMayPost: true, isArchived: false, isPrivate: true };
    world.channels.set(group.id, { ...group, ...usable });
    expect(await refused('slack', workspace, 'general')).toContain(
      reasons['channel-id']('general'),
    );
    expect(await refused('slack', 'us', channel)).toContain(reasons['workspace-id']('us'));
    expect(await refused('slack', 'T77', channel)).toContain(elsewhere);
    expect(await refused('slack', workspace, 'D77')).toContain(unsuitable);
    expect(await refused('slack', workspace, group.id)).toContain(unsuitable);
    expect(await refused('slack', workspace, 'C77')).toMatch(
      /^Nothing was saved:\n- .*\/invite @whetstone.*\n$/,
    );
  });

  it('is refused where its platform is not set up', async () => {
    expect(await refused('playground', 'playground', 'general')).toBe(
      'Nothing was saved:\n- The playground is switched off. Set PLAYGROUND=on in .env and start the bot again.\n',
    );
  });
});

describe('track edit', () => {
  it('changes what is given and keeps the rest', async () => {
    const { track } = await add('--cron', '0 10 * * *', '--answering', '8h', '--language', 'ru');
    const edited = await edit(track, '--cron', '0 11 * * *');
    expect(edited).toMatchObject({ cron: '0 11 * * *', answering: '8h', language: 'ru' });
    for (const at of edited.next) expect(at).toMatch(/T11:00:00\.000Z$/);
  });

  it('refuses what is wrong and changes nothing', async () => {
    const { track } = await add('--cron', '0 10 * * *');
    const args = ['track', 'edit', String(track), '--cron', '0 12 * * *', '--language', 'tlh'];
    expect(await here.whetstone(...args)).toEqual(
      refusal('Nothing was saved:', '- “tlh” is not a language here. Write en or ru.'),
    );
    const tracks = await here.whetstone.json<TrackReport[]>('track', 'list', '--json');
    expect(tracks.find((one) => one.track === track)?.cron).toBe('0 10 * * *');
  });

  it('says that a paused track stays so', async () => {
    const { track } = await add('--cron', '0 10 * * *');
    await on('pause', track);
    const said = await here.whetstone.ok('track', 'edit', String(track), '--language', 'ru');
    expect(said).toBe(`track ${track} is saved; it is paused\n`);
  });
});

describe('a track', () => {
  let track: number;
  beforeAll(async () => {
    ({ track } = await add('--cron', '0 10 * * *'));
  });

  it('is paused and goes on', async () => {
    expect(await on('pause', track)).toMatchObject({
      code: 0,
      stdout: `track ${track} is paused; an open round goes on to its deadline\n`,
    });
    expect((await on('pause', track)).stdout).toBe(`track ${track} was paused already\n`);
    const until = (day: string) => here.whetstone('track', 'pause', String(track), '--until', day);
    const day = new Date(Date.now() + 10 * 86_400_000).toISOString().slice(0, 10);
    expect((await until(day)).stdout).toContain(`track ${track} is paused until ${day};`);
    expect(await here.whetstone.ok('status')).toContain('paused-until: ');
    expect((await until('2090-01-01')).stderr).toContain('“2090-01-01” is too far ahead');
    expect((await on('resume', track)).stdout).toMatch(/goes on; next round .* 10:00\+00:00\n$/);
    expect((await on('resume', track)).stdout).toBe(`track ${track} was active already\n`);
  });

  it('that is suspended says why and how it goes on', async () => {
    await suspend(track);
    const words = `Track ${track} is suspended (channel-gone). Mend that, then: track resume ${track}`;
    expect(await on('pause', track)).toEqual(refusal(words));
    expect(await here.whetstone('ask', String(track))).toEqual(refusal(words));
    expect(await here.whetstone.ok('status')).toContain('suspended: channel-gone');
    expect((await on('resume', track)).stdout).toContain('goes on');
  });

  it('is removed only after a yes', async () => {
    const asked = `This ends track ${track} (slack `;
    for (const reply of ['', 'no\n']) {
      const args = ['track', 'remove', String(track)];
      const { code, stdout, stderr } = await here.typed(args, reply);
      expect({ code, stdout }).toEqual({ code: 1, stdout: '' });
      expect(stderr).toContain(asked);
      expect(stderr).toContain('Nothing was removed. Without a terminal, add --yes.');
    }
    expect(await here.whetstone.ok('track', 'list')).toContain('0 10 * * *');
    const spare = String((await add('--cron', '0 10 * * *')).track);
    expect(await here.typed(['track', 'remove', spare], 'y\n')).toMatchObject({
      code: 0,
      stdout: `track ${spare} is removed; its questions and streaks stay on record\n`,
    });
  });

  it('that is removed is gone for good', async () => {
    expect(await here.whetstone('track', 'remove', String(track), '--yes')).toMatchObject({
      code: 0,
      stdout: `track ${track} is removed; its questions and streaks stay on record\n`,
    });
    const gone = refusal(`There is no track ${track}. See: track list`);
    for (const verb of ['pause', 'resume', 'remove', 'edit', 'skip']) {
      expect(await on(verb, track)).toEqual(gone);
    }
    expect(await here.whetstone('ask', String(track))).toEqual(gone);
    expect(await here.whetstone('reveal', String(track))).toEqual(gone);
  });
});

describe('status', () => {
  it('tells times by the clock of the track', async () => {
    await add('--cron', '30 9 1 1 *', '--timezone', 'America/St_Johns');
    expect(await here.whetstone.ok('status')).toMatch(/\d{4}-01-01 09:30-03:30$/m);
  });

  it('says why a track is suspended in the platform’s own code and words', async () => {
    const { track } = await add('--cron', '0 9 * * *');
    await suspend(track, '10003 Unknown Channel');
    expect(await here.whetstone.ok('status')).toContain(
      'suspended: channel-gone (10003 Unknown Channel)',
    );
  });
});
