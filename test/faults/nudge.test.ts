import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { claimNudges } from '../../src/features/nudge/claim-nudges.ts';
import { saveNudge } from '../../src/features/nudge/nudges.ts';
import { moveTrack } from '../../src/features/tracks/track-state.ts';
import { type Bot, MONDAY_NINE, startBot } from '../support/bot.ts';
import { testClock } from '../support/clock.ts';
import { botSaid, closed, deadlineOf, dueAt } from '../support/conversation.ts';
import { REMOTE_STAGES } from '../support/remote-stages.ts';
import { untilAllRests } from '../support/settled.ts';
import type { Seen, Stage } from '../support/stage.ts';
import { wrongs } from '../support/whole-state.ts';

const TWO_HOURS = 7200;

describe.each(REMOTE_STAGES)('a nudge before the deadline on $name', ({ open }) => {
  const clock = testClock(MONDAY_NINE);
  let stage: Stage;
  let one: Bot;
  let other: Bot;
  let trackId: number;

  beforeAll(async () => {
    stage = await open(() => clock.peek());
    one = await startBot(stage, clock);
    other = await startBot(stage, clock, one.database);
    trackId = (await one.addTrack({ cron: '0 10 * * *' })).id;
    await saveNudge(one.runtime.context.db, { trackId, beforeSeconds: TWO_HOURS });
  });
  afterAll(async () => {
    await other.leave();
    await one.stop();
    await stage.close();
  });

  const settle = () => untilAllRests(one.runtime.context.db, () => clock.peek());
  const state = () => wrongs(one.runtime.context.db, stage);
  const nudges = (question: Seen): readonly Seen[] =>
    botSaid(stage, question).filter(({ text }) => text.includes('This round closes'));
  const ask = async (round: number): Promise<Seen> => {
    await one.goTo(dueAt(round));
    return one.question(round);
  };
  const minutesBefore = (round: number, minutes: number) =>
    one.goTo(new Date(deadlineOf(round).getTime() - minutes * 60_000));
  const end = async (round: number, question: Seen): Promise<void> => {
    await one.goTo(deadlineOf(round));
    await closed(stage, question);
    await settle();
  };

  it('comes once, though two replicas claim it at the same instant', async () => {
    const question = await ask(1);
    await minutesBefore(1, 120);
    await Promise.all([one, other].map(({ runtime }) => claimNudges(runtime.context)));
    await settle();
    expect(nudges(question)).toHaveLength(1);
    expect(await state()).toEqual([]);
    await end(1, question);
  });

  it('comes once, though the answer to its post is lost', async () => {
    const question = await ask(2);
    await minutesBefore(2, 119);
    stage.faults.swallowPostAnswers(1);
    await claimNudges(one.runtime.context);
    await settle();
    expect(nudges(question)).toHaveLength(1);
    expect(await state()).toEqual([]);
    await end(2, question);
  });

  it('does not come where most of its time went by while nobody worked', async () => {
    const question = await ask(3);
    await minutesBefore(3, 60);
    await claimNudges(one.runtime.context);
    await settle();
    expect(nudges(question)).toEqual([]);
    await end(3, question);
  });

  it('comes once for what is open when its track is paused, and not after the deadline', async () => {
    const question = await ask(4);
    const { context } = one.runtime;
    await moveTrack(context.db, trackId, { type: 'pause', resumesAt: null });
    await minutesBefore(4, 120);
    await claimNudges(context);
    await settle();
    expect(nudges(question)).toHaveLength(1);
    await end(4, question);
    await claimNudges(context);
    await one.goTo(dueAt(8));
    await claimNudges(context);
    await moveTrack(context.db, trackId, { type: 'resume', nextDueAt: dueAt(9) });
    await one.goTo(dueAt(9));
    await claimNudges(context);
    await settle();
    expect(nudges(question)).toHaveLength(1);
    expect(await state()).toEqual([]);
  });

  it('that was claimed is posted once by the next process', async () => {
    const [newest] = stage.channelMessages().slice(-1);
    await one.goTo(new Date(deadlineOf(9).getTime() - TWO_HOURS * 1000));
    await claimNudges(one.runtime.context);
    await other.leave();
    other = await startBot(stage, clock, one.database);
    await settle();
    expect(newest && nudges(newest)).toHaveLength(1);
    expect(await state()).toEqual([]);
  });
});
