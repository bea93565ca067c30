import { beforeAll, describe, expect, it } from 'vitest';
import type { Question } from '../../src/domain/question.ts';
import { chooseOption } from '../../src/features/choices/choose-option.ts';
import { forgetMember } from '../../src/features/privacy/forget-member.ts';
import { button, messageOf } from '../support/answered.ts';
import {
  answer,
  ask,
  botSaid,
  close,
  converse,
  revealText,
  said,
} from '../support/conversation.ts';
import { addOwnTrack } from '../support/own-track.ts';
import type { Person, Seen } from '../support/stage.ts';
import { STAGES } from '../support/stages.ts';

const HEAP: Question = {
  id: 'heap',
  topic: 'structures',
  difficulty: 'easy',
  sources: [],
  en: {
    question: 'What finds the least element in constant time?',
    options: [
      { text: 'A binary heap', right: true },
      { text: 'A hash table', why: 'It keeps no order.' },
      { text: 'A stack', why: 'It knows its newest element only.' },
    ],
    keyPoints: [],
  },
};

/** The letter under which an option is shown. */
const letterOf = (question: Seen, text: string): string =>
  new RegExp(`([A-Z])\\) ${text}`).exec(question.text)?.[1] ?? '?';

describe.each(STAGES)('multiple choice on $name', ({ open }) => {
  const talk = converse(open);
  let question: Seen;
  let ann: Person;
  let bob: Person;
  beforeAll(async () => {
    [ann, bob] = [talk.stage.person('Ann'), talk.stage.person('Bob')];
    await addOwnTrack(talk, [HEAP]);
    question = await ask(talk, 1);
  });

  const choose = async (person: Person, option: string): Promise<Seen> =>
    messageOf(await person.press(button(question, letterOf(question, option))));

  it('shows the options with a button each, and not which is right', () => {
    for (const { text } of HEAP.en?.options ?? []) expect(question.text).toContain(`) ${text}`);
    const labels = question.buttons.map(({ label }) => label);
    expect(labels).toEqual(['A', 'B', 'C', 'Answer', 'My streak', 'Report']);
    expect(question.text).not.toContain('It keeps no order.');
  });

  it('keeps a choice privately, and another one in its place', async () => {
    const first = await choose(ann, 'A stack');
    expect(first.text).toContain('Your choice is saved:');
    expect(first.text).toContain('A stack');
    expect(first.text).toContain('Your streak: 1 round.');
    const second = await choose(ann, 'A hash table');
    expect(second.text).toContain('A hash table');
    expect(second.text).not.toContain('A stack');
    expect(talk.stage.threadMessages(question)).toEqual([]);
  });

  it('counts two presses at once, and one that is delivered twice, as one', async () => {
    talk.stage.faults.deliverTwice(true);
    await Promise.all([choose(bob, 'A binary heap'), choose(bob, 'A binary heap')]);
    talk.stage.faults.deliverTwice(false);
    const { db } = talk.bot.runtime.context;
    expect(await db.selectFrom('answers').select('source').execute()).toHaveLength(2);
  });

  it('lets a written answer stand beside the choice', async () => {
    await answer(ann, question, 'Its root is the least.');
    await choose(talk.stage.person('Cy'), 'A binary heap');
  });

  it('reveals how the choices fell, in counts alone, with the reasons', async () => {
    question = await close(talk, 1, question);
    expect(question.text).toContain('Closed. 3 answers.');
    const words = revealText(talk.stage, question);
    expect(words).toMatch(/[A-C]\) A binary heap — 2 of 3, right/);
    expect(words).toMatch(/[A-C]\) A hash table — 1 of 3, wrong\. It keeps no order\./);
    expect(words).toMatch(/[A-C]\) A stack — 0 of 3, wrong\./);
    expect(words).toMatch(/[A-C] █{13}·{7} 2/);
    expect(words).toContain('Ann\nIts root is the least.');
    expect(words).not.toContain('Bob');
    expect(await said(bob, 'streak')).toMatch(/Current:?\s+1 round/);
  });

  it('takes nothing after the deadline, also by a private button that still stands', async () => {
    const { context } = talk.bot.runtime;
    const { roundId, memberId } = await context.db
      .selectFrom('answers')
      .select(['roundId', 'memberId'])
      .where('source', '=', 'choice')
      .where('memberId', 'is not', null)
      .executeTakeFirstOrThrow();
    const { id: workspaceId } = await context.db
      .selectFrom('workspaces')
      .select('id')
      .executeTakeFirstOrThrow();
    const press = {
      roundId,
      workspaceId,
      memberId: memberId ?? 0,
      index: 0,
      type: 'take',
    } as const;
    expect(await chooseOption(context, press)).toEqual({ type: 'late' });
  });

  it('forgets a choice with its author', async () => {
    const { context } = talk.bot.runtime;
    const { id } = await context.db
      .selectFrom('members')
      .select('id')
      .where('name', '=', 'Bob')
      .executeTakeFirstOrThrow();
    await forgetMember(context, id);
    await talk.stage.until(
      () => botSaid(talk.stage, question).some(({ text }) => text.includes('1 of 2, right')),
      'the reveal without the vote',
    );
  });
});

const RIGHT = ['3', '5', '7'];

/** As many options as there may be, several of them right. */
const PRIMES: Question = {
  id: 'primes',
  topic: 'numbers',
  difficulty: 'easy',
  sources: [],
  ru: {
    question: 'Какие из чисел простые?',
    options: ['1', '3', '4', '5', '6', '7', '8', '9', '10', '12'].map((text) =>
      RIGHT.includes(text) ? { text, right: true } : { text, why: `${text} — не простое.` },
    ),
    keyPoints: [],
  },
};

describe.each(STAGES)('ten options of which several are right, in Russian on $name', ({ open }) => {
  const talk = converse(open);
  let question: Seen;
  let yana: Person;
  beforeAll(async () => {
    yana = talk.stage.person('Яна', { language: 'ru' });
    await addOwnTrack(talk, [PRIMES], { language: 'ru' });
    question = await ask(talk, 1);
  });
  const letter = (text: string): string =>
    new RegExp(`([A-J])\\) ${text}$`, 'm').exec(question.text)?.[1] ?? '?';
  const press = async (person: Person, on: Seen, label: string): Promise<Seen> =>
    messageOf(await person.press(button(on, label)));

  it('takes one after the other, and any of them back', async () => {
    expect(question.text).toContain('Верных может быть несколько');
    const one = await press(yana, question, letter('3'));
    expect(one.text).toContain('Ваш выбор сохранён:');
    await press(yana, question, letter('4'));
    const three = await press(yana, question, letter('5'));
    expect(three.text).toContain('Ваши варианты сохранены:');
    const two = await press(yana, three, `Убрать ${letter('4')}`);
    expect(two.text).toMatch(/[A-J]\) 3\n[\s\S]*[A-J]\) 5|[A-J]\) 5\n[\s\S]*[A-J]\) 3/);
    expect(two.text).not.toMatch(/[A-J]\) 4$/m);
    await press(talk.stage.person('Боб', { language: 'ru' }), question, letter('8'));
  });

  it('reveals how all ten fell, each wrong one with its reason', async () => {
    question = await close(talk, 1, question);
    expect(question.text).toContain('Приём закрыт');
    const words = revealText(talk.stage, question);
    expect(words).toMatch(/[A-J]\) 3 — 1 из 2, верно/);
    expect(words).toMatch(/[A-J]\) 7 — 0 из 2, верно/);
    expect(words).toMatch(/[A-J]\) 8 — 1 из 2, неверно\. 8 — не простое\./);
    expect(words).toMatch(/[A-J]\) 12 — 0 из 2, неверно\. 12 — не простое\./);
    expect(words).not.toContain('Яна');
  });
});
