import { beforeAll, describe, expect, it } from 'vitest';
import type { PictureWish } from '../../src/pictures/picture-drawer.ts';
import { button, messageOf } from '../support/answered.ts';
import { answer, ask, close, converse, DAILY, said } from '../support/conversation.ts';
import type { Person, Seen } from '../support/stage.ts';
import { STAGES } from '../support/stages.ts';

const CROWD = ['Ann', 'Bob', '*Cy* _the_ `<b>`', 'D', 'E', 'F', 'G', 'H', 'I', 'J', 'K', 'Lea'];

describe.each(STAGES)('the leaderboard on $name', ({ open }) => {
  const wishes: PictureWish[] = [];
  const talk = converse(open, {
    drawPicture(wish) {
      wishes.push(wish);
      return Promise.resolve(undefined);
    },
  });
  let crowd: readonly Person[];
  let lea: Person;
  beforeAll(async () => {
    crowd = CROWD.map((name) => talk.stage.person(name));
    lea = talk.stage.person('Lea');
    await talk.bot.addTrack(DAILY);
    const first = await ask(talk, 1);
    for (const person of crowd) await answer(person, first, 'An answer.');
    await close(talk, 1, first);
    const second = await ask(talk, 2);
    for (const person of crowd.slice(0, 3)) await answer(person, second, 'An answer.');
    await close(talk, 2, second);
  });

  it('lets equal points share a place, and shows names letter for letter', async () => {
    const board = await said(lea, 'leaderboard');
    expect(board).toContain('Leaderboard: this week');
    expect(board.split('\n').filter((line) => /^\d+\. /.test(line))).toEqual([
      '1. Ann — 2 points, streak 2',
      '1. Bob — 2 points, streak 2',
      '1. *Cy* _the_ `<b>` — 2 points, streak 2',
      ...['D', 'E', 'F', 'G', 'H', 'I', 'J'].map((name) => `4. ${name} — 1 point, streak 0`),
    ]);
  });

  it('says what a point is for', async () => {
    expect(await said(lea, 'leaderboard')).toContain(
      'One point for each round answered in time. Equal points share a place. Page 1 of 2.',
    );
  });

  it('tells one’s own place beyond the first page', async () => {
    expect(await said(lea, 'leaderboard')).toContain('Your place: 4 — 1 point, streak 0');
  });

  it('is drawn with one’s own row under the page that lacks it, and as the page is shown', async () => {
    const names = (): readonly string[] =>
      wishes
        .splice(0)
        .flatMap((wish) =>
          wish.type === 'board' ? wish.rows.map((row) => `${row.name}${row.own ? ' *' : ''}`) : [],
        );
    const first = messageOf(await lea.run('leaderboard'));
    await lea.press(button(first, 'Picture'));
    expect(names()).toEqual([...CROWD.slice(0, 10), 'Lea *']);
    const second = messageOf(await lea.press(button(first, 'Later places →')));
    const drawn = messageOf(await lea.press(button(second, 'Picture')));
    expect(names()).toEqual(['K', 'Lea *']);
    expect(drawn.text).toContain('Page 2 of 2.');
  });

  it('tells someone without a point that they have none', async () => {
    const board = await said(talk.stage.person('Zoe'), 'leaderboard');
    expect(board).toContain('You have no points in this period yet.');
  });

  it('turns its pages by button, and back', async () => {
    const first = messageOf(await lea.run('leaderboard'));
    const second = messageOf(await lea.press(button(first, 'Later places →')));
    expect(second.text).toContain('4. K — 1 point');
    expect(second.text).toContain('4. Lea — 1 point');
    expect(second.text).not.toContain('Ann');
    expect(second.text).not.toContain('Your place');
    expect(second.text).toContain('Page 2 of 2.');
    const back = messageOf(await lea.press(button(second, '← Earlier places')));
    expect(back.text).toContain('1. Ann — 2 points');
  });

  it('that is asked for by a number no track has says so', async () => {
    expect(await said(lea, 'leaderboard', { track: '4711' })).toContain(
      'There is no track “4711” here',
    );
  });
});

describe.each(STAGES)('the leaderboards of two tracks in one channel on $name', ({ open }) => {
  const talk = converse(open);
  let ann: Person;
  beforeAll(async () => {
    ann = talk.stage.person('Ann');
    await talk.bot.addTrack({ ...DAILY, cron: '0 10 1 1 *' });
    await talk.bot.addTrack(DAILY);
    await answer(ann, await ask(talk, 1), 'An answer.');
  });

  it('begin with the track that asked last, and lead to the other and back', async () => {
    const second = messageOf(await ann.run('leaderboard', { period: 'month' }));
    expect(second.text).toContain('· track 2');
    expect(second.text).toContain('1. Ann — 1 point');
    const toFirst = button(second, 'Track 1: LLM interview');
    const first = messageOf(await ann.press(toFirst));
    expect(first.text).toContain('· track 1');
    expect(first.text).toContain('Leaderboard: this month');
    expect(first.text).toContain('Nobody has a point in this period yet.');
    const back = messageOf(await ann.press(button(first, 'Track 2: LLM interview')));
    expect(back.text).toContain('1. Ann — 1 point');
  });

  it('begin with the track that is named', async () => {
    const first = messageOf(await ann.run('leaderboard', { track: '1' }));
    expect(first.text).toContain('· track 1');
  });

  it('stand beside both streaks', async () => {
    const streaks = await said(ann, 'streak');
    expect(streaks).toContain('· track 1');
    expect(streaks).toContain('· track 2');
  });
});

/** Half past midnight in Auckland, where it is UTC+13 by then: Sunday, Monday, and 1 December. */
const MIDNIGHTS = ['2026-11-28T11:30:00Z', '2026-11-29T11:30:00Z', '2026-11-30T11:30:00Z'] as const;

describe.each(STAGES)('a leaderboard on $name across a week’s and a month’s end', ({ open }) => {
  const talk = converse(open);
  let ann: Person;
  const play = async (at: string, count: number): Promise<Seen> => {
    await talk.bot.goTo(at);
    const question = await talk.bot.question(count);
    await answer(ann, question, 'Up late.');
    return question;
  };
  const points = async (period: string): Promise<string | undefined> => {
    const board = await said(ann, 'leaderboard', { period });
    return /Ann — (\d+) points?/.exec(board)?.[1];
  };
  beforeAll(async () => {
    ann = talk.stage.person('Ann');
    talk.clock.set('2026-11-28T09:00:00Z');
    await talk.bot.addTrack({
      ...{ cron: '30 0 * * *', timezone: 'Pacific/Auckland', answeringSeconds: 8 * 3600 },
    });
  });

  it('counts weeks from Monday and months from the first, both in the track’s own zone', async () => {
    await play(MIDNIGHTS[0], 1);
    expect([await points('week'), await points('month'), await points('all')]).toEqual([
      '1',
      '1',
      '1',
    ]);
    await play(MIDNIGHTS[1], 2);
    expect([await points('week'), await points('month'), await points('all')]).toEqual([
      '1',
      '2',
      '2',
    ]);
    await play(MIDNIGHTS[2], 3);
    expect([await points('week'), await points('month'), await points('all')]).toEqual([
      '2',
      '1',
      '3',
    ]);
  });

  it('shows another period by button', async () => {
    const week = messageOf(await ann.run('leaderboard'));
    const month = messageOf(await ann.press(button(week, 'Month')));
    expect(month.text).toContain('Leaderboard: this month');
    expect(month.text).toContain('1. Ann — 1 point, streak 3');
    const all = messageOf(await ann.press(button(month, 'All time')));
    expect(all.text).toContain('Leaderboard: all time');
    expect(all.text).toContain('1. Ann — 3 points, streak 3');
  });

  it('is empty while nobody has a point in the new week', async () => {
    talk.clock.set('2026-12-06T12:00:00Z');
    expect(await said(ann, 'leaderboard')).toContain('Nobody has a point in this period yet.');
  });
});
