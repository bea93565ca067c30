import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createHandlers } from '../../../src/app/requests/dispatch.ts';
import {
  createRateLimit,
  RATE,
  type RateLimitOptions,
} from '../../../src/app/requests/rate-limit.ts';
import { createRegistry } from '../../../src/app/requests/registry.ts';
import type { Handlers } from '../../../src/chat/event.ts';
import { helpFeature } from '../../../src/features/help/feature.ts';
import { quizFeature } from '../../../src/features/quiz/feature.ts';
import { handlersPerson, type PersonTraits } from '../../support/handlers-person.ts';
import { quietPlatform } from '../../support/quiet-platform.ts';
import { seedDeck } from '../../support/seed-deck.ts';
import { openWorld, type World } from '../../support/world.ts';

describe('the limit', () => {
  let now = 0;
  const limit = (options: Partial<RateLimitOptions> = {}) =>
    createRateLimit(() => now, { gestures: 3, perMs: 3_000, people: 100, ...options });
  const caller = (id: string, workspace = 'w1') => ({
    ...({ platform: 'discord', workspace, channel: 'c1', mayManage: false } as const),
    member: { id, name: id },
  });
  const times = (count: number, go: () => boolean) => Array.from({ length: count }, go);

  it('lets so many through at once, and then one at a time', () => {
    const inTime = limit();
    const ann = () => inTime(caller('ann'));
    expect(times(5, ann)).toEqual([true, true, true, false, false]);
    now += 999;
    expect(ann()).toBe(false);
    now += 1;
    expect(times(2, ann)).toEqual([true, false]);
    now += 60_000;
    expect(times(4, ann)).toEqual([true, true, true, false]);
  });

  it('does not punish trying again', () => {
    const inTime = limit();
    times(100, () => inTime(caller('ann')));
    now += 1_000;
    expect(inTime(caller('ann'))).toBe(true);
  });

  it('is each person’s own, in each workspace', () => {
    const inTime = limit();
    times(5, () => inTime(caller('ann')));
    expect(inTime(caller('bob'))).toBe(true);
    expect(inTime(caller('ann', 'w2'))).toBe(true);
  });

  it('remembers so many people only, those who were still longest forgotten first', () => {
    const inTime = limit({ people: 2 });
    times(3, () => inTime(caller('ann')));
    times(3, () => inTime(caller('bob')));
    expect(inTime(caller('bob'))).toBe(false);
    inTime(caller('cy'));
    expect(inTime(caller('bob'))).toBe(false);
    expect(inTime(caller('ann'))).toBe(true);
  });
});

describe('someone who goes too fast', () => {
  let world: World;
  let handlers: Handlers;
  let now = 0;

  beforeAll(async () => {
    world = await openWorld({ platforms: [quietPlatform()] });
    await seedDeck(world.context.db, { name: 'sample', questions: [{ id: 'softmax' }] });
    const registry = createRegistry([helpFeature, quizFeature]);
    handlers = createHandlers(
      world.context,
      registry,
      createRateLimit(() => now),
    );
  });

  afterAll(() => world.close());

  const person = (traits: PersonTraits) => {
    now += RATE.perMs;
    return handlersPerson(handlers, traits);
  };

  it('is asked to wait, in their own language, and goes on after a while', async () => {
    const ann = person({ language: 'ru' });
    for (let times = 0; times < RATE.gestures; times++) {
      expect((await ann.run('help')).text).toContain('Whetstone');
    }
    expect((await ann.run('help')).text).toContain('Слишком много нажатий сразу.');
    now += RATE.perMs;
    expect((await ann.run('help')).text).toContain('Whetstone');
  });

  it('loses nothing that they wrote: a form is always taken', async () => {
    const bob = person({ name: 'Bob' });
    const form = await bob.press(await bob.run('quiz'), 'Answer');
    while ((await bob.run('help')).text.includes('Whetstone')) {
      // Until it is too much.
    }
    expect((await bob.pressAction({ name: 'quiz-another', args: [] })).text).toContain(
      'That was a lot at once.',
    );
    expect((await bob.send(form, { text: 'A smooth maximum.' })).text).toContain('You wrote');
  });
});
