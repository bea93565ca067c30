import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { button, formOf, messageOf } from '../support/answered.ts';
import { type Bot, MONDAY_NINE, startBot } from '../support/bot.ts';
import { testClock } from '../support/clock.ts';
import type { Person, Seen, Stage } from '../support/stage.ts';
import { STAGES } from '../support/stages.ts';

describe.each(STAGES)('a person’s own data on $name', ({ name, open }) => {
  const clock = testClock(MONDAY_NINE);
  let stage: Stage;
  let bot: Bot;
  let question: Seen;
  let ann: Person;
  let confirm: Seen;

  beforeAll(async () => {
    stage = await open(() => clock.peek());
    bot = await startBot(stage, clock);
    await bot.addTrack();
    ann = stage.person('Ann');
    await bot.goTo('2026-11-23T10:00:01Z');
    question = await bot.question(1);
    await answer(ann, 'Ann thinks of weights.');
    await answer(stage.person('Bob'), 'Bob thinks of sums.');
    await bot.goTo('2026-11-23T18:00:02Z');
    await stage.until(() => words().includes('2 people answered in time.'), 'the reveal');
  });

  afterAll(async () => {
    await bot.stop();
    await stage.close();
  });

  async function answer(person: Person, text: string): Promise<Seen> {
    const form = formOf(await person.press(button(question, 'Answer')));
    return messageOf(await person.send(form, { text }));
  }

  const words = (): string =>
    stage
      .threadMessages(question)
      .map(({ text }) => text)
      .join('\n');

  it('is shown to that person alone, to the letter', async () => {
    const { text } = messageOf(await ann.run('privacy', 'export'));
    expect(text).toContain('Your data');
    expect(text).toContain('Ann thinks of weights.');
    expect(text).not.toContain('Bob');
    const json: unknown = JSON.parse(text.slice(text.indexOf('{'), text.lastIndexOf('}') + 1));
    expect(json).toMatchObject({
      member: { id: ann.id, name: 'Ann' },
      answers: [{ round: 1, text: 'Ann thinks of weights.', source: 'form' }],
    });
    expect(stage.channelMessages()).toHaveLength(1);
  });

  it('is not deleted before they say so twice', async () => {
    confirm = messageOf(await ann.run('privacy', 'forget'));
    expect(confirm.text).toContain('It cannot be undone.');
    const shown = messageOf(await ann.press(button(confirm, 'Show my data first')));
    expect(shown.text).toContain('Ann thinks of weights.');
  });

  it('is then gone: from the reveal, the leaderboard and their own page', async () => {
    const told = messageOf(await ann.press(button(confirm, 'Delete everything')));
    expect(told.text).toContain('Nothing is kept about you here any more; 1 answer went with it.');
    await stage.until(() => !words().includes('Ann thinks'), 'the redacted reveal');
    expect(words()).not.toContain('Ann');
    expect(words()).toContain('Bob thinks of sums.');
    expect(words()).toContain('deleted at its author’s request');

    const board = messageOf(await stage.person('Bob').run('leaderboard'));
    expect(board.text).toContain('1. Bob');
    expect(board.text).not.toContain('Ann');
    const data = messageOf(await ann.run('privacy', 'export'));
    expect(data.text).not.toContain('Ann thinks of weights.');
  });

  it('begins anew with the next answer', async () => {
    await bot.goTo('2026-11-24T10:00:01Z');
    question = await bot.question(2);
    const told = await answer(ann, 'Here again.');
    expect(told.text).toContain('Your streak: 1 round.');
  });

  // The playground's page shows a message of any length.
  it.skipIf(name === 'playground')('that is too long is had from the operator', async () => {
    for (let times = 1; times <= 26; times++) {
      await ann.reply(question, `${times} of many words `.repeat(100));
    }
    await expect.poll(repliesKept, { timeout: 10_000 }).toBe(26);
    const { text } = messageOf(await ann.run('privacy', 'export'));
    expect(text).toContain('Your data is too long for a private message.');
    expect(text).toContain('whetstone -- member export');
    expect(text).not.toContain('of many words');
  });

  async function repliesKept(): Promise<number> {
    const { db } = bot.runtime.context;
    const kept = await db
      .selectFrom('answers')
      .select('id')
      .where('source', '=', 'thread')
      .execute();
    return kept.length;
  }

  it('never met a refusal of the platform', () => {
    expect(stage.refusals()).toEqual([]);
    expect(bot.errors).toEqual([]);
  });
});
