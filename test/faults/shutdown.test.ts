import { describe, expect, it } from 'vitest';
import type { BotProcess } from '../support/bot-process.ts';
import type { Chunk } from '../support/proxy.ts';
import { type Rig, withRig } from '../support/rig.ts';
import { untilRoundsRest, untilRow } from '../support/settled.ts';
import { wrongs } from '../support/whole-state.ts';

/** What containers are given between SIGTERM and SIGKILL. */
const GRACE_MS = 10_000;

/** Tells it to stop; it has to go by itself, and in time. */
async function stopInTime(bot: BotProcess): Promise<void> {
  const told = performance.now();
  bot.signal('SIGTERM');
  expect(await bot.exit).toEqual({ code: 0, signal: null });
  expect(performance.now() - told).toBeLessThan(GRACE_MS);
}

/** Nothing gets to the database any more, and nothing back, from the first chunk that `matches` on. */
function holdDatabaseAt({ toDatabase }: Rig, matches: (chunk: Chunk) => boolean): Promise<void> {
  return new Promise((resolve) => {
    toDatabase.watch((chunk) => {
      if (matches(chunk)) {
        toDatabase.watch(undefined);
        toDatabase.hold(true);
        resolve();
      }
      return 'pass';
    });
  });
}

describe.concurrent.each(['discord', 'slack'] as const)('a bot told to stop, on %s', (platform) => {
  it(
    'is gone in ten seconds though the platform hangs, and the next one carries on',
    () =>
      withRig(platform, async (rig) => {
        await rig.addTrack();
        const bot = await rig.start();
        rig.toPlatform.hold(true);
        await rig.due();
        await untilRow(
          async () => (await rig.db.selectFrom('deliveries').selectAll().execute())[0],
          () => 'the attempt',
        );
        await stopInTime(bot);
        rig.toPlatform.hold(false);
        await rig.start();
        await untilRoundsRest(rig.db);
        expect(rig.stage.channelMessages()).toHaveLength(1);
        expect(await wrongs(rig.db, rig.stage)).toEqual([]);
      }),
    90_000,
  );

  it('is gone in ten seconds though the database hangs', { timeout: 90_000 }, () =>
    withRig(platform, async (rig) => {
      await rig.addTrack();
      const bot = await rig.start();
      await holdDatabaseAt(rig, ({ bytes }) => bytes.includes('begin'));
      await rig.due();
      await stopInTime(bot);
      rig.toDatabase.hold(false);
      await rig.start();
      await untilRoundsRest(rig.db);
      expect(rig.stage.channelMessages()).toHaveLength(1);
      expect(await wrongs(rig.db, rig.stage)).toEqual([]);
    }),
  );

  it('is gone in ten seconds though it hangs while it starts', { timeout: 90_000 }, () =>
    withRig(platform, async (rig) => {
      const held = holdDatabaseAt(rig, ({ greeting }) => greeting.includes('whetstone-jobs'));
      const starting = rig.launch();
      await held;
      await stopInTime(starting);
      rig.toDatabase.hold(false);
    }),
  );

  it('finishes what it has in hand, and leaves nothing behind', { timeout: 60_000 }, () =>
    withRig(platform, async (rig) => {
      for (let track = 0; track < 5; track++) await rig.addTrack();
      const bot = await rig.start();
      await rig.due();
      await rig.stage.until(() => rig.stage.channelMessages().length === 1, 'the first question');
      bot.signal('SIGTERM');
      expect(await bot.exit).toEqual({ code: 0, signal: null });
      const troubles = bot.logged.filter(({ level }) => level === 'error' || level === 'fatal');
      expect(troubles).toEqual([]);
      await rig.start();
      await untilRoundsRest(rig.db);
      expect(await wrongs(rig.db, rig.stage)).toEqual([]);
    }),
  );
});
