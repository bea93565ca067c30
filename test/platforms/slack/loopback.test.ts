import type { KnownBlock } from '@slack/types';
import { WebClient } from '@slack/web-api';
import { pino } from 'pino';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { slackLogger } from '../../../src/platforms/slack/client.ts';
import { beginGesture } from '../../support/slack/gestures.ts';
import { BLOCK_KIT } from '../../support/slack/schema.ts';
import { openSlackStage, type SlackStage } from '../../support/slack/stage.ts';
import { BOT_TOKEN } from '../../support/slack/world.ts';
import { fixedClock } from './support.ts';

const clock = fixedClock();
let stage: SlackStage;
let client: WebClient;

beforeEach(async () => {
  stage = await openSlackStage({ now: clock.now });
  client = new WebClient(BOT_TOKEN, {
    slackApiUrl: stage.env['SLACK_API_URL']!,
    retryConfig: { retries: 0 },
    logger: slackLogger(pino({ level: 'silent' })),
  });
});
afterEach(() => stage.close());

const post = (blocks: unknown[], text = 'words') =>
  client.chat.postMessage({
    channel: stage.channel,
    text,
    blocks: blocks as KnownBlock[],
    unfurl_links: false,
    unfurl_media: false,
  });

const section = (text: string) => ({ type: 'section', text: { type: 'mrkdwn', text } });
const button = (extra: object) => ({
  type: 'actions',
  elements: [
    { type: 'button', action_id: 'a', text: { type: 'plain_text', text: 'Go' }, ...extra },
  ],
});

describe('the loopback refuses arguments that are not what a method’s page says', () => {
  const channel = 'C1';
  it.each([
    ['conversations.history', { channel, oldest: '-1' }, 'invalid_ts_oldest'],
    ['conversations.history', { channel, oldest: 'yesterday' }, 'invalid_ts_oldest'],
    ['conversations.history', { channel, limit: 1000 }, 'invalid_limit'],
    ['conversations.history', { channel, limit: 0 }, 'invalid_limit'],
    ['conversations.history', { channel, since: '1' }, 'invalid_arguments'],
    ['conversations.replies', { channel, ts: 'now' }, 'invalid_arguments'],
    ['conversations.info', { channel: '#general' }, 'channel_not_found'],
    ['users.info', { user: '@ann' }, 'user_not_found'],
    ['chat.update', { channel, ts: '1700000000', text: 'a' }, 'invalid_arguments'],
    ['chat.postMessage', { channel, text: 'a', thread: '1700000000.000100' }, 'invalid_arguments'],
    ['reactions.add', { channel, timestamp: '1700000000.000100', name: '✅' }, 'invalid_name'],
  ])('%s %j', async (method, args, code) => {
    await expect(client.apiCall(method, args)).rejects.toMatchObject({ data: { error: code } });
  });
});

describe('the loopback refuses what Slack would', () => {
  it.each([
    ['a 51st block', Array.from({ length: 51 }, () => ({ type: 'divider' })), 'invalid_blocks'],
    ['a section of 3,001 characters', [section('x'.repeat(3_001))], 'invalid_blocks'],
    [
      'a header of 151',
      [{ type: 'header', text: { type: 'plain_text', text: 'x'.repeat(151) } }],
      'invalid_blocks',
    ],
    [
      'a button of 76',
      [button({ text: { type: 'plain_text', text: 'x'.repeat(76) } })],
      'invalid_blocks',
    ],
    ['an action_id of 256', [button({ action_id: 'x'.repeat(256) })], 'invalid_blocks'],
    ['a value of 2,001', [button({ value: 'x'.repeat(2_001) })], 'invalid_blocks'],
    [
      'an empty rich text',
      [
        {
          type: 'rich_text',
          elements: [{ type: 'rich_text_section', elements: [{ type: 'text', text: '' }] }],
        },
      ],
      'invalid_blocks',
    ],
    [
      'blocks of over 11,000 together',
      Array.from({ length: 4 }, () => section('x'.repeat(2_900))),
      'msg_blocks_too_long',
    ],
    [
      'a file that is not uploaded',
      [{ type: 'image', slack_file: { id: 'F1' }, alt_text: 'x' }],
      'invalid_blocks',
    ],
    ['a mention of everybody', [section('<!channel>')], 'would_notify_someone'],
    ['a mention of somebody', [section('<@U1>')], 'would_notify_someone'],
  ])('%s', async (_, blocks, error) => {
    await expect(post(blocks)).rejects.toMatchObject({ data: { error } });
    expect(stage.refusals()).toHaveLength(1);
    expect(stage.channelMessages()).toEqual([]);
  });

  it.skipIf(!BLOCK_KIT.isHere)('a block that is not in the schema of Block Kit', async () => {
    await expect(post([{ type: 'paragraph' }])).rejects.toMatchObject({
      data: { error: 'invalid_blocks' },
    });
    const odd = [{ type: 'divider', colour: 'red' }];
    await expect(post(odd)).rejects.toMatchObject({ data: { error: 'invalid_blocks' } });
  });

  it('a mention in the words for notifications', async () => {
    const refused = post([{ type: 'divider' }], 'hello <!here>');
    await expect(refused).rejects.toMatchObject({ data: { error: 'would_notify_someone' } });
  });

  it('a token it does not know, a method it does not have', async () => {
    const stranger = new WebClient('xoxb-other', { slackApiUrl: stage.env['SLACK_API_URL']! });
    await expect(stranger.auth.test()).rejects.toMatchObject({ data: { error: 'invalid_auth' } });
    await expect(client.apiCall('dance')).rejects.toMatchObject({
      data: { error: 'unknown_method' },
    });
  });

  it('a form too late, or twice with one trigger', async () => {
    const view = {
      type: 'modal' as const,
      title: { type: 'plain_text' as const, text: 'Form' },
      submit: { type: 'plain_text' as const, text: 'Send' },
      blocks: [{ type: 'divider' as const }],
    };
    const trigger = (): string =>
      beginGesture(stage.world, stage.server.origin, 'U1', stage.channel).answerable.trigger;
    const once = trigger();
    await client.views.open({ trigger_id: once, view });
    await expect(client.views.open({ trigger_id: once, view })).rejects.toMatchObject({
      data: { error: 'exchanged_trigger_id' },
    });
    const late = trigger();
    clock.forward(4);
    await expect(client.views.open({ trigger_id: late, view })).rejects.toMatchObject({
      data: { error: 'expired_trigger_id' },
    });
    const titled = { ...view, title: { type: 'plain_text' as const, text: 'x'.repeat(25) } };
    await expect(client.views.open({ trigger_id: trigger(), view: titled })).rejects.toMatchObject({
      data: { error: 'invalid_arguments' },
    });
  });

  it('and notes what was not acknowledged within three seconds', () => {
    void stage
      .person('Anna')
      .run('quiz')
      .catch(() => undefined);
    expect(stage.refusals()).toEqual([]);
    clock.forward(4);
    expect(stage.refusals()).toEqual(['slash_commands: not acknowledged within 3 s']);
  });
});
