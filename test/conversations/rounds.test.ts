import { beforeAll, describe, expect, it } from 'vitest';
import { button, messageOf } from '../support/answered.ts';
import {
  answer,
  ask,
  close,
  closed,
  converse,
  DAILY,
  dueAt,
  instant,
  revealText,
  said,
} from '../support/conversation.ts';
import { seedDeck } from '../support/seed-deck.ts';
import type { Seen } from '../support/stage.ts';
import { STAGES } from '../support/stages.ts';

const THREE = { name: 'three', questions: [{ id: 'alpha' }, { id: 'beta' }, { id: 'gamma' }] };

describe.each(STAGES)('a deck of three questions on $name', ({ open }) => {
  const talk = converse(open);

  it('repeats none until all were asked, and then begins anew', async () => {
    const deck = await seedDeck(talk.bot.runtime.context.db, THREE);
    await talk.bot.addTrack({ ...DAILY, answeringSeconds: null, deckIds: [deck.id] });
    const asked: string[] = [];
    for (let round = 1; round <= 7; round++) {
      const { text } = await ask(talk, round);
      expect(text).toContain(`Question ${round}\n`);
      asked.push(/What is (\w+)\?/.exec(text)?.[1] ?? text);
    }
    const all = ['alpha', 'beta', 'gamma'];
    expect(asked.slice(0, 3).toSorted()).toEqual(all);
    expect(asked.slice(3, 6).toSorted()).toEqual(all);
    expect(asked[3]).not.toBe(asked[2]);
    expect(asked[6]).not.toBe(asked[5]);
  });
});

describe.each(STAGES)('two tracks in one channel on $name', ({ open }) => {
  const talk = converse(open);
  let early: Seen;
  let late: Seen;
  beforeAll(async () => {
    const deck = await seedDeck(talk.bot.runtime.context.db, THREE);
    await talk.bot.addTrack(DAILY);
    await talk.bot.addTrack({
      ...{ cron: '0 12 * * *', answeringSeconds: 8 * 3600 },
      ...{ deckIds: [deck.id], nextDueAt: new Date('2026-11-23T12:00:00Z') },
    });
    early = await ask(talk, 1);
    await talk.bot.goTo('2026-11-23T12:00:00Z');
    late = await talk.bot.question(2);
  });

  it('ask each for itself, each with a number and a deadline of its own', () => {
    for (const question of [early, late]) expect(question.text).toContain('Question 1\n');
    expect(early.text).toContain(instant(talk.stage, '2026-11-23T18:00:00Z'));
    expect(late.text).toContain(instant(talk.stage, '2026-11-23T20:00:00Z'));
  });

  it('count an answer where it was given, and reveal each at its own time', async () => {
    const ann = talk.stage.person('Ann');
    await answer(ann, late, 'Only to the later one.');
    const first = await close(talk, 1, early);
    expect(first.text).toContain('Closed. Nobody answered.');
    expect(revealText(talk.stage, late)).toBe('');
    await talk.bot.goTo('2026-11-23T20:00:00Z');
    late = await closed(talk.stage, late);
    expect(late.text).toContain('Closed. 1 answer.');
    expect(revealText(talk.stage, late)).toContain('Only to the later one.');
  });

  it('have streaks and boards of their own', async () => {
    const ann = talk.stage.person('Ann');
    const streaks = await said(ann, 'streak');
    expect(streaks).toContain('track 1');
    expect(streaks).toContain('track 2');
    expect(streaks.indexOf('▫️')).toBeLessThan(streaks.indexOf('🟩'));
    const mine = messageOf(await ann.press(button(late, 'My streak'))).text;
    expect(mine).toContain('track 2');
    expect(mine).not.toContain('track 1');
    expect(await said(ann, 'leaderboard', { track: '1' })).toContain('Nobody has a point');
    expect(await said(ann, 'leaderboard', { track: '2' })).toContain('1. Ann — 1 point, streak 1');
  });
});

describe.each(STAGES)('a round until the next on $name', ({ open }) => {
  const talk = converse(open);

  it('closes at the instant it states, which is when the next one opens', async () => {
    await talk.bot.addTrack({ ...DAILY, answeringSeconds: null });
    const first = await ask(talk, 1);
    expect(first.text).toContain(instant(talk.stage, dueAt(2)));
    const ann = talk.stage.person('Ann');
    talk.clock.set('2026-11-24T09:59:59Z');
    expect((await answer(ann, first, 'Just in time.')).text).toContain('is saved');
    await talk.bot.goTo(dueAt(2));
    const second = await talk.bot.question(2);
    expect(second.text).toContain('Question 2');
    expect((await closed(talk.stage, first)).text).toContain('Closed. 1 answer.');
  });
});

describe.each(STAGES)('a paused track on $name', ({ open }) => {
  const talk = converse(open);

  it('asks nothing, and still closes and reveals the round that is open', async () => {
    const mona = talk.stage.person('Mona', { manages: true });
    await talk.bot.addTrack(DAILY);
    const question = await ask(talk, 1);
    expect(await said(mona, 'track', 'pause')).toContain('is paused');
    expect((await close(talk, 1, question)).text).toContain('Closed.');
    expect(revealText(talk.stage, question)).toContain('Answer to question 1');
    await talk.bot.goTo(dueAt(2));
    expect(talk.stage.channelMessages()).toHaveLength(1);
    expect(await said(mona, 'track', 'resume')).toContain('goes on');
    await talk.bot.goTo(dueAt(3));
    expect((await talk.bot.question(2)).text).toContain('Question 2');
  });
});
