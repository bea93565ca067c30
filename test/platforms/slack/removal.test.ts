import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { BOT, BOT_TOKEN } from '../../support/slack/world.ts';
import { openScene, type Scene } from './support.ts';

describe('a token that is said to be revoked', () => {
  let scene: Scene;
  beforeEach(async () => {
    scene = await openScene();
    scene.memberships.length = 0;
  });
  afterEach(() => scene.end());

  const revoked = (tokens: object) => scene.stage.emit({ type: 'tokens_revoked', tokens });
  /** What comes after it has been taken, so that has been, too. */
  const settled = async () => {
    await scene.stage.emit({ type: 'channel_left', channel: 'C0LAST' });
    await expect.poll(() => scene.memberships.at(-1)).toMatchObject({ channel: 'C0LAST' });
  };

  it.each([
    ['that of a person', { oauth: ['U0SOMEONE'], bot: [] }],
    ['that of a person, and no bot is named', { oauth: ['U0SOMEONE'] }],
    ['that of another bot', { oauth: [], bot: ['U0OTHERBOT'] }],
  ])('ends nothing where it is %s', async (_, tokens) => {
    scene.stage.world.tokenFaults.set(BOT_TOKEN, 'account_inactive');
    await revoked(tokens);
    await settled();
    expect(scene.memberships).toHaveLength(1);
    expect(scene.platform.state()).toEqual({ status: 'ready' });
  });

  it('ends nothing where Slack still takes it', async () => {
    await revoked({ oauth: [], bot: [BOT.user] });
    await scene.stage.emit({ type: 'app_uninstalled' });
    await settled();
    expect(scene.memberships).toHaveLength(1);
    expect(scene.platform.state()).toEqual({ status: 'ready' });
  });

  it('is a removal where Slack refuses it, told once, and taken back when Slack takes it again', async () => {
    const { stage, platform, memberships } = scene;
    stage.faults.removeBot();
    await expect.poll(() => memberships).toMatchObject([{ type: 'workspace-left' }]);
    expect(platform.state()).toMatchObject({ status: 'down' });
    stage.world.tokenFaults.clear();
    await expect.poll(() => platform.state(), { timeout: 10_000 }).toEqual({ status: 'ready' });
    await expect.poll(() => memberships.at(-1)?.type).toBe('workspace-joined');
    expect(memberships.map(({ type }) => type)).toEqual(['workspace-left', 'workspace-joined']);
  });
});
