import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Place } from '../../../src/chat/place.ts';
import { PlatformError, type PlatformFault } from '../../../src/chat/platform.ts';
import { trackById } from '../../../src/db/tracks.ts';
import { revealRound } from '../../../src/features/reveals/reveal-round.ts';
import { watchRounds } from '../../../src/features/rounds/watch-rounds.ts';
import { alertManagers } from '../../../src/features/suspension/alert-managers.ts';
import { onMembershipEvent } from '../../../src/features/suspension/on-membership-event.ts';
import { resumeSuspendedTracks } from '../../../src/features/suspension/resume-suspended-tracks.ts';
import { resumeTrack } from '../../../src/features/suspension/resume-track.ts';
import { pauseTrack } from '../../../src/features/track-admin/pause-track.ts';
import type { SuspensionAlert } from '../../../src/features/tracks/suspend-track.ts';
import { type QuietPlatform, quietPlatform } from '../../support/quiet-platform.ts';
import { openScene, type Scene } from '../scene.ts';

const WHERE = { platform: 'discord', workspace: 'w1' } as const;

let platform: QuietPlatform;
let scene: Scene;
beforeEach(async () => {
  platform = quietPlatform('discord');
  scene = await openScene(platform);
});
afterEach(() => scene.close());

describe('a refusal that the platform’s own check knows nothing of', () => {
  it.each([
    { permission: undefined, reason: 'refused', told: 'no permission is missing' },
    { permission: 'chat:write', reason: 'refused: chat:write', told: '“chat:write”' },
  ])('stops the track ($reason), is told once, and waits for a person', async (given) => {
    const round = await scene.ask();
    const { permission } = given;
    refusePosts({ code: 'forbidden', ...(permission && { permission }) }, ({ thread }) => !!thread);
    await scene.reveal(round);
    for (let minutes = 0; minutes < 30; minutes += 5) {
      await work();
      scene.world.clock.advance({ minutes: 5 });
      await resumeSuspendedTracks(scene.world.context);
    }
    expect(await track()).toMatchObject({ status: 'suspended', suspendedReason: given.reason });
    expect(notices()).toEqual([expect.stringContaining(given.told)]);
  });

  it('of a channel that is said to be gone is no different', async () => {
    const round = await scene.ask();
    refusePosts({ code: 'channel-gone' }, ({ thread }) => !!thread);
    await scene.reveal(round);
    await resumeSuspendedTracks(scene.world.context);
    expect(await track()).toMatchObject({ status: 'suspended', suspendedReason: 'refused' });
  });
});

describe('a track that was paused', () => {
  it('is paused again when the bot is invited again, until a person resumes it', async () => {
    const { context } = scene.world;
    await pauseTrack(context, { trackId: scene.track.id });
    await onMembershipEvent(context, { ...WHERE, type: 'workspace-left' });
    expect(await track()).toMatchObject({ status: 'suspended' });
    await onMembershipEvent(context, { ...WHERE, type: 'workspace-joined', name: 'W' });
    expect(await track()).toMatchObject({
      status: 'paused',
      suspendedReason: null,
      nextDueAt: null,
    });
    await resumeTrack(context, scene.track.id);
    expect(await track()).toMatchObject({ status: 'active' });
  });

  it('is paused again when its permission is granted again, and what it owed is done', async () => {
    const round = await scene.ask();
    await pauseTrack(scene.world.context, { trackId: scene.track.id });
    platform.fail({ code: 'forbidden' });
    platform.lack('Send Messages');
    await scene.reveal(round);
    expect(await track()).toMatchObject({ status: 'suspended' });
    platform.fail(undefined);
    platform.lack();
    await resumeSuspendedTracks(scene.world.context);
    expect(await track()).toMatchObject({ status: 'paused', nextDueAt: null });
    await work();
    expect(platform.posts.map(({ text }) => text)).toContainEqual(
      expect.stringContaining('Answer to question 1'),
    );
  });

  it('goes on when a person resumes it while it stands still', async () => {
    const { context } = scene.world;
    await pauseTrack(context, { trackId: scene.track.id });
    await onMembershipEvent(context, { ...WHERE, type: 'channel-deleted', channel: 'c1' });
    await resumeTrack(context, scene.track.id);
    expect(await track()).toMatchObject({ status: 'active', nextDueAt: expect.any(Date) as Date });
  });
});

const track = () => trackById(scene.world.context.db, scene.track.id);

const notices = () =>
  platform.posts.map(({ text }) => text).filter((text) => text.includes('have stopped'));

function refusePosts(fault: PlatformFault, where: (place: Place) => boolean): void {
  const post = platform.post.bind(platform);
  platform.post = (place, ...rest) =>
    where(place)
      ? Promise.reject(new PlatformError(fault, 'as the test asked'))
      : post(place, ...rest);
}

/** Does what waits in the queue. */
async function work(): Promise<void> {
  const { context } = scene.world;
  await watchRounds(context);
  for (const { name, data } of await scene.world.takeJobs()) {
    if (name === 'reveal' && 'roundId' in data) await revealRound(context, Number(data.roundId));
    if (name === 'alert') await alertManagers(context, data as SuspensionAlert);
  }
}
