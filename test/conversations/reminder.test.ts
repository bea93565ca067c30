import { beforeAll, describe, expect, it } from 'vitest';
import { claimReminders } from '../../src/features/review/reminder/claim-reminders.ts';
import { button, formOf, messageOf } from '../support/answered.ts';
import { converse, said, untilAllIsShown } from '../support/conversation.ts';
import { seedDeck } from '../support/seed-deck.ts';
import type { Person, Seen } from '../support/stage.ts';
import { STAGES } from '../support/stages.ts';

/** The tests begin on Monday, 23 November 2026, at nine. */
describe.each(STAGES)('a reminder on $name', ({ name, open }) => {
  const talk = converse(open);
  let ann: Person;

  beforeAll(async () => {
    ann = talk.stage.person('Ann', { timezone: 'Europe/Berlin' });
    const { db } = talk.bot.runtime.context;
    await db.updateTable('decks').set({ removedAt: talk.clock.peek() }).execute();
    await seedDeck(db, { name: 'physics', questions: [{ id: 'entropy', topic: 'heat' }] });
  });

  const review = async (): Promise<Seen> => messageOf(await ann.run('review'));
  const press = async (on: Seen, label: string): Promise<Seen> =>
    messageOf(await ann.press(button(on, label)));
  const set = async (values: Readonly<Record<string, string>>): Promise<Seen> => {
    const shown = await review();
    const [open] = shown.buttons.filter(({ label }) => /remind me|reminder/i.test(label));
    return messageOf(await ann.send(formOf(await ann.press(open!)), values));
  };
  const reminders = (): readonly Seen[] =>
    ann.told().filter(({ text }) => text.includes('due for your review today'));
  const nth = (count: number): Promise<Seen> =>
    talk.stage.until(() => reminders()[count - 1], `reminder ${count}`);
  const goTo = async (at: string): Promise<void> => {
    await talk.bot.goTo(at);
    await claimReminders(talk.bot.runtime.context);
    await untilAllIsShown(talk);
  };

  it('is off until it is asked for, and takes an hour that is one', async () => {
    const asked = await press(await review(), 'Start');
    await press(await press(asked, 'Show the answer'), 'Missed it');
    await goTo('2026-11-24T08:00:00Z');
    expect(reminders()).toEqual([]);

    const wrong = await set({ time: '25:00', timezone: 'Europe/Berlin' });
    expect(wrong.text).toContain('“25:00” is not a time of day');
    expect(wrong.text).toContain('You wrote');
    const unknown = await set({ time: '9:30', timezone: 'Europe/Berln' });
    expect(unknown.text).toContain('Did you mean Europe/Berlin?');
    const saved = await set({ time: '9:30', timezone: 'Europe/Berlin' });
    expect(saved.text).toContain('I write to you privately at 09:30 (Europe/Berlin)');
    expect((await review()).text).toContain('I remind you privately at 09:30 (Europe/Berlin)');
  });

  it('comes once a day at that hour, to the member alone, and leads to the review', async () => {
    await goTo('2026-11-24T08:29:59Z');
    expect(reminders()).toEqual([]);
    await goTo('2026-11-24T08:30:00Z');
    const reminder = await nth(1);
    expect(reminder.text).toContain('A question is due for your review today.');
    expect((await press(reminder, 'Start')).text).toContain('What is entropy?');
    await goTo('2026-11-24T09:30:00Z');
    expect(reminders()).toHaveLength(1);
    expect(talk.stage.channelMessages().filter(({ text }) => text.includes('due for'))).toEqual([]);
  });

  it('comes once more on the same day where the member puts it off', async () => {
    const reminder = await nth(1);
    expect((await press(reminder, 'In 3 hours')).text).toContain('again at 13:30');
    expect((await press(reminder, 'In 3 hours')).text).toContain('once more today already');
    await goTo('2026-11-24T12:30:00Z');
    const second = await nth(2);
    expect(second.buttons.map(({ label }) => label)).toEqual(['Start', 'Stop reminding']);
    await goTo('2026-11-25T08:00:00Z');
    expect((await press(reminder, 'In 3 hours')).text).toContain('was for another day');
  });

  it('keeps quiet on days away, makes up for nothing, and is silent where nothing is due', async () => {
    await said(ann, 'away', 'set', { from: '2026-11-25', until: '2026-11-26' });
    await goTo('2026-11-25T08:30:00Z');
    await goTo('2026-11-28T01:00:00Z');
    expect(reminders()).toHaveLength(2);
    await press(await press(await press(await review(), 'Start'), 'Show the answer'), 'Had it');
    await goTo('2026-11-28T08:30:00Z');
    expect(reminders()).toHaveLength(2);
    await goTo('2026-12-20T08:30:00Z');
    await nth(3);
  });

  it('stops by a press, which a second press says too', async () => {
    const last = await nth(3);
    expect((await press(last, 'Stop reminding')).text).toContain('will not remind you any more');
    expect((await press(last, 'Stop reminding')).text).toContain('The reminder is off.');
    expect((await press(last, 'In 3 hours')).text).toContain('The reminder is off.');
    await goTo('2026-12-21T08:30:00Z');
    expect(reminders()).toHaveLength(3);
  });

  // The playground has no private messages that somebody could close.
  it.skipIf(name === 'playground')(
    'ends where private messages are closed, and says so',
    async () => {
      await set({ time: '9:30', timezone: 'Europe/Berlin' });
      talk.stage.faults.refuseDirect(ann.id);
      await goTo('2026-12-22T08:30:00Z');
      expect((await review()).text).toContain('you take no private messages from me');
      expect(talk.stage.channelMessages()).toEqual([]);
    },
  );
});
