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

  /** What Ann gets of her data: with the answer, or in her private messages where it says so. */
  async function exported(ask = () => ann.run('privacy', 'export')) {
    const before = ann.told().length;
    const { text, files } = messageOf(await ask());
    expect(text).not.toContain('{');
    const isSent = text.includes('private messages with Whetstone');
    expect(isSent).toBe(name === 'slack');
    const all = isSent
      ? ann
          .told()
          .slice(before)
          .flatMap((message) => message.files)
      : files;
    expect(all).toHaveLength(1);
    return { text, file: all[0] ?? { name: '', text: '' } };
  }

  const words = (): string =>
    stage
      .threadMessages(question)
      .map(({ text }) => text)
      .join('\n');

  it('is shown to that person alone, to the letter', async () => {
    const { text, file } = await exported();
    expect(text).toContain('Your data');
    expect(file.name).toBe('whetstone-data.json');
    expect(file.text).not.toContain('Bob');
    expect(JSON.parse(file.text)).toMatchObject({
      member: { id: ann.id, name: 'Ann' },
      answers: [{ round: 1, text: 'Ann thinks of weights.', source: 'form' }],
    });
    expect(stage.channelMessages()).toHaveLength(1);
  });

  it('is not deleted before they say so twice', async () => {
    confirm = messageOf(await ann.run('privacy', 'forget'));
    expect(confirm.text).toContain('It cannot be undone.');
    const { file } = await exported(() => ann.press(button(confirm, 'Show my data first')));
    expect(file.text).toContain('Ann thinks of weights.');
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
    const { file } = await exported();
    expect(file.text).toContain('"answers": []');
    expect(file.text).not.toContain('Ann thinks of weights.');
  });

  it('begins anew with the next answer', async () => {
    await bot.goTo('2026-11-24T10:00:01Z');
    question = await bot.question(2);
    const told = await answer(ann, 'Here again.');
    expect(told.text).toContain('Your streak: 1 round.');
  });

  it('comes as a file, however long it is', async () => {
    for (let times = 1; times <= 26; times++) {
      await ann.reply(question, `${times} of many words `.repeat(100));
    }
    await expect.poll(repliesKept, { timeout: 10_000 }).toBe(26);
    const { file } = await exported();
    const { answers } = JSON.parse(file.text) as { answers: { text: string }[] };
    expect(answers.filter(({ text }) => text.includes('of many words'))).toHaveLength(26);
  });

  // On the others a file comes with the answer, so there is nothing to close.
  describe.runIf(name === 'slack')('to somebody who takes no private messages', () => {
    it('that is too long is had from the operator', async () => {
      stage.faults.refuseDirect(ann.id);
      const { text } = messageOf(await ann.run('privacy', 'export'));
      expect(text).toContain('Your data is too long for a private message.');
      expect(text).toContain('whetstone -- member export');
      expect(text).not.toContain('of many words');
    });

    it('is shown as text, and says why', async () => {
      const eve = stage.person('Eve');
      await answer(eve, 'Eve thinks of limits.');
      stage.faults.refuseDirect(eve.id);
      const { text } = messageOf(await eve.run('privacy', 'export'));
      expect(text).toContain('No file could be sent to you');
      const json: unknown = JSON.parse(text.slice(text.indexOf('{'), text.lastIndexOf('}') + 1));
      expect(json).toMatchObject({ answers: [{ text: 'Eve thinks of limits.' }] });
    });
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
