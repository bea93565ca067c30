import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { button, formOf, messageOf } from '../../support/answered.ts';
import { type Bot, MONDAY_NINE, startBot } from '../../support/bot.ts';
import { testClock } from '../../support/clock.ts';
import { RateLimited } from '../../support/slack/faults.ts';
import type { SlackPerson } from '../../support/slack/person.ts';
import { Refusal } from '../../support/slack/refusal.ts';
import { openSlackStage, type SlackStage } from '../../support/slack/stage.ts';
import type { Seen } from '../../support/stage.ts';

/** Longer than the bot remembers who someone is. */
const LATER_MS = 6 * 60_000;

const FAILURES = [
  ['refuses the look-up for now', () => new RateLimited(30)],
  ['refuses the look-up', () => new Refusal('internal_error')],
] as const;

describe('while Slack does not tell who people are', () => {
  const clock = testClock(MONDAY_NINE);
  let stage: SlackStage;
  let bot: Bot;
  let ann: SlackPerson;
  let mona: SlackPerson;
  let question: Seen;

  beforeAll(async () => {
    stage = await openSlackStage({ now: () => clock.peek() });
    bot = await startBot(stage, clock);
    ann = stage.person('Ann');
    mona = stage.person('Mona', { manages: true, language: 'ru' });
    await bot.addTrack();
    await bot.goTo('2026-11-23T10:00:00Z');
    question = await bot.question(1);
    await answer(ann, 'Of Ann');
    await mona.run('streak');
  });
  beforeEach(() => clock.set(new Date(clock.peek().getTime() + LATER_MS)));
  afterEach(() => {
    stage.world.methodFaults.clear();
    stage.world.silentMethods.clear();
  });
  afterAll(async () => {
    await bot.stop();
    await stage.close();
  });

  async function answer(person: SlackPerson, text: string): Promise<string> {
    const form = formOf(await person.press(button(question, 'Answer')));
    return messageOf(await person.send(form, { text, name: 'show' })).text;
  }

  const known = () =>
    bot.runtime.context.db
      .selectFrom('members')
      .select(['name', 'language'])
      .orderBy('id')
      .execute();

  describe.each(FAILURES)('and %s', (_, fault) => {
    beforeEach(() => stage.world.methodFaults.set('users.info', fault()));

    it('nobody loses their name or their language', async () => {
      const before = await known();
      expect(before).toContainEqual({ name: 'Ann', language: 'en' });
      await answer(ann, 'Again');
      await ann.reply(question, 'In the thread');
      await mona.run('streak');
      expect(await known()).toEqual(before);
      expect(messageOf(await ann.run('leaderboard')).text).toContain('1. Ann');
      expect(messageOf(await mona.type('/streak', '@Ann')).text).toContain('Ann');
    });

    it('someone who manages is not told that they may not, and is asked to try again', async () => {
      const told = messageOf(await mona.run('track', 'pause')).text;
      expect(told).toContain('Slack не сообщил мне, кто вы.');
      expect(told).not.toContain('кто управляет');
      stage.world.methodFaults.clear();
      expect(messageOf(await mona.run('track', 'list')).text).not.toContain('Slack не сообщил');
    });

    it('nobody is taken for someone who manages', async () => {
      const told = messageOf(await ann.run('track', 'pause')).text;
      expect(told).toContain('Slack did not tell me who you are.');
    });
  });

  it('a form opens in time although Slack never answers', async () => {
    stage.world.silentMethods.add('users.info');
    const begun = performance.now();
    formOf(await ann.press(button(question, 'Answer')));
    expect(performance.now() - begun).toBeLessThan(3_000);
    expect(stage.refusals().filter((line) => line.includes('trigger'))).toEqual([]);
  });

  it('someone new is known by the name that the event gave, until Slack tells it', async () => {
    stage.world.methodFaults.set('users.info', new RateLimited(30));
    const zoe = stage.person('Zoe');
    await zoe.run('streak');
    expect(await known()).toContainEqual({ name: 'zoe', language: null });
    stage.world.methodFaults.clear();
    await zoe.run('streak');
    expect(await known()).toContainEqual({ name: 'Zoe', language: 'en' });
  });
});
