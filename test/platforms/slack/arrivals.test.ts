import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { renderForm } from '../../../src/platforms/slack/form.ts';
import type { View } from '../../support/slack/block-kit.ts';
import type { Envelope } from '../../support/slack/delivery.ts';
import { event, slashCommand, viewSubmission } from '../../support/slack/payloads.ts';
import { BOT, TEAM } from '../../support/slack/world.ts';
import { specification } from '../../support/specifications.ts';
import { withoutEach } from '../../support/without.ts';
import { openScene, reply, type Scene } from './support.ts';

type Fields = Readonly<Record<string, unknown>>;

const SAMPLES = specification('slack-payload-samples');

const ann = { id: 'U0ANN', name: 'Ann', manages: true, locale: 'en-US', timezone: 'UTC' };

let scene: Scene;
beforeEach(async () => {
  const answer = () => reply('Hello');
  scene = await openScene({ command: answer, button: answer, form: answer });
  scene.memberships.length = 0;
});
afterEach(() => scene.end());

const interactive = (payload: Fields): Envelope => ({ type: 'interactive', payload });

/** Nothing that came before has ended anything, or was written anywhere. */
async function expectSound(): Promise<void> {
  const before = scene.commands.length;
  await scene.stage.person('Ben').run('quiz');
  expect(scene.commands).toHaveLength(before + 1);
  expect(scene.platform.state()).toEqual({ status: 'ready' });
  expect(scene.stage.channelMessages()).toEqual([]);
  expect(scene.stage.socket.opened()).toBe(1);
}

describe('what arrives from Slack', () => {
  it.each([
    'null',
    '5',
    '"hello"',
    '{',
    '{}',
    '{"type":"events_api","envelope_id":"E1"}',
    '{"type":"events_api","envelope_id":"E1","payload":{}}',
    '{"type":"events_api","envelope_id":"E1","payload":{"event":null}}',
    '{"type":"interactive","envelope_id":"E1","payload":null}',
    '{"type":"close"}',
  ])('ends nothing where the frame is %s', async (frame) => {
    scene.stage.socket.sendFrame(frame);
    await expectSound();
    expect(scene.stage.refusals()).toEqual([]);
  });

  const user = { id: ann.id, name: 'ann', team_id: TEAM.id };
  it.each([
    'view_closed',
    'shortcut',
    'message_action',
    'block_suggestion',
    'dialog_submission',
    'dialog_suggestion',
    'dialog_cancellation',
    'interactive_message',
    'something_new',
  ])('is acknowledged where it is a %s', async (type) => {
    const view = { id: 'V1', app_installed_team_id: TEAM.id };
    await scene.stage.socket.deliver(interactive({ type, user, team: { id: TEAM.id }, view }));
    await expectSound();
    expect(scene.stage.refusals()).toEqual([]);
  });

  it.runIf(SAMPLES.isHere)('ends nothing where it is a sample that Slack publishes', async () => {
    for (const sample of samples()) await scene.stage.socket.deliver(sample);
    await expectSound();
    expect(scene.threads).toEqual([]);
    expect(scene.memberships).toEqual([]);
  });

  it('ends nothing where any one field of it is left out', async () => {
    const { channel, socket } = scene.stage;
    const about = { type: 'message', channel };
    const written = { ...about, user: ann.id, text: 'Hi', ts: '2.1', thread_ts: '1.1' };
    const inner: readonly Fields[] = [
      written,
      { ...about, subtype: 'message_changed', message: written, previous_message: written },
      { ...about, subtype: 'message_deleted', deleted_ts: '2.1', previous_message: written },
      { type: 'channel_left', channel },
    ];
    const answerable = { responseUrl: `${scene.stage.server.origin}/gone`, trigger: 't' };
    const form = { action: { name: 'answer', args: ['7'] }, title: 'A', submit: 'S', fields: [] };
    const view = renderForm(form, { channel, member: ann.id }) as View;
    const whole: readonly Envelope[] = [
      ...inner.map((fields) => event(scene.stage.world, fields)),
      slashCommand(ann, { id: channel, name: 'interviews' }, '/quiz', '', answerable),
      viewSubmission(ann, 'V1', view, {}, 't'),
    ];
    for (const envelope of whole) {
      for (const payload of withoutEach(envelope.payload)) {
        if (envelope.type === 'events_api' && !hasEventType(payload)) continue;
        await socket.deliver({ ...envelope, payload });
      }
    }
    await expectSound();
    for (const heard of scene.threads) {
      const { ref } = heard.type === 'deleted' ? heard : heard.message;
      expect(ref).toMatchObject({ workspace: TEAM.id, channel, message: '2.1' });
      if (heard.type !== 'deleted') expect(ref).toMatchObject({ thread: '1.1' });
    }
    for (const heard of scene.memberships) {
      expect(heard).toMatchObject({ type: 'channel-deleted', channel });
    }
  });
});

/** Without the type of its event a frame is none that Slack documents: it is left out unacknowledged. */
function hasEventType({ event: inner }: Fields): boolean {
  return typeof inner === 'object' && inner !== null && 'type' in inner;
}

/** The samples that say what they mean: that the app was removed. */
const REMOVAL = /"type":"(app_uninstalled|tokens_revoked)"/;

function samples(): Envelope[] {
  const read = (folder: string) =>
    readdirSync(path.join(SAMPLES.file, folder), { recursive: true, encoding: 'utf8' })
      .filter((name) => name.endsWith('.json'))
      .map((name) => readFileSync(path.join(SAMPLES.file, folder, name), 'utf8'))
      .map((text) => JSON.parse(text) as Fields);
  const backend = read('app-backend').map((payload): Envelope =>
    'command' in payload ? { type: 'slash_commands', payload } : interactive(payload),
  );
  const events = read('events').filter((payload) => !REMOVAL.test(JSON.stringify(payload)));
  return [...backend, ...events.map((payload): Envelope => ({ type: 'events_api', payload }))];
}

describe('a message of the bot’s own', () => {
  it('is known by its user where Slack names no bot', async () => {
    const { channel } = scene.stage;
    const own = { type: 'message', channel, user: BOT.user, text: 'Mine' };
    await scene.stage.emit({ ...own, ts: '2.1', thread_ts: '1.1' });
    const root = { user: BOT.user, ts: '1.1', thread_ts: '1.1' };
    const gone = { type: 'message', subtype: 'message_deleted', channel, deleted_ts: '1.1' };
    await scene.stage.emit({ ...gone, previous_message: root });
    const hers = { type: 'message', channel, user: ann.id, text: 'Hers' };
    await scene.stage.emit({ ...hers, ts: '3.1', thread_ts: '1.1' });
    await expect.poll(() => scene.threads).toHaveLength(1);
    expect(scene.threads).toMatchObject([{ type: 'written', message: { text: 'Hers' } }]);
  });
});

describe('a deletion without what was there before', () => {
  it('names the message, of which no more is told', async () => {
    const { channel } = scene.stage;
    const deleted = { type: 'message', subtype: 'message_deleted', channel, deleted_ts: '2.1' };
    await scene.stage.emit(deleted);
    await expect.poll(() => scene.threads).toHaveLength(1);
    const ref = { workspace: TEAM.id, channel, message: '2.1' };
    expect(scene.threads).toEqual([{ type: 'deleted', platform: 'slack', ref }]);
    expect(scene.memberships).toEqual([]);
  });
});

describe('an edit without what was there before', () => {
  it('counts as one', async () => {
    const { channel } = scene.stage;
    const message = {
      ...{ type: 'message', user: ann.id, text: 'Better', ts: '2.1', thread_ts: '1.1' },
      edited: { user: ann.id, ts: '3.1' },
    };
    await scene.stage.emit({ type: 'message', subtype: 'message_changed', channel, message });
    await expect.poll(() => scene.threads).toHaveLength(1);
    expect(scene.threads).toMatchObject([{ type: 'edited', message: { text: 'Better' } }]);
  });
});

describe('an administrator', () => {
  it.each([
    ['of this workspace may manage', undefined, true],
    ['of another organisation in a shared channel may not', 'T0ELSEWHERE', false],
  ])('%s', async (_, team, mayManage) => {
    const { world } = scene.stage;
    const boss = scene.stage.person('Boss', { manages: true });
    const known = world.users.get(boss.id)!;
    world.users.set(boss.id, { ...known, ...(team !== undefined && { team }) });
    await boss.run('quiz');
    expect(scene.commands).toMatchObject([{ caller: { mayManage } }]);
  });
});
