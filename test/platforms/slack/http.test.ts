import { type OutgoingHttpHeaders, request as beginRequest } from 'node:http';
import { afterEach, describe, expect, it } from 'vitest';
import { event, slashCommand } from '../../support/slack/payloads.ts';
import { encode, sign, type SignedRequest } from '../../support/slack/signed-http.ts';
import { addBot, COMMANDS, fixedClock, openScene, reply, type Scene } from './support.ts';

const clock = fixedClock();
let scene: Scene;
afterEach(() => scene.end());

const open = async (): Promise<void> => {
  scene = await openScene({ command: () => reply('Hello') }, { transport: 'http', now: clock.now });
};

const address = (): string => scene.stage.http.targets[0]!;

const post = (signed: SignedRequest): Promise<Response> =>
  fetch(address(), { method: 'POST', ...signed });

function joined(): SignedRequest {
  const { channel, world } = scene.stage;
  return encode(event(world, { type: 'channel_left', channel }), clock.now());
}

/** A request whose body begins and does not end; its status, or undefined where it is cut off. */
function unfinished(headers: OutgoingHttpHeaders): { status: Promise<number | undefined> } {
  const sending = beginRequest(address(), { method: 'POST', headers });
  const status = new Promise<number | undefined>((resolve) => {
    sending.on('response', (response) => resolve(response.statusCode));
    sending.on('error', () => resolve(undefined));
  });
  sending.write('{');
  void status.then(() => sending.destroy());
  return { status };
}

const heard = (): number =>
  scene.memberships.filter(({ type }) => type === 'channel-deleted').length;

describe('a request to the Slack address', () => {
  it('is taken when Slack signed it', async () => {
    await open();
    expect((await post(joined())).status).toBe(200);
    expect(heard()).toBe(1);
  });

  it.each([
    ['stale', -301],
    ['from the future', 301],
  ])('is refused when it is %s', async (_, seconds) => {
    await open();
    const { channel, world } = scene.stage;
    const at = new Date(clock.now().getTime() + seconds * 1000);
    const request = encode(event(world, { type: 'channel_left', channel }), at);
    expect((await post(request)).status).toBe(401);
    expect(heard()).toBe(0);
  });

  it('does nothing when it is a copy of one already taken', async () => {
    await open();
    const request = joined();
    expect((await post(request)).status).toBe(200);
    expect((await post(request)).status).toBe(200);
    expect(heard()).toBe(1);
  });

  it('is refused when it is signed with another secret, changed on its way, or not signed', async () => {
    await open();
    const body = JSON.stringify({ type: 'event_callback' });
    const forged = sign('application/json', body, clock.now(), 'guess');
    const changed = { ...joined(), body };
    const unsigned = { headers: { 'content-type': 'application/json' }, body };
    for (const request of [forged, changed, unsigned])
      expect((await post(request)).status).toBe(401);
  });

  it('is refused when it is no JSON, too large, or no POST', async () => {
    await open();
    expect((await post(sign('application/json', '{oops', clock.now()))).status).toBe(400);
    const large = sign('application/json', JSON.stringify('x'.repeat(2 ** 20)), clock.now());
    expect((await post(large)).status).toBe(413);
    expect((await fetch(address())).status).toBe(405);
  });

  it.each(['null', '1', '"words"', '[]', '{}', '{"type":"event_callback"}', '{"event":null}'])(
    'is no fault of ours when it is signed and holds %s',
    async (body) => {
      await open();
      const status = (await post(sign('application/json', body, clock.now()))).status;
      expect(status).toBe(body.startsWith('{') && !body.includes('null') ? 200 : 400);
      expect((await post(joined())).status).toBe(200);
      expect(heard()).toBe(1);
    },
  );

  it.each([
    ['bears no signature', {}],
    ['bears no date', { 'x-slack-signature': `v0=${'0'.repeat(64)}` }],
    [
      'bears a signature of another form',
      { 'x-slack-signature': 'v0=0', 'x-slack-request-timestamp': '1772442000' },
    ],
    [
      'is stale',
      { 'x-slack-signature': `v0=${'0'.repeat(64)}`, 'x-slack-request-timestamp': '1772441000' },
    ],
  ])('is refused before its body has come when it %s', async (_, headers) => {
    await open();
    expect(await unfinished(headers).status).toBe(401);
  });

  it('is taken although many others are not finished, and the oldest of those give way', async () => {
    await open();
    const at = String(Math.floor(clock.now().getTime() / 1000));
    const headers = {
      'x-slack-signature': `v0=${'0'.repeat(64)}`,
      'x-slack-request-timestamp': at,
    };
    const stalled = Array.from({ length: 33 }, () => unfinished(headers).status);
    expect(await Promise.race(stalled)).toBe(503);
    expect((await post(joined())).status).toBe(200);
    expect(heard()).toBe(1);
  });

  it('proves to Slack that the address is ours', async () => {
    await open();
    const body = JSON.stringify({ type: 'url_verification', challenge: 'xyz' });
    const response = await post(sign('application/json', body, clock.now()));
    expect(await response.json()).toEqual({ challenge: 'xyz' });
  });

  it('of a kind nobody waits for is acknowledged, so that it does not come again', async () => {
    await open();
    const { world } = scene.stage;
    expect((await post(encode(event(world, { type: 'emoji_changed' }), clock.now()))).status).toBe(
      200,
    );
    const body = JSON.stringify({ something: 'else' });
    expect((await post(sign('application/json', body, clock.now()))).status).toBe(200);
  });
});

it('what came while the bot was stopped arrives when Slack brings it again', async () => {
  await open();
  const { stage } = scene;
  const [stopped] = stage.http.targets.splice(0);
  await scene.platform.stop();
  expect((await fetch(stopped!, { method: 'POST', ...joined() })).status).toBe(503);

  stage.http.targets.push(stopped!);
  await stage.emit({ type: 'channel_left', channel: stage.channel });
  stage.http.targets.splice(0);
  const next = addBot(stage);
  await next.platform.start({ commands: COMMANDS, handlers: next.handlers });
  await stage.until(() => stage.http.targets.length === 1);
  await stage.http.redeliver();
  expect(next.memberships).toContainEqual({
    ...{ platform: 'slack', workspace: stage.workspace },
    ...{ type: 'channel-deleted', channel: stage.channel },
  });
  await next.platform.stop();
});

it('a command is answered through its response URL', async () => {
  await open();
  const { stage } = scene;
  const anna = stage.person('Anna');
  const channel = { id: stage.channel, name: 'interviews' };
  const request = slashCommand(stage.world.users.get(anna.id)!, channel, '/quiz', '', {
    responseUrl: `${stage.server.origin}/respond/none`,
    trigger: 'none',
  });
  expect((await post(encode(request, clock.now()))).status).toBe(200);
  await stage.until(() => anna.told().length === 1, 'the private post that stands in for it');
  expect(anna.told()[0]?.text).toBe('Hello');
});
