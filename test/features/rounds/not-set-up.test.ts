import { afterEach, beforeEach, expect, it } from 'vitest';
import { updateTrack } from '../../../src/db/tracks.ts';
import { watchRounds } from '../../../src/features/rounds/watch-rounds.ts';
import { quietPlatform } from '../../support/quiet-platform.ts';
import { openScene, type Scene } from '../scene.ts';

let scene: Scene;

beforeEach(async () => {
  scene = await openScene(quietPlatform('slack'));
});
afterEach(() => scene.close());

it('a track whose platform this process has not set up claims no round, and waits for one that has', async () => {
  const { context, clock } = scene.world;
  const { db } = context;
  // The scene's track is on Discord.
  await updateTrack(db, scene.track.id, { nextDueAt: clock.peek() });
  const rounds = () => db.selectFrom('rounds').select(['number', 'status']).execute();
  await watchRounds(context);
  clock.advance({ days: 3 });
  await watchRounds(context);
  expect(await rounds()).toEqual([]);
  expect(await scene.world.waitingJobs()).toEqual([]);
  const platforms = new Map([['discord', quietPlatform()]] as const);
  await watchRounds({ ...context, platforms });
  expect(await rounds()).toEqual([{ number: 1, status: 'claimed' }]);
});
