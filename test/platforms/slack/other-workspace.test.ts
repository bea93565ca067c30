import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { renderForm } from '../../../src/platforms/slack/form.ts';
import type { View } from '../../support/slack/block-kit.ts';
import type { Envelope } from '../../support/slack/delivery.ts';
import { answered, beginGesture } from '../../support/slack/gestures.ts';
import { event, slashCommand, viewSubmission } from '../../support/slack/payloads.ts';
import { BOT, TEAM } from '../../support/slack/world.ts';
import { fixedClock, openScene, reply, type Scene } from './support.ts';

const OTHER = 'T0ELSEWHERE';
const eve = { id: 'U0EVE', name: 'Eve', manages: true, locale: 'en-US', timezone: 'UTC' };

const ASKED = {
  action: { name: 'answer', args: ['7'] },
  title: 'Answer',
  submit: 'Send',
  fields: [],
};
const VIEW = renderForm(ASKED, { channel: 'C0EVE', member: eve.id }) as View;

const authorization = (change: object) => ({
  ...{ enterprise_id: null, team_id: TEAM.id, user_id: BOT.user, is_bot: true },
  ...{ is_enterprise_install: false, ...change },
});

describe.each(['socket', 'http'] as const)(
  'what comes from another workspace by %s',
  (transport) => {
    const clock = fixedClock();
    let scene: Scene;
    beforeEach(async () => {
      const script = { command: () => reply('Hello'), form: () => reply('Saved') };
      scene = await openScene(script, { transport, now: clock.now });
      scene.memberships.length = 0;
    });
    afterEach(() => scene.end());

    const send = (envelope: Envelope, change: object) =>
      scene.stage[transport].deliver({
        ...envelope,
        payload: { ...envelope.payload, ...change },
      });

    const happens = (inner: Readonly<Record<string, unknown>>, change: object) =>
      send(event(scene.stage.world, inner), change);

    it('is no news of ours: its channels, its removal of the app', async () => {
      const { channel } = scene.stage;
      const elsewhere = { team_id: OTHER, authorizations: [authorization({ team_id: OTHER })] };
      await happens({ type: 'channel_left', channel }, elsewhere);
      await happens(
        { type: 'tokens_revoked', tokens: { bot: ['U1'] } },
        { ...elsewhere, authorizations: [] },
      );
      await happens({ type: 'app_uninstalled' }, { team_id: OTHER, authorizations: undefined });
      // What comes after it has been taken, so that has been, too.
      await happens({ type: 'channel_left', channel: 'C0OURS' }, {});
      await expect.poll(() => scene.memberships).toHaveLength(1);
      expect(scene.memberships).toMatchObject([{ type: 'channel-deleted', channel: 'C0OURS' }]);
      expect(scene.platform.state()).toEqual({ status: 'ready' });
    });

    it('is no command for us, and whoever typed it is told so', async () => {
      const { world, server } = scene.stage;
      const { gesture, answerable } = beginGesture(world, server.origin, eve.id, 'C0EVE');
      const typed = slashCommand(eve, { id: 'C0EVE', name: 'eve' }, '/quiz', '', answerable);
      await send(typed, { team_id: OTHER, team_domain: 'elsewhere' });
      await expect
        .poll(() => answered(world, gesture))
        .toMatchObject({
          message: { text: expect.stringContaining('another Slack workspace') as string },
        });
      expect(scene.commands).toEqual([]);
    });

    it('is ours where our app is in a channel that two workspaces share', async () => {
      const ours = {
        team_id: OTHER,
        authorizations: [authorization({})],
        is_ext_shared_channel: true,
      };
      const { channel } = scene.stage;
      await happens({ type: 'channel_left', channel }, ours);
      await expect.poll(() => scene.memberships).toHaveLength(1);
      const form = viewSubmission(eve, 'V0SHARED', VIEW, {}, 't');
      await send(form, { team: { id: OTHER, domain: 'elsewhere' } });
      await expect.poll(() => scene.forms).toHaveLength(1);
    });

    it('is ours where a whole organisation has installed the app', async () => {
      const { channel } = scene.stage;
      const wide = authorization({ team_id: OTHER, is_enterprise_install: true });
      await happens({ type: 'channel_left', channel }, { team_id: OTHER, authorizations: [wide] });
      await expect.poll(() => scene.memberships).toHaveLength(1);
    });

    it('is no form of ours that was opened by the app as another workspace has it', async () => {
      const form = viewSubmission(eve, 'V0EVE', VIEW, {}, 't');
      const view = { ...(form.payload['view'] as object), app_installed_team_id: OTHER };
      await send(form, { view });
      await send(viewSubmission(eve, 'V0OURS', VIEW, {}, 't'), {});
      await expect.poll(() => scene.forms).toHaveLength(1);
      expect(scene.forms).toMatchObject([{ submission: 'V0OURS' }]);
    });
  },
);
