import { beforeAll, describe, expect, it } from 'vitest';
import { button, formOf, messageOf } from '../support/answered.ts';
import { converse } from '../support/conversation.ts';
import { seedDeck } from '../support/seed-deck.ts';
import type { Person, Seen } from '../support/stage.ts';
import { STAGES } from '../support/stages.ts';

const QUESTIONS = ['entropy', 'energy', 'enthalpy', 'heat', 'work', 'power', 'mass', 'charge'];
const RATED = QUESTIONS.length - 1;

/** The tests begin on Monday, 23 November 2026. */
describe.each(STAGES)('a review on $name after a long absence', ({ open }) => {
  const talk = converse(open);
  let ann: Person;
  const review = async (): Promise<Seen> => messageOf(await ann.run('review'));
  const press = async (on: Seen, label: string): Promise<Seen> =>
    messageOf(await ann.press(button(on, label)));
  const rate = async (asked: Seen, grade: string): Promise<Seen> =>
    press(await press(asked, 'Show the answer'), grade);
  const today = async (): Promise<string | undefined> =>
    /Today:?\s+([^\n]+)/.exec((await review()).text)?.[1];

  beforeAll(async () => {
    ann = talk.stage.person('Ann', { timezone: 'UTC' });
    const { db } = talk.bot.runtime.context;
    await db.updateTable('decks').set({ removedAt: talk.clock.peek() }).execute();
    const questions = QUESTIONS.map((id) => ({ id, topic: 'physics' }));
    await seedDeck(db, { name: 'physics', questions });
    for (let count = 0; count < RATED; count++) {
      await rate(messageOf(await ann.run('quiz')), 'Missed it');
    }
    const form = formOf(await ann.press(button(await review(), 'Settings')));
    await ann.send(form, { cap: '2', timezone: 'UTC' });
    talk.clock.advance({ days: 60 });
  });

  it('asks no more than the cap and nothing new, and says by when one is through', async () => {
    const shown = await review();
    expect(shown.text).toMatch(/Today:?\s+2 questions to review\n/);
    expect(shown.text).toContain('A lot is due.');
    expect(shown.text).toMatch(/at 2 a day you are through by \d+ (January|February)\./);
  });

  it('holds the cap day after day, and begins new ones once less is due', async () => {
    const second = await rate(await press(await review(), 'Start'), 'Had it');
    expect((await rate(second, 'Had it')).text).toContain('2 questions done');
    expect(await today()).toBe('nothing left');
    talk.clock.advance({ days: 1 });
    expect(await today()).toBe('1 question to review, 1 new');
  });
});
