import { beforeAll, describe, expect, it } from 'vitest';
import { claimOutcomes } from '../../src/features/interview/outcome/claim-outcomes.ts';
import { exportMember } from '../../src/features/privacy/export-member.ts';
import { forgetMember } from '../../src/features/privacy/forget-member.ts';
import { button, messageOf } from '../support/answered.ts';
import { converse, untilAllIsShown } from '../support/conversation.ts';
import { seedDeck } from '../support/seed-deck.ts';
import type { Person, RunArgs, Seen } from '../support/stage.ts';
import { STAGES } from '../support/stages.ts';

describe.each(STAGES)('an interview on $name', ({ name: platform, open }) => {
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
  /** What two presses at once are told, in the order of the alphabet. */
  const pressedTwiceAtOnce = async (on: Seen, label: string): Promise<readonly string[]> => {
    const presses = [button(on, label), button(on, label)].map((each) => ann.press(each));
    return (await Promise.all(presses)).map((told) => messageOf(told).text).sort();
  };
  const today = async (): Promise<string | undefined> =>
    /Today:?\s+([^\n]+)/.exec(messageOf(await ann.run('review')).text)?.[1];

  it('is none until it is set', async () => {
    expect((await interview('list')).text).toContain('You have set no interview.');
    expect(await today()).toBe('1 new');
  });

  it.each([
    [{ date: 'soon' }, '“soon” is not a day. Write it like 2026-12-24 or 24.12.2026, or say today'],
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
    expect(shown.text).toMatch(/Acme, 8 December \(Physics\) — 10 a day → about (8|9)\d% of/);
    expect(shown.text).toMatch(/; 14 a day → (8|9)\d%/);
    expect(await today()).toBe('3 new');
  });

  it('is moved by its name, and stands beside others', async () => {
    await set({ date: '24.12.2026', name: 'Acme' });
    const shown = await set({ date: '2026-11-30' });
    expect(shown.text).toContain('Acme, 24 December —');
    expect(shown.text).not.toContain('8 December');
    expect(shown.buttons.map(({ label }) => label)).toEqual(['Clear 30 November', 'Clear Acme']);
  });

  it('may be on a day that a word names', async () => {
    const shown = await set({ date: 'Tomorrow', name: 'Soon' });
    expect(shown.text).toContain('Soon, 24 November');
    await interview('clear', { name: 'Soon' });
    const yana = talk.stage.person('Яна', { language: 'ru', timezone: 'UTC' });
    const named = messageOf(await yana.run('interview', 'set', { date: 'завтра' }));
    expect(named.text).toContain('24 ноября');
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
    expect(await pressedTwiceAtOnce(shown, 'Clear Acme')).toEqual([
      expect.stringContaining('Cleared. Your reviews go on without it.'),
      expect.stringContaining('That interview is over or was cleared before.'),
    ]);
    expect((await interview('clear', { name: 'Acme' })).text).toContain(
      'no interview called “Acme”',
    );
  });

  const goTo = async (at: string): Promise<void> => {
    const { context } = talk.bot.runtime;
    await talk.bot.goTo(at);
    await Promise.all([claimOutcomes(context), claimOutcomes(context)]);
    await untilAllIsShown(talk);
  };
  const asked = (): readonly Seen[] =>
    ann.told().filter(({ text }) => text.includes('How did your interview go'));

  it('ends with one question on the morning after, and keeps what is said', async () => {
    await goTo('2026-12-01T09:59:59Z');
    expect(asked()).toEqual([]);
    await goTo('2026-12-01T10:00:00Z');
    await goTo('2026-12-01T11:00:00Z');
    expect(asked()).toHaveLength(1);
    const question = asked()[0]!;
    expect(question.text).toContain('How did your interview go (30 November)?');
    const say = async (label: string) => messageOf(await ann.press(button(question, label))).text;
    expect(await pressedTwiceAtOnce(question, 'So-so')).toEqual([
      expect.stringContaining('Noted, for you alone. Your reviews go on.'),
      expect.stringContaining('That is noted already, for you alone.'),
    ]);
    expect(await say('Well')).toContain('Good to hear.');
    const outcomes = { interviewOutcomes: [{ on: '2026-11-30', name: '', outcome: 'well' }] };
    const { context } = talk.bot.runtime;
    const { id } = await context.db.selectFrom('members').select('id').executeTakeFirstOrThrow();
    expect(await exportMember(context, id)).toMatchObject(outcomes);
    await forgetMember(context, id);
    expect(await say('Badly')).toContain('not kept here any more');
    expect(talk.stage.channelMessages()).toEqual([]);
  });

  // The playground has no private messages that somebody could close.
  it.skipIf(platform === 'playground')(
    'asks under /interview, once, where private messages are closed',
    async () => {
      await set({ date: '2026-12-03', name: 'Acme' });
      talk.stage.faults.refuseDirect(ann.id);
      await goTo('2026-12-04T10:00:00Z');
      const shown = await interview('list');
      expect(shown.text).toContain('How did your interview go (Acme, 3 December)?');
      expect(messageOf(await ann.press(button(shown, 'Badly'))).text).toContain('Noted');
      expect((await interview('list')).text).not.toContain('How did');
    },
  );

  it('is over a month later, and nothing is left to clear', async () => {
    const shown = await set({ date: '2026-12-10', name: 'Late' });
    await talk.bot.goTo('2027-01-11T10:00:00Z');
    const told = messageOf(await ann.press(button(shown, 'Clear Late')));
    expect(told.text).toContain('That interview is over or was cleared before.');
  });
});
