import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Round, Track } from '../../../src/db/tables.ts';
import type { Context } from '../../../src/delivery/context.ts';
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

/** Returns in how many ms it asks to look again. */
async function look(context: Context): Promise<number | undefined> {
  const asked: (number | undefined)[] = [];
  await watchRounds(context, (ms) => void asked.push(ms));
  expect(asked).toHaveLength(1);
  return asked[0];
}

it('says how long it is to the next deadline that comes before long, and closes the round then', async () => {
  const { context, clock } = scene.world;
  const round = await scene.ask();
  clock.set(secondsAfter(round.closesAt, -60));
  expect(await look(context)).toBeUndefined();
  clock.set(secondsAfter(round.closesAt, -2.5));
  expect(await look(context)).toBe(2_500);
  expect(await statusOf(round)).toBe('open');
  clock.set(secondsAfter(round.closesAt, 0));
  expect(await look(context)).toBeUndefined();
  expect(await statusOf(round)).toBe('closed');
});

it('asks to look again also where what is due meets a fault', async () => {
  const { world, track } = scene;
  const { context, clock } = world;
  const round = await scene.ask();
  clock.set(secondsAfter(round.closesAt, 0));
  const nextDueAt = secondsAfter(round.closesAt, 4);
  await context.db.updateTable('tracks').set({ nextDueAt }).where('id', '=', track.id).execute();
  const now = () => Promise.reject(new Error('a fault'));
  const failing = { ...context, clock: { instant: () => clock.instant(), now } };
  const asked: unknown[] = [];
  await expect(watchRounds(failing, (ms) => asked.push(ms))).rejects.toThrow('a fault');
  expect(asked).toEqual([4_000]);
});

it('says how long it is to the next question and to the end of a pause, whichever comes first', async () => {
  const { world, track } = scene;
  const { context, clock } = world;
  const now = clock.peek();
  const change = (to: Partial<Track>) =>
    context.db.updateTable('tracks').set(to).where('id', '=', track.id).execute();
  await change({ nextDueAt: secondsAfter(now, 4) });
  expect(await look(context)).toBe(4_000);
  await change({ status: 'paused', resumesAt: secondsAfter(now, 3) });
  expect(await look(context)).toBe(3_000);
});
