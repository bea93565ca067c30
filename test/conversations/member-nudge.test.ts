import { beforeAll, describe, expect, it } from 'vitest';
import { claimMemberNudges } from '../../src/features/nudge/claim-member-nudges.ts';
import { button, messageOf } from '../support/answered.ts';
import {
  answer,
  ask,
  close,
  converse,
  DAILY,
  deadlineOf,
  said,
  untilAllIsShown,
} from '../support/conversation.ts';
import type { Person, Seen } from '../support/stage.ts';
import { STAGES } from '../support/stages.ts';

describe.each(STAGES)('a private nudge before the deadline on $name', ({ open }) => {
  const talk = converse(open);
  let ann: Person;
  let bob: Person;
  let yana: Person;

  const tellMe = async (person: Person, label: string): Promise<Seen> =>
    messageOf(await person.press(button(messageOf(await person.run('streak')), label)));
  const nudges = (person: Person): readonly Seen[] =>
    person
      .told()
      .filter(({ text }) => /have not answered it yet|вашего ответа пока нет/.test(text));
  /** Two hours before the deadline; twice, as two ticks would. */
  const comesSoon = async (round: number): Promise<void> => {
    const { context } = talk.bot.runtime;
    await talk.bot.goTo(new Date(deadlineOf(round).getTime() - 2 * 3_600_000));
    await Promise.all([claimMemberNudges(context), claimMemberNudges(context)]);
    await untilAllIsShown(talk);
  };

  /** As the platform has told. */
  const leaves = ({ id }: Person) =>
    talk.bot.runtime.context.db
      .updateTable('members')
      .set({ leftAt: talk.clock.peek(), lookedAt: talk.clock.peek() })
      .where('externalId', '=', id)
      .execute();

  beforeAll(async () => {
    ann = talk.stage.person('Ann');
    bob = talk.stage.person('Bob');
    yana = talk.stage.person('Яна', { language: 'ru' });
    await talk.bot.addTrack(DAILY);
    const question = await ask(talk, 1);
    for (const person of [ann, bob, yana]) await answer(person, question, 'An answer.');
    await close(talk, 1, question);
  });

  it('is off until it is asked for under one’s own streak', async () => {
    const question = await ask(talk, 2);
    await comesSoon(2);
    expect([ann, bob, yana].flatMap(nudges)).toEqual([]);
    await close(talk, 2, question);
    expect((await tellMe(ann, 'Tell me before a deadline')).text).toContain('told privately');
    await tellMe(bob, 'Tell me before a deadline');
    expect((await tellMe(yana, 'Напомнить мне о сроке')).text).toContain('личное сообщение');
    expect(await said(ann, 'streak')).toContain('You are told privately two hours before');
  });

  it('comes once to someone who has not answered, and to nobody who has or is away', async () => {
    await said(yana, 'away', 'set', { from: '2026-11-25', until: '2026-11-25' });
    const question = await ask(talk, 3);
    await answer(bob, question, 'In time.');
    await comesSoon(3);
    expect(nudges(ann)).toHaveLength(1);
    expect([bob, yana].flatMap(nudges)).toEqual([]);
    await answer(ann, nudges(ann)[0]!, 'From the private message.');
    await close(talk, 3, question);
    expect(await said(ann, 'streak')).toMatch(/Answered in time:?\s+2 rounds/);
  });

  it('ends with its own button, and is spoken in its reader’s language', async () => {
    const stopped = messageOf(
      await ann.press(button(nudges(ann)[0]!, 'No more private reminders')),
    );
    expect(stopped.text).toContain('no private reminders of deadlines any more');
    const question = await ask(talk, 4);
    await leaves(bob);
    await comesSoon(4);
    expect(nudges(yana)[0]?.text).toContain('Вопрос 4 закроется');
    expect(nudges(ann)).toHaveLength(1);
    expect(nudges(bob)).toEqual([]);
    await close(talk, 4, question);
  });

  it('comes again to someone who left and is back', async () => {
    expect(await said(bob, 'streak')).toContain('You are told privately two hours before');
    const question = await ask(talk, 5);
    await comesSoon(5);
    expect(nudges(bob)).toHaveLength(1);
    await close(talk, 5, question);
  });
});

describe.each(STAGES.filter(({ name }) => name === 'discord'))(
  'a member of $name who takes no private messages',
  ({ open }) => {
    const talk = converse(open, { trouble: true });

    it('is written to no more, and is told so where they asked for it', async () => {
      const ann = talk.stage.person('Ann');
      await talk.bot.addTrack(DAILY);
      const question = await ask(talk, 1);
      await answer(ann, question, 'An answer.');
      await close(talk, 1, question);
      const streak = messageOf(await ann.run('streak'));
      await ann.press(button(streak, 'Tell me before a deadline'));
      talk.stage.faults.refuseDirect(ann.id);
      await ask(talk, 2);
      const { context } = talk.bot.runtime;
      await talk.bot.goTo(new Date(deadlineOf(2).getTime() - 2 * 3_600_000));
      await claimMemberNudges(context);
      await untilAllIsShown(talk);
      expect(await said(ann, 'streak')).toContain('Private reminders have stopped');
    });
  },
);
