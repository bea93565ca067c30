import { readFileSync } from 'node:fs';
import {
  type APIGuild,
  type APIGuildMember,
  ChannelType,
  OverwriteType,
  PermissionFlagsBits,
} from 'discord-api-types/v10';
import { describe, expect, it } from 'vitest';
import type { Place } from '../../../src/chat/place.ts';
import type { Platform } from '../../../src/chat/platform.ts';
import {
  lacking,
  NEEDED_PERMISSIONS,
  permissionsIn,
} from '../../../src/platforms/discord/permissions.ts';
import { addChannel } from '../../support/discord/world.ts';
import { channelOf, openStage, posting } from './support.ts';

describe('what the bot lacks in a channel', () => {
  it('is nothing where it was invited as the guide says', async () => {
    const stage = await openStage();
    expect(await posting(stage).missingPermissions(channelOf(stage))).toEqual([]);
    expect(stage.refusals()).toEqual([]);
  });

  it('is named as Discord’s settings name it', async () => {
    const stage = await openStage();
    const channel = stage.addChannel('read-only', { botMayPost: false });
    const place = { workspace: stage.workspace, channel };
    expect(await posting(stage).missingPermissions(place)).toEqual([
      'Send Messages',
      'Send Messages in Threads',
    ]);
  });

  it('is the sight of it where it is hidden', async () => {
    const stage = await openStage();
    const hidden = stage.world.channels.get(stage.channel);
    hidden!.denied = PermissionFlagsBits.ViewChannel;
    expect(await posting(stage).missingPermissions(channelOf(stage))).toEqual(['View Channel']);
  });

  it('cannot be told where there is no channel, or no bot in the server', async () => {
    const stage = await openStage();
    const platform = posting(stage);
    await expect(
      platform.missingPermissions({ ...channelOf(stage), channel: '1' }),
    ).rejects.toMatchObject({ fault: { code: 'channel-gone' } });
    stage.faults.removeBot();
    await expect(platform.missingPermissions(channelOf(stage))).rejects.toMatchObject({
      fault: { code: 'workspace-gone' },
    });
  });
});

describe('a place for rounds', () => {
  const kinds = {
    text: ChannelType.GuildText,
    announcement: ChannelType.GuildAnnouncement,
    voice: ChannelType.GuildVoice,
    stage: ChannelType.GuildStageVoice,
    category: ChannelType.GuildCategory,
    forum: ChannelType.GuildForum,
    media: ChannelType.GuildMedia,
  } as const;

  /** Does what a round does, as Discord takes it. */
  async function holdRound(platform: Platform, place: Place): Promise<Place> {
    const post = { blocks: [{ type: 'text', text: ['A question'] }] } as const;
    const asked = await platform.post(place, post, 'key');
    return (await platform.openThread(asked, 'A question')).thread;
  }

  it.each(['text', 'announcement'] as const)('may be a channel of the kind %s', async (kind) => {
    const stage = await openStage();
    const platform = posting(stage);
    const channel = addChannel(stage.world, kind, 0n, kinds[kind]).id;
    const place = { workspace: stage.workspace, channel };
    expect(await platform.checkPlace(place)).toBeUndefined();
    expect(await holdRound(platform, place)).toMatchObject({ channel });
    expect(stage.refusals()).toEqual([]);
  });

  it.each(['voice', 'stage', 'category', 'forum', 'media'] as const)(
    'is none of the kind %s, where Discord refuses rounds',
    async (kind) => {
      const stage = await openStage();
      const platform = posting(stage);
      const channel = addChannel(stage.world, kind, 0n, kinds[kind]).id;
      const place = { workspace: stage.workspace, channel };
      expect(await platform.checkPlace(place)).toEqual({ code: 'channel-unsuitable' });
      await expect(holdRound(platform, place)).rejects.toThrow();
      expect(stage.refusals()).toHaveLength(1);
    },
  );

  it('is none in another server, and none where no id is given', async () => {
    const stage = await openStage();
    const platform = posting(stage);
    const { workspace, channel } = channelOf(stage);
    const check = (place: Place) => platform.checkPlace(place);
    expect(await check({ workspace: '77', channel })).toEqual({ code: 'channel-elsewhere' });
    expect(await check({ workspace, channel: '#general' })).toEqual({
      ...{ code: 'channel-id-invalid', given: '#general' },
    });
    expect(await check({ workspace: 'Our server', channel })).toEqual({
      ...{ code: 'workspace-id-invalid', given: 'Our server' },
    });
    expect(stage.refusals()).toEqual([]);
  });
});

describe('the invitation in the guide', () => {
  const guide = readFileSync(new URL('../../../docs/discord.md', import.meta.url), 'utf8');

  it('asks for exactly what the bot needs', () => {
    const needed = Object.values(NEEDED_PERMISSIONS).reduce((all, bit) => all | bit);
    expect(/permissions=(\d+)/.exec(guide)?.[1]).toBe(String(needed));
  });

  it.each(Object.keys(NEEDED_PERMISSIONS))('says what %s is for', (name) => {
    expect(guide).toMatch(new RegExp(`^\\| ${name} +\\| \\w`, 'm'));
  });
});

describe('permissions are computed as Discord computes them', () => {
  const everything = PermissionFlagsBits.ViewChannel | PermissionFlagsBits.SendMessages;
  const guild = (permissions: bigint) =>
    ({
      id: '1',
      owner_id: '9',
      roles: [
        { id: '1', permissions: '0' },
        { id: '2', permissions: String(permissions) },
      ],
    }) as unknown as APIGuild;
  const bot = { user: { id: '5' }, roles: ['2'] } as unknown as APIGuildMember;
  const overwrite = (id: string, type: OverwriteType, allow: bigint, deny: bigint) => ({
    id,
    type,
    allow: String(allow),
    deny: String(deny),
  });

  it('what a role is denied, another of its roles may allow', () => {
    const denied = overwrite('1', OverwriteType.Role, 0n, everything);
    const allowed = overwrite('2', OverwriteType.Role, everything, 0n);
    expect(permissionsIn(guild(0n), bot, [denied, allowed])).toBe(everything);
  });

  it('what the roles are allowed, the member may be denied', () => {
    const denied = overwrite('5', OverwriteType.Member, 0n, PermissionFlagsBits.SendMessages);
    expect(permissionsIn(guild(everything), bot, [denied])).toBe(PermissionFlagsBits.ViewChannel);
  });

  it('overwrites for others do not count', () => {
    const others = overwrite('6', OverwriteType.Member, 0n, everything);
    expect(permissionsIn(guild(everything), bot, [others])).toBe(everything);
  });

  it('an administrator lacks nothing, whatever is denied', () => {
    const denied = overwrite('5', OverwriteType.Member, 0n, everything);
    const admin = guild(PermissionFlagsBits.Administrator);
    expect(lacking(permissionsIn(admin, bot, [denied]))).toEqual([]);
  });
});

describe('who may manage the server', () => {
  it('is told of any one person, without a privileged intent', async () => {
    const stage = await openStage();
    const [mona, ann] = [stage.person('Mona', { manages: true }), stage.person('Ann')];
    const manages = (id: string) => posting(stage).mayManage(stage.workspace, id);
    expect([await manages(mona.id), await manages(ann.id)]).toEqual([true, false]);
    expect(await manages(stage.world.ids())).toBe(false);
  });
});
