import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { House, Scene } from './house.ts';

/** A server that takes no token, and whose clock is so far ahead, in ms. */
async function refusingServer(aheadMs: number): Promise<{ url: string; close: () => void }> {
  const server = createServer((_, response) => {
    const date = new Date(Date.now() + aheadMs).toUTCString();
    response.writeHead(401, { 'content-type': 'application/json', date }).end('{"message":"401"}');
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/api`;
  return { url, close: () => void server.close() };
}

const both = ({ discord, slack }: House) => ({ ...discord.env, ...slack.env });

export const PLATFORMS: readonly Scene[] = [
  {
    scene: 'tokens that were reset',
    plant(house, after) {
      const { settings } = house.discord.world;
      settings.tokenValid = false;
      after(() => (settings.tokenValid = true));
      return Promise.resolve({ ...both(house), SLACK_BOT_TOKEN: 'xoxb-another' });
    },
    named: [
      ['fault', 'Discord', /unauthorized.*Fix: check DISCORD_TOKEN/],
      ['fault', 'Slack', /Fix: check SLACK_BOT_TOKEN and SLACK_APP_TOKEN/],
    ],
  },
  {
    scene: 'an intent that is not granted, and an app token of another app',
    plant(house, after) {
      const { settings } = house.discord.world;
      settings.messageContent = false;
      after(() => (settings.messageContent = true));
      return Promise.resolve({ ...both(house), SLACK_APP_TOKEN: 'xapp-another' });
    },
    named: [
      [
        'fault',
        'Discord',
        /^Message Content Intent is missing\. Fix: switch it on at discord\.com/,
      ],
      ['fault', 'Slack', /Fix: check SLACK_BOT_TOKEN and SLACK_APP_TOKEN/],
    ],
  },
  {
    scene: 'a bot in no server, and an app without two scopes',
    plant(house, after) {
      const { settings } = house.discord.world;
      const { scopes } = house.slack.world;
      settings.botIsMember = false;
      for (const scope of ['files:write', 'chat:write']) {
        scopes.delete(scope);
        after(() => scopes.add(scope));
      }
      after(() => (settings.botIsMember = true));
      return Promise.resolve(both(house));
    },
    named: [
      ['warning', 'Discord', /in 0 servers\. Fix: add it by https:.*authorize\?client_id=\d+&/],
      ['fault', 'Slack', /^files:write is missing\. Fix: add it at api\.slack\.com/],
      ['fault', 'Slack', /^chat:write is missing\. Fix: add it at api\.slack\.com/],
    ],
  },
  {
    scene: 'a platform that cannot be reached, and one whose clock is two minutes ahead',
    async plant(house, after) {
      const server = await refusingServer(120_000);
      after(server.close);
      const unreachable = { SLACK_API_URL: 'http://127.0.0.1:1/api/' };
      return { ...both(house), DISCORD_API_URL: server.url, ...unreachable };
    },
    named: [
      ['fault', 'clock', /^Discord’s is 1\d\d\.\d s ahead of the database’s.*Fix: let.*NTP/],
      ['fault', 'Slack', /cannot be reached.*Fix: check/],
      ['warning', 'clock', /Slack did not tell the time/],
    ],
  },
];
