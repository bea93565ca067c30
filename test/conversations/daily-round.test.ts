import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { button, formOf, messageOf } from '../support/answered.ts';
import { type Bot, MONDAY_NINE, startBot } from '../support/bot.ts';
import { testClock } from '../support/clock.ts';
import type { Seen, SeenForm, Stage } from '../support/stage.ts';
import { STAGES } from '../support/stages.ts';

describe.each(STAGES)('a round on $name', ({ open }) => {
  const clock = testClock(MONDAY_NINE);
  let stage: Stage;
  let bot: Bot;
  let question: Seen;
  let opened: SeenForm;

  beforeAll(async () => {
    stage = await open(() => clock.peek());
    bot = await startBot(stage, clock);
    await bot.addTrack();
  });

  afterAll(async () => {
    await bot.stop();
    await stage.close();
  });

  it('posts its question once, with deadline, topic, difficulty and buttons, and opens a thread', async () => {
    await bot.goTo('2026-11-23T10:00:01Z');
    question = await bot.question(1);
    expect(question.text).toContain('Question 1');
    expect(question.text).toMatch(/Topic/);
    expect(question.text).toMatch(/Difficulty/);
    expect(question.text).toContain('Answers close');
    expect(question.buttons.map((button) => button.label)).toEqual([
      'Answer',
      'My streak',
      'Report',
    ]);
    await bot.runtime.tick();
    expect(stage.channelMessages()).toHaveLength(1);
  });

  it('takes an answer by form, kept private, and says the streak', async () => {
    const ann = stage.person('Ann');
    const form = formOf(await ann.press(button(question, 'Answer')));
    expect(form.about).not.toBe('');
    expect(question.text).toContain(form.about);
    const told = messageOf(await ann.send(form, { text: 'It weighs tokens by relevance.' }));
    expect(told.text).toContain('Your answer is saved.');
    expect(told.text).toContain('Your streak: 1 round.');
    expect(JSON.stringify(stage.channelMessages())).not.toContain('It weighs tokens');
  });

  it('takes a reply in the thread and marks it', async () => {
    const bob = stage.person('Bob');
    const reply = await bob.reply(question, 'A weighted sum of values.');
    await stage.until(
      () =>
        stage
          .threadMessages(question)
          .find((m) => m.id === reply.id)
          ?.marks.includes('accepted'),
      'the mark on the reply',
    );
  });

  it('reveals the answer at the deadline and closes the question', async () => {
    await bot.goTo('2026-11-23T17:59:00Z');
    opened = formOf(await stage.person('Cy').press(button(question, 'Answer')));
    await bot.goTo('2026-11-23T18:00:02Z');
    await stage.until(
      () => stage.channelMessages()[0]?.text.includes('Closed. 2 answers.'),
      'the closed question',
    );
    const words = stage
      .threadMessages(question)
      .map((m) => m.text)
      .join('\n');
    expect(words).toContain('Answer to question 1');
    expect(words).toContain('A good answer says');
    expect(words).toContain('It weighs tokens by relevance.');
    expect(words).toContain('2 people answered in time.');
  });

  it('keeps an answer that comes late, and says so', async () => {
    const told = messageOf(await stage.person('Cy').send(opened, { text: 'Too late.' }));
    expect(told.text).toContain('after the deadline');
  });

  it('shows the streak and the leaderboard', async () => {
    const ann = stage.person('Ann');
    const streak = messageOf(await ann.run('streak'));
    expect(streak.text).toContain('Your streak');
    expect(streak.text).toContain('🟩');
    const board = messageOf(await ann.run('leaderboard'));
    expect(board.text).toContain('1. Ann — 1 point, streak 1');
    expect(board.text).toContain('1. Bob — 1 point, streak 1');
    expect(board.text).not.toContain('Cy');
  });

  it('did nothing the platform would refuse', () => {
    expect(stage.refusals()).toEqual([]);
    expect(bot.errors).toEqual([]);
  });
});
