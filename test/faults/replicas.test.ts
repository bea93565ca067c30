import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { inTransaction } from '../../src/delivery/in-transaction.ts';
import { askRound } from '../../src/features/rounds/ask-round.ts';
import { claimRound } from '../../src/features/rounds/claim-round.ts';
import { Postponed } from '../../src/jobs/queue.ts';
import { untilStanding } from '../support/answers.ts';
import { type Bot, MONDAY_NINE, startBot } from '../support/bot.ts';
import { testClock } from '../support/clock.ts';
import { answer, deadlineOf, dueAt } from '../support/conversation.ts';
import { REMOTE_STAGES } from '../support/remote-stages.ts';
import { untilRoundsRest } from '../support/settled.ts';
import type { Seen, Stage } from '../support/stage.ts';
import { wrongs } from '../support/whole-state.ts';

const CHANNELS = 12;

describe.each(REMOTE_STAGES)('two replicas on one database and one workspace of $name', (its) => {
  const clock = testClock(MONDAY_NINE);
  let stage: Stage;
  let [one, other]: [Bot?, Bot?] = [];
  const channels: string[] = [];
  const { open } = its;

  beforeAll(async () => {
    stage = await open(() => clock.peek());
    one = await startBot(stage, clock);
    other = await startBot(stage, clock, one.database);
    for (let number = 1; number <= CHANNELS; number++) {
      channels.push(stage.addChannel(`team-${number}`));
      await one.addTrack({ channel: channels.at(-1)!, cron: '0 10 * * *' });
    }
  });

  afterAll(async () => {
    await other?.leave();
    await one?.stop();
    await stage.close();
  });

  const settle = () => untilRoundsRest(one!.runtime.context.db, () => clock.peek());
  const state = () => wrongs(one!.runtime.context.db, stage);
  const questions = (): readonly Seen[] =>
    channels.flatMap((channel) => stage.channelMessages(channel));

  it('claim at the same instant, and each channel gets its question once', async () => {
    clock.set(dueAt(1));
    await Promise.all([one!.runtime.tick(), other!.runtime.tick()]);
    await settle();
    expect(questions()).toHaveLength(CHANNELS);
    expect(await state()).toEqual([]);
  });

  it('take answers side by side, each once, whichever of them hears it', async () => {
    const people = Array.from({ length: 6 }, (_, i) => stage.person(`Member ${i}`));
    const [question] = questions();
    const told = await Promise.all(people.map((each) => answer(each, question!, each.name)));
    expect(told.every(({ text }) => text.includes('Your answer is saved.'))).toBe(true);
    await Promise.all(people.map((each) => each.reply(question!, `${each.name}, again`)));
    await untilStanding(
      one!,
      people.map(({ name }) => [name, `${name}, again`]),
    );
    expect(await state()).toEqual([]);
  });

  it('close at the same instant, and each thread gets its reveal once', async () => {
    clock.set(deadlineOf(1));
    await Promise.all([one!.runtime.tick(), other!.runtime.tick()]);
    await settle();
    const reveals = questions().map((question) =>
      stage.threadMessages(question).filter(({ text }) => text.includes('Answer to question 1')),
    );
    expect(reveals.map((posts) => posts.length)).toEqual(channels.map(() => 1));
    expect(await state()).toEqual([]);
  });

  it('work on a round one at a time, though both begin at the same moment', async () => {
    clock.set(dueAt(2));
    const rounds = await claimQuietly();
    const bothAsk = (id: number) =>
      [one!, other!].map(({ runtime }) => askRound(runtime.context, id));
    const outcomes = await Promise.allSettled(rounds.flatMap(bothAsk));
    const turnedAway = outcomes.filter(({ status }) => status === 'rejected');
    expect(turnedAway).toEqual(
      turnedAway.map(() => ({ status: 'rejected', reason: expect.any(Postponed) as unknown })),
    );
    expect(questions()).toHaveLength(2 * CHANNELS);
    expect(await state()).toEqual([]);
  });

  /** Claims a round for every track, and gives nobody the job to ask it. */
  async function claimQuietly(): Promise<readonly number[]> {
    const { context } = one!.runtime;
    const quiet = { ...context, enqueue: () => Promise.resolve() };
    const ids: number[] = [];
    for (const track of await context.db.selectFrom('tracks').selectAll().execute()) {
      const claimed = await inTransaction(quiet, (inside) =>
        claimRound(inside, { track, dueAt: dueAt(2) }),
      );
      if (claimed.type === 'claimed') ids.push(claimed.round.id);
    }
    return ids;
  }
});
