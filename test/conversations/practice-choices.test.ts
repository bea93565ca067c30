import { beforeAll, describe, expect, it } from 'vitest';
import type { Question } from '../../src/domain/question.ts';
import { loadDeck } from '../../src/features/decks/load-deck.ts';
import { button, messageOf } from '../support/answered.ts';
import { converse } from '../support/conversation.ts';
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
      { text: 'A stack' },
    ],
    keyPoints: [],
  },
};

const STABLE: Question = {
  id: 'stable',
  topic: 'sorting',
  difficulty: 'easy',
  sources: [],
  en: {
    question: 'Which sorts are stable?',
    options: [
      { text: 'Merge sort', right: true },
      { text: 'Insertion sort', right: true },
      { text: 'Heapsort', why: 'Its swaps leap over equals.' },
    ],
    keyPoints: [],
  },
};

const letterOf = (question: Seen, text: string): string =>
  new RegExp(`([A-Z])\\) ${text}`).exec(question.text)?.[1] ?? '?';

const labels = ({ buttons }: Seen): readonly string[] => buttons.map(({ label }) => label);

describe.each(STAGES)('options outside of rounds on $name', ({ open }) => {
  const talk = converse(open);
  let ann: Person;
  let bob: Person;
  beforeAll(async () => {
    [ann, bob] = [talk.stage.person('Ann'), talk.stage.person('Bob')];
    await load([HEAP, STABLE]);
  });

  const load = (questions: readonly Question[]) =>
    loadDeck(talk.bot.runtime.context, {
      name: 'alone',
      title: { en: 'Alone' },
      topics: { structures: { en: 'Structures' }, sorting: { en: 'Sorting' } },
      questions,
    });
  const quizOf = async (person: Person, topic: string): Promise<Seen> =>
    messageOf(await person.run('quiz', { topic }));
  const press = async (person: Person, on: Seen, option: string): Promise<Seen> =>
    messageOf(await person.press(button(on, letterOf(on, option))));

  it('tells at once which was right and why the others are wrong, and asks how it went', async () => {
    const quiz = await quizOf(ann, 'structures');
    expect(labels(quiz)).toEqual(['A', 'B', 'C', 'Show the answer', 'Another one']);
    expect(quiz.text).toContain('Press the letter of your choice: you are told at once.');
    const wrong = await press(ann, quiz, 'A hash table');
    expect(wrong.text).toMatch(/You chose\s+[A-C]\) A hash table/);
    expect(wrong.text).toContain('That is not right.');
    expect(wrong.text).toMatch(/A binary heap — right/);
    expect(wrong.text).toMatch(/A hash table — wrong\. It keeps no order\./);
    expect(labels(wrong)).toEqual(['Missed it', 'Had it', 'More', 'Another one']);
    const rated = messageOf(await ann.press(button(wrong, 'Missed it')));
    expect(rated.text).toContain('You will meet it again tomorrow.');

    const right = await press(ann, quiz, 'A binary heap');
    expect(right.text).toContain('That is right.');
    const again = messageOf(await ann.press(button(right, 'Had it')));
    expect(again.text).toContain('You have rated this already.');
  });

  it('takes several before it checks them, where several are right', async () => {
    const quiz = await quizOf(bob, 'sorting');
    expect(quiz.text).toContain('Several may be right');
    const chosen = letterOf(quiz, 'Merge sort');
    const one = await press(bob, quiz, 'Merge sort');
    expect(one.text).not.toContain('right.');
    expect(labels(one)).toContain(`✓ ${chosen}`);
    const partly = messageOf(await bob.press(button(one, 'Check')));
    expect(partly.text).toContain('That is partly right.');
    const two = await press(bob, one, 'Insertion sort');
    const both = messageOf(await bob.press(button(two, 'Check')));
    expect(both.text).toMatch(/You chose\s+[A-C]\) .+\s+[A-C]\) /);
    expect(both.text).toContain('That is right.');
    expect(both.text).toMatch(/Heapsort — wrong\. Its swaps leap over equals\./);
    expect(labels(both)).toEqual(['Had it', 'Missed it', 'More', 'Another one']);
    const back = messageOf(await bob.press(button(two, `✓ ${chosen}`)));
    expect(labels(back)).toContain(chosen);
  });

  it('asks and checks in a review as well, and goes on with the next', async () => {
    talk.clock.advance({ days: 1 });
    const review = messageOf(await ann.run('review'));
    let question = messageOf(await ann.press(button(review, 'Start')));
    while (!question.text.includes('What finds the least element')) {
      const other = messageOf(await ann.press(button(question, 'Show the answer')));
      question = messageOf(await ann.press(button(other, 'Had it')));
    }
    const shown = await press(ann, question, 'A stack');
    expect(shown.text).toContain('That is not right.');
    const next = messageOf(await ann.press(button(shown, 'Missed it')));
    expect(next.text).toContain('You will meet it again');
  });

  it('tells a month later as clearly, counts as met on that day, and takes the grade', async () => {
    const quiz = await quizOf(bob, 'structures');
    talk.clock.advance({ days: 31 });
    const shown = await press(bob, quiz, 'A binary heap');
    expect(shown.text).toContain('That is right.');
    const { db } = talk.bot.runtime.context;
    const met = await db
      .selectFrom('studyCards')
      .innerJoin('members', 'members.id', 'studyCards.memberId')
      .innerJoin('questions', 'questions.id', 'studyCards.questionId')
      .select(({ fn }) => fn.max('studyCards.metOn').as('metOn'))
      .where('members.name', '=', 'Bob')
      .where('slug', '=', 'heap')
      .executeTakeFirstOrThrow();
    expect(met.metOn).toBe(Math.floor(talk.clock.peek().getTime() / 86_400_000));
    const rated = messageOf(await bob.press(button(shown, 'Had it')));
    expect(rated.text).toContain('You will meet it again');
  });

  it('judges no press on options that have been changed since, but asks anew', async () => {
    const cy = talk.stage.person('Cy');
    const quiz = await quizOf(cy, 'structures');
    const [heap, ...others] = HEAP.en?.options ?? [];
    if (!HEAP.en || !heap) throw new Error('no options');
    const en = { ...HEAP.en, options: [...others, { ...heap, text: 'A Fibonacci heap' }] };
    await load([{ ...HEAP, en }, STABLE]);
    const told = await press(cy, quiz, 'A binary heap');
    expect(told.text).toContain('This question has been changed since you were shown it');
    expect(told.text).not.toContain('It keeps no order.');
    expect((await press(cy, told, 'A Fibonacci heap')).text).toContain('That is right.');
  });
});
