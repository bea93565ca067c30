import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import { pino } from 'pino';
import { afterEach, describe, expect, it } from 'vitest';
import type { Platform, PlatformFault } from '../../src/chat/platform.ts';
import { createDiscord } from '../../src/platforms/discord/index.ts';
import { createSlack } from '../../src/platforms/slack/index.ts';

const log = pino({ level: 'silent' });

const PLATFORMS: Record<'discord' | 'slack', (url: string) => Platform> = {
  discord: (url) =>
    createDiscord({
      token: 'x.y.z',
      apiUrl: `${url}/api`,
      messageContent: true,
      log,
      elapsedMs: () => 0,
    }),
  slack: (url) =>
    createSlack({
      ...{ botToken: 'xoxb-1', appToken: 'xapp-1', apiUrl: `${url}/api/`, log },
      now: () => new Date(0),
    }),
};

let server: Server;
afterEach(() => {
  server.closeAllConnections();
  server.close();
});

/** Something between us and the platform that answers in its stead: a proxy, a firewall. */
async function answering(status: number, type: string, body: string): Promise<string> {
  server = createServer((request, response) => {
    request.resume();
    response.writeHead(status, { 'content-type': type }).end(body);
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  return `http://127.0.0.1:${typeof address === 'object' ? address?.port : ''}`;
}

const faultOf = (call: Promise<unknown>): Promise<PlatformFault> =>
  call.then(
    () => Promise.reject(new Error('it went well')),
    (error: { fault: PlatformFault }) => error.fault,
  );

const place = { workspace: '1', channel: '2' };
const message = { blocks: [{ type: 'text', text: ['x'] }] } as const;

describe.each(['discord', 'slack'] as const)('what answers in the stead of %s', (name) => {
  it.each([403, 404, 408])('with a page (%i) says nothing of a post', async (status) => {
    const url = await answering(status, 'text/html', '<html>error code: 1020</html>');
    const platform = PLATFORMS[name](url);
    expect(await faultOf(platform.post(place, message, 'k'))).toEqual({ code: 'in-doubt' });
    await platform.stop();
  });

  it('with words of its own says nothing either', async () => {
    const url = await answering(403, 'application/json', '{"error":"blocked by policy"}');
    const platform = PLATFORMS[name](url);
    expect(await faultOf(platform.post(place, message, 'k'))).toEqual({ code: 'in-doubt' });
    await platform.stop();
  });
});

it('an edit that a proxy refuses can be made again at once', async () => {
  const platform = PLATFORMS.discord(await answering(404, 'text/html', '<html></html>'));
  const edit = platform.edit({ ...place, message: '3' }, message);
  expect(await faultOf(edit)).toEqual({ code: 'busy' });
  await platform.stop();
});
