import { describe, expect, it } from 'vitest';
import { noteCard } from '../../src/delivery/note-card.ts';
import { claimApprovals } from '../../src/features/suggestions/claim-approvals.ts';
import { type Bot, MONDAY_NINE, startBot } from '../support/bot.ts';
import { testClock } from '../support/clock.ts';
import { ask, botSaid, close, converse, dueAt } from '../support/conversation.ts';
import { REMOTE_STAGES } from '../support/remote-stages.ts';
import { jobs, untilRoundsRest, untilRow } from '../support/settled.ts';
import { BEAM, press, suggest, suggestions } from '../support/suggesting.ts';
import { wrongs } from '../support/whole-state.ts';

describe.each(REMOTE_STAGES)('a post on $name', ({ open }) => {
  const here = converse(open, { trouble: true });
  const { clock } = here;
  const now = () => clock.peek();
  const state = () => wrongs(here.bot.runtime.context.db, here.stage);

  it('whose answer is lost is found again, and not posted twice', async () => {
    await here.bot.addTrack({ cron: '0 10 * * *' });
    here.stage.faults.swallowPostAnswers(1);
    await ask(here, 1);
    expect(here.stage.channelMessages()).toHaveLength(1);
    expect(await state()).toEqual([]);
  });

  it('of the reveal is found in the thread in the same way', async () => {
    const [question] = here.stage.channelMessages();
    here.stage.faults.swallowPostAnswers(1);
    await close(here, 1, question!);
    await untilRoundsRest(here.bot.runtime.context.db, now);
    expect(botSaid(here.stage, question!)).toHaveLength(1);
    expect(await state()).toEqual([]);
  });

  it('that the platform fails to take is made again until it stands', async () => {
    here.stage.faults.failPosts(1);
    await ask(here, 2);
    expect(here.stage.channelMessages()).toHaveLength(2);
    expect(await state()).toEqual([]);
  });

  it('that is told to wait is made when the time is over', async () => {
    const question = here.stage.channelMessages()[1]!;
    here.stage.faults.rateLimit(3, 1);
    await close(here, 2, question);
    await untilRoundsRest(here.bot.runtime.context.db, now);
    expect(await state()).toEqual([]);
  });
});

describe.each(REMOTE_STAGES)('a post on $name by an earlier version', ({ open }) => {
  const here = converse(open);

  it('bears its key alone; it is found, and not made again', async () => {
    await here.bot.addTrack({ cron: '0 10 * * *' });
    const question = await ask(here, 1);
    const { db, platforms } = here.bot.runtime.context;
    const round = await db.selectFrom('rounds').selectAll().executeTakeFirstOrThrow();
    const [key, at] = [`round-${round.id}-reveal-1`, here.clock.peek()];
    const place = JSON.stringify(round.thread);
    await db
      .insertInto('deliveries')
      .values({ key, place, startedAt: at, attemptedAt: at })
      .execute();
    await platforms.get(here.stage.name)!.post(round.thread!, noteCard('The answer.'), key);
    await close(here, 1, question);
    await untilRoundsRest(db, () => here.clock.peek());
    expect(botSaid(here.stage, question).map(({ text }) => text)).toEqual(['The answer.']);
  });
});

describe.each(REMOTE_STAGES)('a private message on $name', ({ name, open }) => {
  const here = converse(open, { trouble: true });

  it('whose answer is lost is found again, and not written twice', async () => {
    const [ann, mona] = [here.stage.person('Ann'), here.stage.person('Mona', { manages: true })];
    await suggest(ann, BEAM);
    here.stage.faults.swallowPostAnswers(1);
    await press(mona, await suggestions(mona), 'Approve');
    const { db } = here.bot.runtime.context;
    here.clock.advance({ minutes: 1 });
    await claimApprovals(here.bot.runtime.context);
    await untilRow(
      async () => (await db.selectFrom('proposals').select('toldAt').execute())[0]?.toldAt ?? false,
      async () => JSON.stringify(await jobs(db)),
    );
    expect(ann.told().map(({ text }) => text.split('\n')[0])).toEqual([
      'Your question was approved',
    ]);
  });

  // Slack shows such a note to one person and keeps no record of it.
  it.runIf(name === 'discord')('in a thread is not said twice', async () => {
    await here.bot.addTrack({ cron: '0 10 * * *' });
    const question = await ask(here, 1);
    await close(here, 1, question);
    const bob = here.stage.person('Bob');
    here.stage.faults.swallowPostAnswers(1);
    await bob.reply(question, 'Too late.');
    const { db } = here.bot.runtime.context;
    await untilRow(
      async () => (await jobs(db)).every(({ name }) => name !== 'acknowledge') && bob.told()[0],
      async () => JSON.stringify(await jobs(db)),
    );
    expect(bob.told()).toHaveLength(1);
  });
});

describe.each(REMOTE_STAGES)('a post in doubt on $name', ({ open }) => {
  it('is found again hours later, by another process, by the mark it bears', async () => {
    const clock = testClock(MONDAY_NINE);
    const stage = await open(() => clock.peek());
    const first = await startBot(stage, clock);
    await first.addTrack({ cron: '0 10 * * *' });
    stage.faults.swallowPostAnswers(1);
    await first.goTo(dueAt(1));
    await stage.until(() => stage.channelMessages().length === 1, 'the question');
    expect(await statuses(first)).toEqual(['claimed']);
    await first.leave();

    clock.advance({ hours: 3 });
    const next = await startBot(stage, clock, first.database);
    const { db } = next.runtime.context;
    await untilRoundsRest(db, () => clock.peek());
    expect(await statuses(next)).toEqual(['open']);
    expect(stage.channelMessages()).toHaveLength(1);
    expect(await wrongs(db, stage)).toEqual([]);
    await next.stop();
    await stage.close();
  });
});

async function statuses({ runtime }: Bot): Promise<readonly string[]> {
  const rounds = await runtime.context.db.selectFrom('rounds').select('status').execute();
  return rounds.map(({ status }) => status);
}
