import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { claimMemberNudges } from '../../src/features/nudge/claim-member-nudges.ts';
import { moveTrack } from '../../src/features/tracks/track-state.ts';
import { button, messageOf } from '../support/answered.ts';
import { type Bot, MONDAY_NINE, startBot } from '../support/bot.ts';
import { testClock } from '../support/clock.ts';
import { answer, closed, deadlineOf, dueAt } from '../support/conversation.ts';
import { REMOTE_STAGES } from '../support/remote-stages.ts';
import { untilAllRests } from '../support/settled.ts';
import type { Person, Stage } from '../support/stage.ts';

describe.each(REMOTE_STAGES)('a private nudge before the deadline on $name', ({ open }) => {
  const clock = testClock(MONDAY_NINE);
  let stage: Stage;
  let one: Bot;
  let other: Bot;
  let ann: Person;
  let trackId: number;

  beforeAll(async () => {
    stage = await open(() => clock.peek());
    one = await startBot(stage, clock);
    other = await startBot(stage, clock, one.database);
    ann = stage.person('Ann');
    trackId = (await one.addTrack({ cron: '0 10 * * *' })).id;
    await one.goTo(dueAt(1));
    await answer(ann, await one.question(1), 'An answer.');
    const streak = messageOf(await ann.run('streak'));
    await ann.press(button(streak, 'Tell me before a deadline'));
    await end(1);
  });
  afterAll(async () => {
    await other.leave();
    await one.stop();
    await stage.close();
  });

  const settle = () => untilAllRests(one.runtime.context.db, () => clock.peek());
  const claim = async (): Promise<void> => {
    await claimMemberNudges(one.runtime.context);
    await settle();
  };
  const nudges = (round: number): number =>
    ann.told().filter(({ text }) => text.includes(`Question ${round} closes`)).length;
  const minutesBefore = (round: number, minutes: number) =>
    one.goTo(new Date(deadlineOf(round).getTime() - minutes * 60_000));
  const ask = async (round: number): Promise<void> => {
    await one.goTo(dueAt(round));
    await one.question(round);
  };
  const end = async (round: number): Promise<void> => {
    const question = await one.question(round);
    await one.goTo(deadlineOf(round));
    await closed(stage, question);
    await settle();
  };

  it('comes once, though two replicas claim it at the same instant', async () => {
    await ask(2);
    await minutesBefore(2, 120);
    await Promise.all([one, other].map(({ runtime }) => claimMemberNudges(runtime.context)));
    await settle();
    expect(nudges(2)).toBe(1);
    await end(2);
  });

  it('comes once, though the answer to its post is lost', async () => {
    await ask(3);
    await minutesBefore(3, 119);
    stage.faults.swallowPostAnswers(1);
    await claimMemberNudges(one.runtime.context);
    await settle();
    expect(nudges(3)).toBe(1);
    await end(3);
  });

  it('does not come late, nor for a round that ended while nobody worked', async () => {
    await ask(4);
    await minutesBefore(4, 59);
    await claim();
    await end(4);
    await claim();
    expect(nudges(4)).toBe(0);
  });

  it('comes once for what is open when its track is paused, and for nothing that the pause spared', async () => {
    await ask(5);
    await moveTrack(one.runtime.context.db, trackId, { type: 'pause', resumesAt: null });
    await minutesBefore(5, 120);
    await claim();
    expect(nudges(5)).toBe(1);
    await end(5);
    await one.goTo(dueAt(8));
    await claim();
    await moveTrack(one.runtime.context.db, trackId, { type: 'resume', nextDueAt: dueAt(9) });
    await claim();
    const told = ann.told().filter(({ text }) => text.includes('closes'));
    expect(told).toHaveLength(nudges(2) + nudges(3) + nudges(5));
  });

  it('that was claimed is written once by the next process', async () => {
    await one.goTo(dueAt(9));
    await one.question(6);
    await minutesBefore(9, 110);
    await claimMemberNudges(one.runtime.context);
    await other.leave();
    other = await startBot(stage, clock, one.database);
    await settle();
    expect(nudges(6)).toBe(1);
    expect(stage.refusals()).toEqual([]);
  });
});
