import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { claimDigests } from '../../src/features/digest/claim-digests.ts';
import { saveDigest } from '../../src/features/digest/digests.ts';
import { moveTrack } from '../../src/features/tracks/track-state.ts';
import { type Bot, MONDAY_NINE, startBot } from '../support/bot.ts';
import { testClock } from '../support/clock.ts';
import { answer } from '../support/conversation.ts';
import { REMOTE_STAGES } from '../support/remote-stages.ts';
import { untilAllRests } from '../support/settled.ts';
import type { Seen, Stage } from '../support/stage.ts';
import { wrongs } from '../support/whole-state.ts';

/** Mondays at nine, from the one that the tests begin on. */
const monday = (week: number, hours = 9): Date =>
  new Date(Date.UTC(2026, 10, 23 + 7 * week, hours));

describe.each(REMOTE_STAGES)('the digest of a week on $name', ({ open }) => {
  const clock = testClock(MONDAY_NINE);
  let stage: Stage;
  let one: Bot;
  let other: Bot;
  let trackId: number;

  beforeAll(async () => {
    stage = await open(() => clock.peek());
    one = await startBot(stage, clock);
    other = await startBot(stage, clock, one.database);
    const track = await one.addTrack({ cron: '0 10 * * 1' });
    trackId = track.id;
    await saveDigest(one.runtime.context, track, { every: 'week', minute: 9 * 60 });
  });
  afterAll(async () => {
    await other.leave();
    await one.stop();
    await stage.close();
  });

  const settle = () => untilAllRests(one.runtime.context.db, () => clock.peek());
  const state = () => wrongs(one.runtime.context.db, stage);
  const digests = (): readonly string[] =>
    stage.channelMessages().flatMap(({ text }) => /The past week: (.*) –/.exec(text)?.[1] ?? []);
  const asked = (): Seen | undefined =>
    stage
      .channelMessages()
      .findLast(({ buttons }) => buttons.some((one) => one.label === 'Answer'));

  /** Monday's question, with answers of so many, until the day after. */
  async function play(week: number, answers: number): Promise<void> {
    await one.goTo(monday(week, 10));
    await settle();
    const question = asked();
    if (!question) throw new Error(`no question in week ${week}`);
    for (const name of ['Ann', 'Bob'].slice(0, answers)) {
      await answer(stage.person(name), question, 'An answer.');
    }
    await one.goTo(monday(week, 34));
    await settle();
  }

  it('comes once, though two replicas claim it at the same instant', async () => {
    await play(0, 2);
    await one.goTo(monday(1));
    await Promise.all([one, other].map(({ runtime }) => claimDigests(runtime.context)));
    await settle();
    expect(digests()).toEqual(['23 November']);
    expect(await state()).toEqual([]);
  });

  it('comes once, though the answer to its post is lost, and when its hour is changed then', async () => {
    await play(1, 2);
    await one.goTo(monday(2));
    stage.faults.swallowPostAnswers(1);
    await claimDigests(one.runtime.context);
    await settle();
    const { db } = one.runtime.context;
    const track = await db.selectFrom('tracks').selectAll().executeTakeFirstOrThrow();
    await saveDigest(one.runtime.context, track, { minute: 9 * 60 + 30 });
    clock.advance({ minutes: 30 });
    await claimDigests(one.runtime.context);
    await settle();
    await saveDigest(one.runtime.context, track, { minute: 9 * 60 });
    expect(digests()).toEqual(['23 November', '30 November']);
    expect(await state()).toEqual([]);
  });

  it('that was claimed is posted once by the next process', async () => {
    await play(2, 2);
    await one.goTo(monday(3));
    await claimDigests(one.runtime.context);
    await other.leave();
    other = await startBot(stage, clock, one.database);
    await settle();
    expect(digests()).toEqual(['23 November', '30 November', '7 December']);
    expect(await state()).toEqual([]);
  });

  it('does not come where fewer than two answers were given', async () => {
    await play(3, 1);
    await one.goTo(monday(4));
    await claimDigests(one.runtime.context);
    await settle();
    expect(digests()).toHaveLength(3);
  });

  it('does not come hours late, nor for what was missed in a pause', async () => {
    await play(4, 2);
    await one.goTo(monday(5, 15.5));
    await claimDigests(one.runtime.context);
    await play(5, 2);
    const { db } = one.runtime.context;
    await moveTrack(db, trackId, { type: 'pause', resumesAt: null });
    await one.goTo(monday(6));
    await claimDigests(one.runtime.context);
    await moveTrack(db, trackId, { type: 'resume', nextDueAt: monday(7, 10) });
    await one.goTo(monday(6, 33));
    await claimDigests(one.runtime.context);
    await settle();
    expect(digests()).toHaveLength(3);
    expect(await state()).toEqual([]);
  });
});
