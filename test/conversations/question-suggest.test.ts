import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { button, formOf, messageOf } from '../support/answered.ts';
import { type Bot, MONDAY_NINE, startBot } from '../support/bot.ts';
import { testClock } from '../support/clock.ts';
import type { Person, Stage } from '../support/stage.ts';
import { STAGES } from '../support/stages.ts';
import { BEAM, ownDeck, press, suggest, suggestions } from '../support/suggesting.ts';

describe.each(STAGES)('suggesting a question on $name', ({ open }) => {
  const clock = testClock(MONDAY_NINE);
  let stage: Stage;
  let bot: Bot;
  let ann: Person;
  let bob: Person;

  beforeAll(async () => {
    stage = await open(() => clock.peek());
    bot = await startBot(stage, clock);
    ann = stage.person('Ann');
    bob = stage.person('Bob');
  });

  afterAll(async () => {
    await bot.stop();
    await stage.close();
  });

  it('offers the topics of the decks, and one for what fits none', async () => {
    const form = formOf(await ann.run('question', 'suggest'));
    expect(form.title).toBe('Suggest a question');
    const topics = form.fields.find((field) => field.id === 'topic')?.options ?? [];
    expect(topics[0]?.label).toBe('Tokens, embeddings and context');
    expect(topics.at(-1)?.label).toBe('Other');
  });

  it('says what is wrong, and gives back what was typed, even after a restart', async () => {
    const refused = await suggest(ann, {
      ...BEAM,
      question: 'What does QLoRA change compared with LoRA, and what does that change cost?',
      answer: '   ',
    });
    expect(refused.text).toContain('This is not saved yet');
    expect(refused.text).toContain(
      'nearly the same as a question there is already: “What does QLoRA change compared with LoRA',
    );
    await bot.leave();
    bot = await startBot(stage, clock, bot.database);
    const again = formOf(await ann.press(button(refused, 'Edit')));
    const held = Object.fromEntries(again.fields.map((field) => [field.id, field.value]));
    expect(held).toMatchObject({ topic: 'other', difficulty: 'hard' });
    expect(held['question']).toContain('what does that change cost?');
    const saved = messageOf(await ann.send(again, BEAM));
    expect(saved.text).toContain('Your question is saved. People who manage Whetstone here decide');
    expect(saved.buttons).toEqual([]);
  });

  it('takes no second suggestion that asks the same', async () => {
    const refused = await suggest(bob, {
      ...BEAM,
      question: 'Why does beam search favour shorter outputs?',
    });
    expect(refused.text).toContain('“Why does beam search favour short outputs?”');
  });

  it('takes a suggestion once, however often it is delivered', async () => {
    stage.faults.deliverTwice(true);
    const saved = await suggest(bob, {
      question: 'What is label smoothing for?',
      answer: 'It spreads a little of the target’s weight, so a model grows less sure of itself.',
      topic: 'other',
      difficulty: 'medium',
    });
    stage.faults.deliverTwice(false);
    expect(saved.text).toContain('Your question is saved.');
    const mine = messageOf(await bob.run('question', 'mine'));
    expect(mine.text.match(/label smoothing/g)).toHaveLength(1);
  });

  it('shows everyone what they suggested, and nobody what others did', async () => {
    const mine = messageOf(await ann.run('question', 'mine'));
    expect(mine.text).toContain(`${BEAM.question} — waits for a decision`);
    expect(mine.text).not.toContain('label smoothing');
    const none = messageOf(await stage.person('Cy').run('question', 'mine'));
    expect(none.text).toContain('You have not suggested a question here yet');
  });

  it('lets only those who manage look through suggestions and reports', async () => {
    expect((await suggestions(ann)).text).toContain('Only people who may manage');
    const reports = messageOf(await ann.run('question', 'reports'));
    expect(reports.text).toContain('Only people who may manage');
  });

  it('takes a question in Russian as Russian, and tells a manager where it waits', async () => {
    const max = stage.person('Макс', { manages: true, language: 'ru' });
    const saved = await suggest(max, {
      question: 'Зачем нужен прогрев скорости обучения (warmup)?',
      answer: 'В начале оценки Adam ещё шумные, и большой шаг уводит модель далеко.',
      topic: 'training-math',
      difficulty: 'medium',
    });
    expect(saved.text).toContain('Вопрос сохранён и вместе с другими ждёт решения');
    const first = await suggestions(max);
    expect(first.text).toContain('Предложение 1 из 3');
    const second = messageOf(await max.press(button(first, 'Дальше →')));
    const third = messageOf(await max.press(button(second, 'Дальше →')));
    expect(third.text).toContain('Предложение 3 из 3');
    expect(third.text).toContain('русский');
    expect(third.buttons.map((each) => each.label)).not.toContain('Дальше →');
  });

  it('takes a question to discuss, which needs no reference answer', async () => {
    const question = 'Tell me about a deadline that you missed.';
    await suggest(bob, { question, answer: '', topic: 'other', difficulty: 'easy' });
    const mona = stage.person('Mona', { manages: true });
    let shown = await suggestions(mona);
    while (!shown.text.includes(question)) shown = await press(mona, shown, 'Next →');
    expect(shown.text).toContain('A question to discuss: it has no reference answer.');
    await press(mona, shown, 'Approve');
    const { questions } = await ownDeck(bot.runtime.context.db, stage);
    expect(questions.map(({ body }) => body.en)).toEqual([{ question, keyPoints: [] }]);
  });

  it('did nothing the platform would refuse', () => {
    expect(stage.refusals()).toEqual([]);
    expect(bot.errors).toEqual([]);
  });
});
