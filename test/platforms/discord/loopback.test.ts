import { describe, expect, it } from 'vitest';
import type { Response } from '../../../src/chat/event.ts';
import { OPENAPI } from '../../support/discord/openapi.ts';
import { createGlobalLimit } from '../../support/discord/rest.ts';
import type { DiscordStage } from '../../support/discord/stage.ts';
import { connect, openStage, recordingHandlers, reply } from './support.ts';

/** What the loopback stands for, so that a test that passes on it means something. */
async function ask(stage: DiscordStage, method: string, path: string, body?: object) {
  const response = await fetch(`${stage.env['DISCORD_API_URL']}/v10${path}`, {
    method,
    headers: { authorization: `Bot ${stage.world.token}`, 'content-type': 'application/json' },
    ...(body && { body: JSON.stringify(body) }),
  });
  return { status: response.status, ...((await response.json()) as { code?: number }) };
}

const quiet = { allowed_mentions: { parse: [] } };

const button = (custom_id: string) => ({ type: 2, style: 1, label: 'Go', custom_id });
const row = (...ids: string[]) => ({ type: 1, components: ids.map(button) });

describe('the loopback refuses', () => {
  it.each([
    ['a 2,001st character', { content: 'a'.repeat(2_001) }],
    ['an embed beyond 4,096 characters', { embeds: [{ description: 'a'.repeat(4_097) }] }],
    [
      'embeds beyond 6,000 characters',
      { embeds: [1, 2].map(() => ({ description: 'a'.repeat(3_001) })) },
    ],
    ['an 11th embed', { embeds: Array.from({ length: 11 }, () => ({ description: 'a' })) }],
    ['a sixth row', { components: [1, 2, 3, 4, 5, 6].map((i) => row(String(i))) }],
    ['a sixth button in a row', { components: [row('1', '2', '3', '4', '5', '6')] }],
    ['two buttons with one id', { components: [row('1', '1')] }],
    ['an id of 101 characters', { components: [row('a'.repeat(101))] }],
    ['a nonce of 26 characters', { content: 'a', nonce: 'n'.repeat(26) }],
    [
      'a picture that does not come with it',
      { embeds: [{ image: { url: 'attachment://a.png' } }] },
    ],
  ])('%s', async (_, body) => {
    const stage = await openStage();
    const path = `/channels/${stage.channel}/messages`;
    expect(await ask(stage, 'POST', path, { ...quiet, ...body })).toMatchObject({
      status: 400,
      code: 50035,
    });
    expect(stage.refusals()).toHaveLength(1);
    expect(stage.channelMessages()).toEqual([]);
  });

  it('a message that could notify someone', async () => {
    const stage = await openStage();
    const path = `/channels/${stage.channel}/messages`;
    for (const allowed_mentions of [
      undefined,
      {},
      { parse: ['users'] },
      { parse: [], users: ['1'] },
      { parse: [], roles: ['1'] },
    ]) {
      const refused = await ask(stage, 'POST', path, { content: '@everyone', allowed_mentions });
      expect(refused).toMatchObject({ status: 400 });
    }
  });

  it('a mention of more than one role, of everyone, or among other words', async () => {
    const stage = await openStage();
    const path = `/channels/${stage.channel}/messages`;
    const [role, other] = [stage.groups.add('prep'), stage.groups.add('other')];
    const mention = (content: string, ...roles: readonly string[]) =>
      ask(stage, 'POST', path, { content, allowed_mentions: { parse: [], roles } });
    expect(await mention(`<@&${role}>`, role, other)).toMatchObject({ status: 400 });
    expect(await mention(`<@&${role}> <@&${other}>`, role)).toMatchObject({ status: 400 });
    expect(await mention(`<@&${stage.workspace}>`, stage.workspace)).toMatchObject({ status: 400 });
    expect(stage.groups.notified()).toEqual([]);
    expect(await mention(`<@&${role}>`, role)).toMatchObject({ status: 200 });
    expect(stage.groups.notified()).toEqual([role]);
  });

  it('an empty message, an unknown channel, and a stranger', async () => {
    const stage = await openStage();
    const path = `/channels/${stage.channel}/messages`;
    expect(await ask(stage, 'POST', path, quiet)).toMatchObject({ code: 50006 });
    expect(
      await ask(stage, 'POST', '/channels/1/messages', { ...quiet, content: 'a' }),
    ).toMatchObject({
      status: 404,
      code: 10003,
    });
    stage.world.settings.tokenValid = false;
    expect(await ask(stage, 'GET', '/users/@me')).toMatchObject({ status: 401 });
  });

  it.skipIf(!OPENAPI.isHere)('what the official specification refuses', async () => {
    const stage = await openStage();
    const body = { ...quiet, content: 'a', embeds: 'none' };
    expect(await ask(stage, 'POST', `/channels/${stage.channel}/messages`, body)).toMatchObject({
      code: 50035,
    });
  });

  it.skipIf(!OPENAPI.isHere).each([
    ['an instant before there was Discord', 'messages?after=-5956206959001600001'],
    ['an id with a sign', 'messages?before=%2B1'],
    ['a page that is too long', 'messages?limit=101'],
    ['a page of no messages', 'messages?limit=0'],
    ['a number in words', 'messages?limit=all'],
    ['a parameter that it does not have', 'messages?since=1'],
    ['a parameter that is given twice', 'messages?limit=1&limit=2'],
  ])('%s in a query', async (_, path) => {
    const stage = await openStage();
    const asked = await ask(stage, 'GET', `/channels/${stage.channel}/${path}`);
    expect(asked).toMatchObject({ status: 400, code: 50035 });
  });

  it.skipIf(!OPENAPI.isHere)('a path that bears no id', async () => {
    const stage = await openStage();
    const asked = await ask(stage, 'GET', '/channels/%23general');
    expect(asked).toMatchObject({ status: 400, code: 50035 });
  });

  it('a request too many within any second, even where each second of the clock holds few enough', async () => {
    const { world } = await openStage();
    world.settings.requestsASecond = 50;
    const isTooMany = createGlobalLimit(world);
    const at = (ms: number) => isTooMany('GET /', ms);
    const sixty = Array.from({ length: 60 }, (_, number) => 700 + number * 10);
    expect(sixty.map(at).filter(Boolean)).toHaveLength(10);
    expect(world.refusals).toHaveLength(10);
    expect([1_699, 1_700, 1_701].map(at)).toEqual([true, false, true]);
  });

  it('commands in capital letters, twice, or without a description', async () => {
    const stage = await openStage();
    const path = `/applications/${stage.world.application}/commands`;
    const command = { name: 'quiz', description: 'A question' };
    for (const body of [
      [{ ...command, name: 'Quiz' }],
      [command, command],
      [{ name: 'quiz', description: '' }],
      [{ ...command, name_localizations: { ru: 'два слова' } }],
    ]) {
      expect(await ask(stage, 'PUT', path, body)).toMatchObject({ code: 50035 });
    }
  });

  it('a first response after three seconds, a second one, one for everyone, and a late follow-up', async () => {
    let now = new Date('2026-03-01T12:00:00Z');
    const stage = await openStage({ now: () => now });
    const working = Promise.withResolvers<Response>();
    await connect(stage, recordingHandlers({ command: () => working.promise }));
    const asked = () => [...stage.world.interactions.values()].at(-1)!;
    const callback = (type: number, data?: object) =>
      ask(stage, 'POST', `/interactions/${asked().id}/${asked().token}/callback`, { type, data });
    void stage
      .person('Ann')
      .run('quiz')
      .catch(() => undefined);
    await stage.until(() => asked().acknowledged);
    expect(await callback(5, { flags: 64 })).toMatchObject({ code: 40060 });
    const path = `/webhooks/${stage.world.application}/${asked().token}`;
    expect(await ask(stage, 'POST', path, { ...quiet, content: 'for all' })).toMatchObject({
      code: 50035,
    });
    now = new Date('2026-03-01T12:16:00Z');
    const late = { ...quiet, content: 'late', flags: 64 };
    expect(await ask(stage, 'POST', path, late)).toMatchObject({ code: 50027 });
    working.resolve(reply('late, too'));
  });
});
