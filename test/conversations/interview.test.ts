import { beforeAll, describe, expect, it } from 'vitest';
import { button, messageOf } from '../support/answered.ts';
import { converse } from '../support/conversation.ts';
import { seedDeck } from '../support/seed-deck.ts';
import type { Person, RunArgs, Seen } from '../support/stage.ts';
import { STAGES } from '../support/stages.ts';

describe.each(STAGES)('an interview on $name', ({ open }) => {
  const talk = converse(open);
  let ann: Person;
  beforeAll(async () => {
    ann = talk.stage.person('Ann', { timezone: 'UTC' });
    const { db } = talk.bot.runtime.context;
    // The shipped deck is large; here is one that a few days go through.
    await db.updateTable('decks').set({ removedAt: talk.clock.peek() }).execute();
    const questions = Array.from({ length: 20 }, (_, index) => ({ id: `heat-${index}` }));
    await seedDeck(db, { name: 'physics', questions });
  });

  const interview = async (...typed: RunArgs): Promise<Seen> =>
    messageOf(await ann.run('interview', ...typed));
  const set = (options: Readonly<Record<string, string>>): Promise<Seen> =>
    interview('set', options);
  const today = async (): Promise<string | undefined> =>
    /Today:?\s+([^\n]+)/.exec(messageOf(await ann.run('review')).text)?.[1];

  it('is none until it is set', async () => {
    expect((await interview('list')).text).toContain('You have set no interview.');
    expect(await today()).toBe('1 new');
  });

  it.each([
    [{ date: 'soon' }, '“soon” is not a day.'],
    [{ date: '2026-02-30' }, '“2026-02-30” is not a day.'],
    [{ date: '2026-11-22' }, '22 November is over.'],
    [{ date: '2028-12-24' }, '23 November 2028 is the last day that can be planned for.'],
    [{ date: '2026-12-24', deck: 'cooking' }, 'There is no deck “cooking” here. Decks: physics.'],
    [{ date: '2026-12-24', name: 'a'.repeat(61) }, 'use at most 60 characters'],
  ])('cannot be set by %o', async (options, told) => {
    expect((await set(options)).text).toContain(told);
    expect((await interview('list')).text).toContain('You have set no interview.');
  });

  it('sets the pace of new questions, and comes with a forecast for two paces', async () => {
    const shown = await set({ date: '2026-12-08', name: 'Acme', deck: 'physics' });
    expect(shown.text).toContain('from now on your reviews prepare you for 8 December');
    expect(shown.text).toMatch(/Acme, 8 December \(Physics\) — 10 a day → about (8|9)\d % of/);
    expect(shown.text).toMatch(/; 14 a day → (8|9)\d %/);
    expect(await today()).toBe('3 new');
  });

  it('is moved by its name, and stands beside others', async () => {
    await set({ date: '24.12.2026', name: 'Acme' });
    const shown = await set({ date: '2026-11-30' });
    expect(shown.text).toContain('Acme, 24 December —');
    expect(shown.text).not.toContain('8 December');
    expect(shown.buttons.map(({ label }) => label)).toEqual(['Clear 30 November', 'Clear Acme']);
  });

  it('says so where its deck is gone', async () => {
    const { db } = talk.bot.runtime.context;
    await set({ date: '2026-12-01', name: 'Exam', deck: 'physics' });
    const decks = db.updateTable('decks').where('name', '=', 'physics');
    await decks.set({ removedAt: talk.clock.peek() }).execute();
    expect((await interview('list')).text).toContain('Exam, 1 December — its deck is not here');
    await decks.set({ removedAt: null }).execute();
  });

  it('is cleared by its name or its button, once', async () => {
    expect((await interview('clear', { name: 'exam' })).text).toContain('Cleared.');
    const shown = await interview('list');
    const clear = button(shown, 'Clear Acme');
    expect(messageOf(await ann.press(clear)).text).toContain('Cleared.');
    const again = 'That interview is over or was cleared before.';
    expect(messageOf(await ann.press(clear)).text).toContain(again);
    expect((await interview('clear', { name: 'Acme' })).text).toContain(
      'no interview called “Acme”',
    );
  });

  it('ends quietly after its day', async () => {
    talk.clock.advance({ days: 8 });
    expect((await interview('list')).text).toContain('You have set no interview.');
    expect(ann.told()).toEqual([]);
    expect(talk.stage.channelMessages()).toEqual([]);
  });
});
