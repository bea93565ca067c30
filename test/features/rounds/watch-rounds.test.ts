import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Round, Track } from '../../../src/db/tables.ts';
import { watchRounds } from '../../../src/features/rounds/watch-rounds.ts';
import { quietPlatform } from '../../support/quiet-platform.ts';
import { openScene, type Scene } from '../scene.ts';

let scene: Scene;
beforeAll(async () => void (scene = await openScene(quietPlatform('discord'))));
afterAll(() => scene.close());

const secondsAfter = (at: Date | null, seconds: number): Date =>
  new Date((at?.getTime() ?? NaN) + seconds * 1000);

const statusOf = async ({ id }: Round): Promise<string | undefined> =>
  (
    await scene.world.context.db
      .selectFrom('rounds')
      .select('status')
      .where('id', '=', id)
      .executeTakeFirst()
  )?.status;

it('says how long it is to the next deadline that comes before long, and closes the round then', async () => {
  const { context, clock } = scene.world;
  const round = await scene.ask();
  clock.set(secondsAfter(round.closesAt, -60));
  expect(await watchRounds(context)).toBeUndefined();
  clock.set(secondsAfter(round.closesAt, -2.5));
  expect(await watchRounds(context)).toBe(2_500);
  expect(await statusOf(round)).toBe('open');
  clock.set(secondsAfter(round.closesAt, 0));
  expect(await watchRounds(context)).toBeUndefined();
  expect(await statusOf(round)).toBe('closed');
});

it('says how long it is to the next question and to the end of a pause, whichever comes first', async () => {
  const { world, track } = scene;
  const { context, clock } = world;
  const now = clock.peek();
  const change = (to: Partial<Track>) =>
    context.db.updateTable('tracks').set(to).where('id', '=', track.id).execute();
  await change({ nextDueAt: secondsAfter(now, 4) });
  expect(await watchRounds(context)).toBe(4_000);
  await change({ status: 'paused', resumesAt: secondsAfter(now, 3) });
  expect(await watchRounds(context)).toBe(3_000);
});
