import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type Bot, MONDAY_NINE, startBot } from '../support/bot.ts';
import { type TestClock, testClock } from '../support/clock.ts';
import {
  answer,
  DAILY,
  deadlineOf,
  dueAt,
  instant,
  revealText,
  said,
} from '../support/conversation.ts';
import { REMOTE_STAGES } from '../support/remote-stages.ts';
import { untilRoundsRest } from '../support/settled.ts';
import type { Person, Seen, Stage } from '../support/stage.ts';
import { wrongs } from '../support/whole-state.ts';

const MINUTE = 60_000;

describe.each(REMOTE_STAGES)('a round on $name that falls into an outage', ({ open }) => {
  let clock: TestClock;
  let stage: Stage;
  let bot: Bot;
  let ann: Person;
  let bob: Person;

  beforeEach(async () => {
    clock = testClock(MONDAY_NINE);
    stage = await open(() => clock.peek());
    bot = await startBot(stage, clock);
    [ann, bob] = [stage.person('Ann'), stage.person('Bob')];
    await bot.addTrack(DAILY);
    for (const round of [1, 2]) {
      const question = await ask(round);
      await answer(ann, question, 'An answer.');
      await answer(bob, question, 'Another.');
      await bot.goTo(deadlineOf(round));
      await rest();
    }
  });

  afterEach(async () => {
    await bot.stop();
    await stage.close();
  });

  const rest = () => untilRoundsRest(bot.runtime.context.db, () => clock.peek());

  async function ask(round: number): Promise<Seen> {
    await bot.goTo(dueAt(round));
    return bot.question(round);
  }

  /** The process ends, and another begins at this instant. */
  async function awayUntil(instant: Date): Promise<void> {
    await bot.leave();
    clock.set(instant);
    bot = await startBot(stage, clock, bot.database);
    await bot.runtime.tick();
    await rest();
  }

  const after = (instant: Date, minutes: number): Date =>
    new Date(instant.getTime() + minutes * MINUTE);

  it('breaks nobody’s streak, and still counts for those who answered', async () => {
    const question = await ask(3);
    await answer(bob, question, 'In good time.');
    await awayUntil(after(deadlineOf(3), 20));
    expect(revealText(stage, question)).toContain(
      'Whetstone could not be reached for part of this',
    );
    const hers = await said(ann, 'streak');
    expect(hers).toMatch(/Current\n?:? ?2 rounds/);
    expect(hers).toContain('🟩🟩➖');
    const why = await said(ann, 'streak', { show: 'why' });
    expect(why).toContain('Round 3: not counted, since an outage kept people from answering.');
    expect(why).toContain(
      `It lasted: ${instant(stage, dueAt(3))} – ${instant(stage, after(deadlineOf(3), 20))}.`,
    );
    expect(await said(bob, 'streak')).toMatch(/Current\n?:? ?3 rounds/);
    expect(await wrongs(bot.runtime.context.db, stage)).toEqual([]);
  });

  it('is like any other where the outage was short and left time to answer', async () => {
    const question = await ask(3);
    await awayUntil(after(dueAt(3), 90));
    await bot.goTo(deadlineOf(3));
    await rest();
    expect(revealText(stage, question)).not.toContain('could not be reached');
    const hers = await said(ann, 'streak');
    expect(hers).toMatch(/Current\n?:? ?0 rounds/);
    expect(hers).toContain('🟩🟩⬜');
  });

  it('breaks none where the platform could not be reached when it ended', async () => {
    const question = await ask(3);
    const platform = bot.runtime.context.platforms.get(stage.name);
    await platform?.stop();
    clock.set(after(deadlineOf(3), 1));
    await bot.runtime.tick();
    await rest();
    expect(revealText(stage, question)).toContain('could not be reached');
  });
});
