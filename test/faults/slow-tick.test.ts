import { sql } from 'kysely';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { connect } from '../../src/db/connect.ts';
import { type Bot, MONDAY_NINE, startBot } from '../support/bot.ts';
import { type TestClock, testClock } from '../support/clock.ts';
import { untilRow } from '../support/settled.ts';
import { openSlackStage } from '../support/slack/stage.ts';
import type { Stage } from '../support/stage.ts';

let clock: TestClock;
let stage: Stage;
let bot: Bot;

beforeEach(async () => {
  clock = testClock(MONDAY_NINE);
  stage = await openSlackStage({ now: () => clock.peek() });
  bot = await startBot(stage, clock);
});

afterEach(async () => {
  await bot.stop();
  await stage.close();
});

async function isSeenNow(): Promise<boolean> {
  const query = bot.runtime.context.db.selectFrom('presences').select('seenAt');
  const row = await query.executeTakeFirst();
  return row?.seenAt.getTime() === clock.peek().getTime();
}

/** Runs while no round and no track can be locked, as when there is much to close. */
async function whileTicksAreStuck(work: () => Promise<void>): Promise<void> {
  const { db, close } = connect(bot.database.url, { onError: () => undefined });
  await db.transaction().execute(async (tx) => {
    await sql`lock table rounds, tracks in exclusive mode`.execute(tx);
    await work();
  });
  await close();
}

it('a tick that takes minutes is no outage while the bot is connected', async () => {
  await whileTicksAreStuck(async () => {
    for (let times = 0; times < 3; times++) {
      clock.advance({ seconds: 50 });
      await untilRow(isSeenNow, () => Promise.resolve('the last presence is older'), 20_000);
    }
  });
  expect(await bot.runtime.context.db.selectFrom('outages').selectAll().execute()).toEqual([]);
}, 90_000);
