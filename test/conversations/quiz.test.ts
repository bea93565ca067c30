import { beforeAll, describe, expect, it } from 'vitest';
import { saveWorkspace } from '../../src/db/workspaces.ts';
import { loadDeck } from '../../src/features/decks/load-deck.ts';
import { button, formOf, messageOf } from '../support/answered.ts';
import { ask, converse, DAILY, said } from '../support/conversation.ts';
import { LORA } from '../support/question-track.ts';
import { seedDeck } from '../support/seed-deck.ts';
import { shippedQuestion } from '../support/shipped-question.ts';
import type { Person, Seen } from '../support/stage.ts';
import { STAGES } from '../support/stages.ts';

describe.each(STAGES)('a quiz on $name', ({ open, name: platform }) => {
  const talk = converse(open);
  let ann: Person;
  let quiz: Seen;
  beforeAll(() => void (ann = talk.stage.person('Ann')));

  it('asks a question of the topic and the difficulty wished for', async () => {
    quiz = messageOf(await ann.run('quiz', { topic: 'fine-tuning', difficulty: 'medium' }));
    expect(quiz.text).toContain('A question for you');
    expect(quiz.text).toMatch(/Topic:?\s+Fine-tuning/);
    expect(quiz.text).toMatch(/Difficulty:?\s+medium/);
    expect(quiz.text).toMatch(/Why now:?\s+you have not met it yet/);
    expect(quiz.text).toContain('Only you see this. A quiz gives no points; rounds do.');
    expect(labels(quiz)).toEqual(['Answer', 'Show the answer', 'Another one']);
  });

  it('is seen by the asker alone', () => {
    expect(talk.stage.channelMessages()).toEqual([]);
    expect(talk.stage.person('Bob').told()).toEqual([]);
  });

  it('shows the reference answer when asked to', async () => {
    const shown = messageOf(await ann.press(button(quiz, 'Show the answer')));
    expect(shown.text).toContain('Reference answer');
    expect(shown.text).toContain('A good answer says');
    expect(shown.text).not.toContain('You wrote');
    expect(labels(shown)).toEqual(['Had it', 'Missed it', 'More', 'Another one']);
  });

  it('takes how it went, once, and says when the question comes again', async () => {
    const shown = messageOf(await ann.press(button(quiz, 'Show the answer')));
    const again = 'You will meet it again tomorrow.';
    const missed = messageOf(await ann.press(button(shown, 'Missed it')));
    expect(missed.text).toContain(again);
    const had = messageOf(await ann.press(button(shown, 'Had it')));
    expect(had.text).toContain(`You have rated this already. ${again}`);
    const more = messageOf(await ann.press(button(shown, 'More')));
    expect(labels(more)).toEqual(['Hard', 'Easy']);
    expect(messageOf(await ann.press(button(more, 'Easy'))).text).toContain(again);
  });

  it('takes an answer and sets it beside the reference answer', async () => {
    const form = formOf(await ann.press(button(quiz, 'Answer')));
    expect(form.about).not.toBe('');
    expect(quiz.text).toContain(form.about);
    const shown = messageOf(await ann.send(form, { text: 'Two low-rank matrices.' }));
    expect(shown.text).toMatch(/You wrote\s+Two low-rank matrices\./);
    expect(shown.text).toContain('Reference answer');
    expect(shown.text).toContain('Matched automatically');
    expect(shown.text).not.toContain('wrong');
  });

  it('refuses an empty answer', async () => {
    const form = formOf(await ann.press(button(quiz, 'Answer')));
    const told = messageOf(await ann.send(form, { text: '  ' }));
    expect(told.text).toContain('The answer is empty.');
  });

  it('goes on with another question of the same wish', async () => {
    const another = messageOf(await ann.press(button(quiz, 'Another one')));
    expect(another.text).toMatch(/Topic:?\s+Fine-tuning/);
    expect(another.text).toMatch(/Difficulty:?\s+medium/);
    expect(another.text).not.toBe(quiz.text);
  });

  it('completes topics while one types, where the platform can', async () => {
    const offered = await ann.complete('quiz', 'topic', 'fine');
    expect(offered).toEqual(platform === 'slack' ? [] : ['Fine-tuning and compression']);
  });

  it('takes a topic by its title in one’s own language', async () => {
    const yana = talk.stage.person('Яна', { language: 'ru' });
    const topic = 'Дообучение и сжатие моделей';
    expect(await said(yana, 'quiz', { topic })).toMatch(new RegExp(`Тема:?\\s+${topic}`));
  });

  it('takes a topic by a beginning that no other has', async () => {
    const yana = talk.stage.person('Яна', { language: 'ru' });
    const topic = 'дообучение';
    expect(await said(yana, 'quiz', { topic })).toContain('Дообучение и сжатие моделей');
    expect(await said(ann, 'quiz', { topic: 'Fine-t' })).toContain('Fine-tuning and compression');
  });

  it('says which topics there are where the one wished for is none', async () => {
    const told = await said(ann, 'quiz', { topic: 'cooking' });
    expect(told).toContain('There is no topic “cooking”. Topics: ');
    expect(told).toContain('Fine-tuning and compression');
    const yana = talk.stage.person('Яна', { language: 'ru' });
    const inRussian = await said(yana, 'quiz', { topic: 'кухня' });
    expect(inRussian).toContain('Темы «кухня» нет. Есть: ');
    expect(inRussian).toContain('Дообучение и сжатие моделей');
  });

  it('works for the longest topic a deck may have', async () => {
    const topic = 'a'.repeat(40);
    await seedDeck(talk.bot.runtime.context.db, {
      name: 'long',
      questions: [{ id: 'lengths', topic, difficulty: 'medium' }],
    });
    expect(await said(ann, 'quiz', { topic, difficulty: 'medium' })).toContain('What is lengths?');
  });
});

describe.each(STAGES)('a quiz on $name, day by day,', ({ open }) => {
  const talk = converse(open);
  let ann: Person;
  beforeAll(async () => {
    ann = talk.stage.person('Ann');
    const questions = ['entropy', 'energy', 'enthalpy'].map((id) => ({ id, topic: 'heat' }));
    await seedDeck(talk.bot.runtime.context.db, { name: 'physics', questions });
  });

  const next = async (): Promise<Seen> => messageOf(await ann.run('quiz', { topic: 'heat' }));
  const asked = ({ text }: Seen): string | undefined => /What is (\w+)/.exec(text)?.[1];
  const why = ({ text }: Seen): string | undefined => /Why now:?\s+([^\n]+)/.exec(text)?.[1];

  it('asks what is new, never the same twice in a row, and what is due when it is due', async () => {
    const first = await next();
    const second = await next();
    const third = await next();
    expect(new Set([first, second, third].map(asked)).size).toBe(3);
    const fourth = await next();
    expect(asked(fourth)).not.toBe(asked(third));
    expect(why(fourth)).toContain('you met it longest ago');

    const shown = messageOf(await ann.press(button(second, 'Show the answer')));
    await ann.press(button(shown, 'Missed it'));
    talk.clock.advance({ days: 1 });
    const due = await next();
    expect([asked(due), why(due)]).toEqual([asked(second), 'it is due']);
    talk.clock.advance({ days: 30 });
    const told = messageOf(await ann.press(button(shown, 'Had it')));
    expect(told.text).toContain('This question was shown on 23 November');
    expect(told.text).toContain('Nothing was changed');
  });
});

describe.each(STAGES)('a quiz on $name of which something was left out', ({ open }) => {
  const talk = converse(open);

  it('says at once what, and a month later that this is why it comes again', async () => {
    const ann = talk.stage.person('Ann');
    const { context } = talk.bot.runtime;
    const lora = await shippedQuestion('lora-vs-qlora');
    await context.db.updateTable('decks').set({ removedAt: talk.clock.peek() }).execute();
    await seedDeck(context.db, { name: 'physics', questions: [{ id: 'entropy' }] });
    await loadDeck(context, {
      name: 'alone',
      title: { en: 'Alone', ru: 'Отдельно' },
      topics: { [lora.topic]: { en: 'Tuning', ru: 'Настройка' } },
      questions: [lora],
    });
    const asked = messageOf(await ann.run('quiz', { topic: 'Tuning' }));
    const form = formOf(await ann.press(button(asked, 'Answer')));
    expect(form.about).toContain('What does QLoRA change');
    const shown = messageOf(await ann.send(form, { text: LORA }));
    expect(shown.text).toContain('I didn’t find: Usually under 1% of the parameters are trained');
    await ann.press(button(shown, 'Missed it'));
    expect(await said(ann, 'quiz')).toContain('What is entropy?');
    talk.clock.advance({ days: 31 });
    expect(await said(ann, 'quiz')).toMatch(
      /Why now:?\s+you missed “Usually under 1% of the parameters are trained” in November/,
    );
  });
});

describe.each(STAGES)('a quiz on $name and a round', ({ open }) => {
  const talk = converse(open);
  let ann: Person;
  beforeAll(async () => {
    ann = talk.stage.person('Ann');
    const deck = await seedDeck(talk.bot.runtime.context.db, {
      name: 'solo',
      questions: [{ id: 'entropy', topic: 'solo' }],
    });
    await talk.bot.addTrack({ ...DAILY, deckIds: [deck.id] });
  });

  it('never share a question: one that opened meanwhile is refused, and none is left', async () => {
    talk.clock.set('2026-11-23T09:55:00Z');
    const quiz = messageOf(await ann.run('quiz', { topic: 'solo' }));
    expect(quiz.text).toContain('What is entropy?');
    const form = formOf(await ann.press(button(quiz, 'Answer')));
    await ask(talk, 1);
    const refused = 'This question is open in a round here now: answer it there.';
    const sent = messageOf(await ann.send(form, { text: 'I know this one.' }));
    expect(sent.text).toContain(refused);
    expect(sent.text).toContain('I know this one.');
    for (const label of ['Answer', 'Show the answer']) {
      const told = messageOf(await ann.press(button(quiz, label)));
      expect(told.text).toContain(refused);
      expect(told.text).not.toContain('This is entropy.');
      expect(labels(told)).toEqual(['Another one']);
    }
    const none = 'Every question that fits is open in a round here now: answer it there';
    expect(await said(ann, 'quiz', { topic: 'solo' })).toContain(none);
    expect(messageOf(await ann.press(button(quiz, 'Another one'))).text).toContain(none);
  });

  it('are told from those that are not here any more', async () => {
    const { db } = talk.bot.runtime.context;
    const quiz = messageOf(await ann.run('quiz'));
    const other = await saveWorkspace(db, { platform: 'playground', externalId: 'elsewhere' });
    await db.updateTable('decks').set({ workspaceId: other.id }).execute();
    const told = messageOf(await ann.press(button(quiz, 'Show the answer')));
    expect(told.text).toContain('This question is not here any more.');
    expect(labels(told)).toEqual(['Another one']);
  });
});

const labels = (message: Seen): readonly string[] => message.buttons.map(({ label }) => label);
