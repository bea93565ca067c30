import { beforeAll, describe, expect, it } from 'vitest';
import { button, formOf, messageOf } from '../support/answered.ts';
import { converse, DAILY, dueAt } from '../support/conversation.ts';
import { seedDeck } from '../support/seed-deck.ts';
import type { Person, Seen } from '../support/stage.ts';
import { STAGES } from '../support/stages.ts';

describe.each(STAGES)('a review on $name', ({ open }) => {
  const talk = converse(open);
  let ann: Person;
  beforeAll(async () => {
    ann = talk.stage.person('Ann', { timezone: 'UTC' });
    const { db } = talk.bot.runtime.context;
    // The shipped deck is large; here is one that a few days go through.
    await db.updateTable('decks').set({ removedAt: talk.clock.peek() }).execute();
    const questions = ['entropy', 'energy', 'enthalpy', 'heat'].map((id) => ({
      id,
      topic: 'heat',
    }));
    await seedDeck(db, { name: 'physics', questions });
  });

  const review = async (): Promise<Seen> => messageOf(await ann.run('review'));
  const press = async (on: Seen, label: string): Promise<Seen> =>
    messageOf(await ann.press(button(on, label)));
  const set = async (values: Readonly<Record<string, string>>): Promise<Seen> => {
    const form = formOf(await ann.press(button(await review(), 'Settings')));
    return messageOf(await ann.send(form, values));
  };

  it('begins with paced new questions, seen by the asker alone', async () => {
    const shown = await review();
    expect(shown.text).toContain('Your review');
    expect(shown.text).toMatch(/Today:?\s+1 new/);
    expect(shown.text).toMatch(/Done today:?\s+0 of 10/);
    expect(shown.text).toContain('Not reviewed yet: Heat.');
    expect(talk.stage.channelMessages()).toEqual([]);
    expect(talk.stage.person('Bob').told()).toEqual([]);
  });

  it('asks, takes an answer, shows the reference answer, and goes on once it is rated', async () => {
    const asked = await press(await review(), 'Start');
    expect(asked.text).toContain('Review: the last one for today');
    expect(asked.text).toMatch(/Why now:?\s+you have not reviewed it yet/);
    const send = async (text: string): Promise<Seen> =>
      messageOf(await ann.send(formOf(await ann.press(button(asked, 'Answer'))), { text }));
    expect((await send(' ')).text).toContain('The answer is empty.');
    const shown = await send('A measure of disorder.');
    expect(shown.text).toMatch(/You wrote\s+A measure of disorder\./);
    expect(shown.text).toContain('This is entropy.');
    const over = await press(shown, 'Missed it');
    expect(over.text).toContain('You will meet it again tomorrow.');
    expect(over.text).toContain('That is all for today: 1 question done.');
    expect((await press(shown, 'Missed it')).text).toContain('You have rated this already.');
  });

  it('brings back what was missed on the next day, and tells what the week holds', async () => {
    talk.clock.advance({ days: 1 });
    const shown = await review();
    expect(shown.text).toMatch(/Today:?\s+1 question to review, 1 new/);
    expect(shown.text).toContain('Tue 1 · Wed 0');
    expect(shown.text).toContain('1 of 4 questions reviewed');
    const first = await press(shown, 'Start');
    expect(first.text).toContain('Review: 2 left today');
    const second = await press(await press(first, 'Show the answer'), 'Had it');
    expect(second.text).toContain('You will meet it again on');
    expect(second.text).toMatch(/Why now:?\s+it is due/);
    const more = await press(await press(second, 'Show the answer'), 'More');
    expect((await press(more, 'Hard')).text).toContain('2 questions done');
  });

  it('takes a number a day and a time zone, and says what it cannot take', async () => {
    for (const cap of ['0', '500', 'ten', '-3', '2.5']) {
      expect((await set({ cap })).text).toContain(`“${cap}” does not work as a number`);
    }
    const zone = await set({ cap: '2', timezone: 'Europe/Berln' });
    expect(zone.text).toContain('Did you mean Europe/Berlin?');
    expect((await set({ cap: '2', timezone: 'Europe/Berlin' })).text).toContain('Saved.');
    expect((await review()).text).toMatch(/Done today:?\s+2 of 2/);
  });

  it('never shows a question that is open in a round', async () => {
    const { db } = talk.bot.runtime.context;
    const decks = await db.selectFrom('decks').select('id').where('name', '=', 'physics').execute();
    await talk.bot.addTrack({ ...DAILY, deckIds: decks.map(({ id }) => id) });
    await seedDeck(db, { name: 'kitchen', questions: [{ id: 'salt', topic: 'cooking' }] });
    expect((await review()).text).not.toMatch(/cooking/i);
    expect((await review()).text).toContain('of 4 questions reviewed');
    await talk.bot.goTo(dueAt(3));
    const open = questionIn(await talk.bot.question(1));
    await set({ cap: '100' });
    const asked: (string | undefined)[] = [];
    let shown = await press(await review(), 'Start');
    while (questionIn(shown) !== undefined) {
      asked.push(questionIn(shown));
      shown = await press(await press(shown, 'Show the answer'), 'Had it');
    }
    expect(asked).not.toEqual([]);
    expect(asked).not.toContain(open);
  });
});

const questionIn = ({ text }: Seen): string | undefined => /What is (\w+)\?/.exec(text)?.[1];
