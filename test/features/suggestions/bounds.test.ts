import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { DECK_LIMITS } from '../../../src/decks/limits.ts';
import type { HandlersPerson, Told } from '../../support/handlers-person.ts';
import { openScene, type Scene } from './scene.ts';

const DROPOUT = {
  question: 'What is dropout?',
  answer: 'A mask.',
  topic: 'rag',
  difficulty: 'easy',
};

let scene: Scene;
let ann: HandlersPerson;
beforeAll(async () => {
  scene = await openScene();
  ann = scene.person({ name: 'Ann' });
});
afterAll(() => scene.close());

const suggest = async (values: Partial<typeof DROPOUT>): Promise<Told> =>
  ann.send(await ann.run('question suggest'), { ...DROPOUT, ...values });

describe('what a form would not let through, and comes all the same', () => {
  it('is refused beyond the deck’s limits, and kept to the letter', async () => {
    const question = 'q'.repeat(DECK_LIMITS.question + 1);
    const refused = await suggest({ question, answer: 'a'.repeat(DECK_LIMITS.typedAnswer + 1) });
    expect(refused.text).toContain('The question is too long: at most 1000 characters.');
    expect(refused.text).toContain('The reference answer is too long: at most 3000 characters.');
    expect((await ann.press(refused, 'Edit')).values['question']).toBe(question);
  });

  it('is refused with a topic or a difficulty that is in no list', async () => {
    const chosen = 'Choose a topic and a difficulty from the lists.';
    expect((await suggest({ topic: 'constructor' })).text).toContain(chosen);
    expect((await suggest({ difficulty: 'toString' })).text).toContain(chosen);
  });

  it('is kept without what the database cannot hold', async () => {
    const saved = await suggest({ question: 'What is \0 in \uD800 text?', answer: 'Replaced.' });
    expect(saved.text).toContain('Your question is saved.');
    expect((await ann.run('question mine')).text).toContain('What is \uFFFD in \uFFFD text?');
  });
});

describe('a question with more markup than can be read', () => {
  const overdone = { answer: `${'- '.repeat(20)}It stops words from adapting to one another.` };
  const plain = 'it will be shown letter for letter';

  it('is saved, and its author is told how it will be shown', async () => {
    const saved = await suggest({ question: 'Why do masks help a network?', ...overdone });
    expect(saved.text).toContain('Your question is saved.');
    expect(saved.text).toContain(plain);
    expect((await suggest({ question: 'Why is a norm clipped?' })).text).not.toContain(plain);
  });

  it('is told to a manager who edits it so', async () => {
    const mona = scene.person({ name: 'Mona', manages: true });
    const form = await mona.press(await mona.run('question list'), 'Edit');
    expect((await mona.send(form, overdone)).text).toContain(plain);
  });
});

describe('a draft', () => {
  it('is opened again by its author alone', async () => {
    const refused = await suggest({ question: ' ' });
    const { response } = refused;
    if (response.type === 'form') throw new Error('a form, not a message');
    const action = response.message.blocks.flatMap((block) =>
      block.type === 'buttons' ? block.buttons.map((button) => button.action) : [],
    )[0];
    if (!action) throw new Error('no button');
    expect((await ann.pressAction(action)).type).toBe('form');
    const told = await scene.person({ name: 'Eve' }).pressAction(action);
    expect(told.text).toContain('This is too old to go on with.');
  });
});

describe('a report', () => {
  it('that is empty or too long is not saved, and says so', async () => {
    const round = await scene.openRound();
    const form = await ann.pressAction({ name: 'report', args: [String(round.id)] });
    expect((await ann.send(form, { text: ' \n ' })).text).toContain('nothing was saved');
    expect((await ann.send(form, { text: 'x'.repeat(3001) })).text).toContain('at most 3000');
    const mona = scene.person({ name: 'Mona', manages: true });
    expect((await mona.run('question reports')).text).toBe('No report is open.');
  });

  it('is told to the operator without its text', async () => {
    const round = await scene.openRound();
    const form = await ann.pressAction({ name: 'report', args: [String(round.id)] });
    await ann.send(form, { text: 'The seventh word is wrong.' });
    const line = scene.world.logged.find(({ msg }) => msg === 'a question was reported');
    expect(line).toMatchObject({ level: 30, round: round.id, question: round.question.id });
    expect(JSON.stringify(scene.world.logged)).not.toContain('seventh');
  });
});
