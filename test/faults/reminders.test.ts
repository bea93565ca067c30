import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { claimOutcomes } from '../../src/features/interview/outcome/claim-outcomes.ts';
import { claimReminders } from '../../src/features/review/reminder/claim-reminders.ts';
import { button, formOf, messageOf } from '../support/answered.ts';
import { type Bot, MONDAY_NINE, startBot } from '../support/bot.ts';
import { testClock } from '../support/clock.ts';
import { REMOTE_STAGES } from '../support/remote-stages.ts';
import { untilAllRests } from '../support/settled.ts';
import type { Person, Seen, Stage } from '../support/stage.ts';

describe.each(REMOTE_STAGES)('a reminder by two replicas on $name', ({ open }) => {
  const clock = testClock(MONDAY_NINE);
  let stage: Stage;
  let [one, other]: [Bot?, Bot?] = [];
  let ann: Person;

  beforeAll(async () => {
    stage = await open(() => clock.peek());
    one = await startBot(stage, clock);
    other = await startBot(stage, clock, one.database);
    ann = stage.person('Ann', { timezone: 'UTC' });
    let shown = messageOf(await ann.run('review'));
    for (const label of ['Start', 'Show the answer', 'Missed it']) {
      shown = messageOf(await ann.press(button(shown, label)));
    }
    const opened = await ann.press(button(messageOf(await ann.run('review')), 'Remind me'));
    await ann.send(formOf(opened), { time: '10:00', timezone: 'UTC' });
  });

  afterAll(async () => {
    await other?.leave();
    await one?.stop();
    await stage.close();
  });

  const day = async (at: string): Promise<void> => {
    clock.set(new Date(at));
    await Promise.all([one!, other!].map(({ runtime }) => claimReminders(runtime.context)));
    await untilAllRests(one!.runtime.context.db, () => clock.peek());
  };
  const reminders = (): readonly Seen[] =>
    ann.told().filter(({ text }) => text.includes('due for your review today'));

  it('is claimed at the same instant, and written once', async () => {
    await day('2026-11-24T10:00:00Z');
    expect(reminders()).toHaveLength(1);
  });

  it('whose answer is lost is found again, and not written twice', async () => {
    stage.faults.swallowPostAnswers(1);
    await day('2026-11-25T10:00:00Z');
    expect(reminders()).toHaveLength(2);
  });

  it('of days on which nobody was there is not made up for', async () => {
    await day('2026-12-02T10:30:00Z');
    expect(reminders()).toHaveLength(3);
  });

  it('asks after an interview once, though the answer to the post is lost', async () => {
    await ann.press(button(reminders().at(-1)!, 'Stop reminding'));
    await ann.run('interview', 'set', { date: '2026-12-03' });
    stage.faults.swallowPostAnswers(1);
    clock.set(new Date('2026-12-04T10:00:00Z'));
    await Promise.all([one!, other!].map(({ runtime }) => claimOutcomes(runtime.context)));
    await untilAllRests(one!.runtime.context.db, () => clock.peek());
    const asked = ann.told().filter(({ text }) => text.includes('How did your interview go'));
    expect(asked).toHaveLength(1);
  });
});
