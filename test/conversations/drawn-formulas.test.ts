import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { button, formOf, messageOf } from '../support/answered.ts';
import { answer, ask, close, converse, DAILY, revealText } from '../support/conversation.ts';
import { seedDeck } from '../support/seed-deck.ts';
import type { Person, Seen } from '../support/stage.ts';
import { STAGES } from '../support/stages.ts';

describe.each(STAGES)('a formula on $name', ({ open }) => {
  const drawn: string[] = [];
  const talk = converse(open, {
    paintFormula(latex) {
      drawn.push(latex);
      return Promise.resolve(undefined);
    },
  });
  let ann: Person;

  beforeAll(async () => {
    ann = talk.stage.person('Ann');
    const { db } = talk.bot.runtime.context;
    const deck = await seedDeck(db, {
      name: 'rounds',
      questions: [{ id: 'entropy', topic: 'rounds', formula: 'H' }],
    });
    await seedDeck(db, {
      name: 'quiz',
      questions: [{ id: 'loss', topic: 'quiz', formula: 'L' }],
    });
    await talk.bot.addTrack({ ...DAILY, deckIds: [deck.id] });
  });
  beforeEach(() => void drawn.splice(0));

  describe('of a round', () => {
    let question: Seen;

    it('is not drawn to ask the question, to open its forms and to take an answer', async () => {
      question = await ask(talk, 1);
      await answer(ann, question, 'A measure of surprise.');
      formOf(await ann.press(button(question, 'Report')));
      expect(drawn).toEqual([]);
    });

    it('is drawn once to reveal the answer and to show the question as closed', async () => {
      await close(talk, 1, question);
      expect(revealText(talk.stage, question)).toContain('in words');
      expect(drawn).toEqual(['H']);
    });
  });

  describe('of a quiz question', () => {
    let quiz: Seen;

    it('is not drawn to ask the question and to open its form', async () => {
      quiz = messageOf(await ann.run('quiz', { topic: 'quiz' }));
      expect(quiz.text).toContain('What is loss?');
      formOf(await ann.press(button(quiz, 'Answer')));
      expect(drawn).toEqual([]);
    });

    it('is not drawn for an answer that is refused', async () => {
      const form = formOf(await ann.press(button(quiz, 'Answer')));
      expect(messageOf(await ann.send(form, { text: ' ' })).text).toContain('The answer is empty.');
      expect(drawn).toEqual([]);
    });

    it('is drawn once for each card that shows it', async () => {
      const form = formOf(await ann.press(button(quiz, 'Answer')));
      const shown = messageOf(await ann.send(form, { text: 'What is to be small.' }));
      expect(shown.text).toContain('in words');
      expect(drawn).toEqual(['L']);
      await ann.press(button(quiz, 'Show the answer'));
      expect(drawn).toEqual(['L', 'L']);
    });
  });
});
