import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { PlatformError } from '../../../src/chat/platform.ts';
import { roundById } from '../../../src/db/rounds.ts';
import { revealRound } from '../../../src/features/reveals/reveal-round.ts';
import { watchRounds } from '../../../src/features/rounds/watch-rounds.ts';
import { Postponed } from '../../../src/jobs/queue.ts';
import { type QuietPlatform, quietPlatform } from '../../support/quiet-platform.ts';
import { openScene, type Scene } from '../scene.ts';

let platform: QuietPlatform;
let scene: Scene;
beforeEach(async () => {
  platform = quietPlatform('discord');
  scene = await openScene(platform);
});
afterEach(() => scene.close());

describe('a reveal that is due while the platform is busy', () => {
  it('comes when the platform said', async () => {
    const reveal = await due();
    platform.fail({ code: 'busy', retryAfter: 7_000 });
    await expect(reveal()).rejects.toMatchObject({ name: 'Postponed', seconds: 7 });
  });

  it('fails where it did not say, so that the queue tries it later each time', async () => {
    const reveal = await due();
    platform.fail({ code: 'busy' });
    await expect(reveal()).rejects.toBeInstanceOf(PlatformError);
    await expect(reveal()).rejects.not.toBeInstanceOf(Postponed);
  });
});

async function due(): Promise<() => Promise<void>> {
  const { context, clock } = scene.world;
  const { id } = await scene.ask();
  clock.advance({ hours: 9 });
  await watchRounds(context);
  expect(await roundById(context.db, id)).toMatchObject({ status: 'closed' });
  return () => revealRound(context, id);
}
