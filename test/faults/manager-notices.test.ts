import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { claimNotices } from '../../src/features/suggestions/notices/claim-notices.ts';
import { type Bot, MONDAY_NINE, startBot } from '../support/bot.ts';
import { testClock } from '../support/clock.ts';
import { REMOTE_STAGES } from '../support/remote-stages.ts';
import { untilAllRests } from '../support/settled.ts';
import type { Person, Stage } from '../support/stage.ts';
import { BEAM, suggest, suggestions } from '../support/suggesting.ts';

describe.each(REMOTE_STAGES)('a notice to a manager on $name', ({ open }) => {
  const clock = testClock(MONDAY_NINE);
  let stage: Stage;
  let one: Bot;
  let other: Bot;
  let mona: Person;
  let notices = 0;

  beforeAll(async () => {
    stage = await open(() => clock.peek());
    one = await startBot(stage, clock);
    other = await startBot(stage, clock, one.database);
    mona = stage.person('Mona', { manages: true });
    await suggestions(mona);
    const { db } = one.runtime.context;
    const { id: managedBy } = await db.selectFrom('members').select('id').executeTakeFirstOrThrow();
    await one.addTrack({ managedBy });
  });
  afterAll(async () => {
    await other.leave();
    await one.stop();
    await stage.close();
  });

  /** Something new, at an hour of its own. */
  async function suggested(question: string): Promise<void> {
    clock.advance({ hours: 2 });
    await suggest(stage.person('Ann'), { ...BEAM, question });
  }

  async function comesOnce(): Promise<void> {
    await untilAllRests(one.runtime.context.db, () => clock.peek());
    notices += 1;
    expect(mona.told()).toHaveLength(notices);
    expect(stage.refusals()).toEqual([]);
  }

  it('comes once, though two replicas claim it at the same instant', async () => {
    await suggested('What is label smoothing for?');
    await Promise.all([one, other].map(({ runtime }) => claimNotices(runtime.context)));
    await comesOnce();
  });

  it('comes once, though the answer to its post is lost', async () => {
    await suggested('How does gradient clipping choose its threshold?');
    stage.faults.swallowPostAnswers(1);
    await claimNotices(one.runtime.context);
    await comesOnce();
  });

  it('that was claimed is written once by the next process', async () => {
    await suggested('What does a warm-up of the learning rate avoid?');
    await claimNotices(one.runtime.context);
    await other.leave();
    other = await startBot(stage, clock, one.database);
    await claimNotices(other.runtime.context);
    await comesOnce();
  });
});
