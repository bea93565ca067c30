import { beforeAll, describe, expect, it } from 'vitest';
import { answer, ask, close, converse, DAILY, said } from '../support/conversation.ts';
import type { Person } from '../support/stage.ts';
import { STAGES } from '../support/stages.ts';

/** Rounds come every day from Monday, 23 November 2026. */
describe.each(STAGES)('days away on $name', ({ open }) => {
  const talk = converse(open);
  let ann: Person;
  let yana: Person;
  const marks = async (): Promise<string | undefined> =>
    /[🟩⬜🧊➖🟦▫️\s]{2,}/u.exec(await said(ann, 'streak'))?.[0].replaceAll(/\s/gu, '');
  const play = async (round: number, by?: Person): Promise<void> => {
    const question = await ask(talk, round);
    if (by) await answer(by, question, 'An answer.');
    await close(talk, round, question);
  };

  beforeAll(async () => {
    ann = talk.stage.person('Ann');
    yana = talk.stage.person('Яна', { language: 'ru' });
    await talk.bot.addTrack(DAILY);
    await play(1, ann);
  });

  it('are refused where they are over, backwards, too far ahead, or no days', async () => {
    const set = (from: string, until: string) => said(ann, 'away', 'set', { from, until });
    expect(await set('2026-11-22', '2026-11-24')).toContain('22 November 2026 is over.');
    expect(await set('2026-11-26', '2026-11-25')).toContain(
      '25 November 2026 comes before 26 November 2026.',
    );
    expect(await set('today', '2029-01-01')).toContain('can be 23 November 2028 at the latest');
    expect(await set('2026-02-30', 'today')).toContain('“2026-02-30” is not a day.');
    const russian = await said(yana, 'away', 'set', { from: 'сегодня', until: 'пятница' });
    expect(russian).toContain('«пятница» — не дата.');
    expect(await said(ann, 'away', 'list')).toContain('You have announced no days away.');
  });

  it('are cleared before the first of them, without a word of coming back', async () => {
    const days = { from: '2026-11-27', until: '2026-11-28' };
    for (const person of [ann, yana]) await said(person, 'away', 'set', days);
    const cleared = await said(ann, 'away', 'clear');
    expect(cleared).toContain('Your days away are cleared.');
    expect(cleared).not.toContain('Welcome back');
    expect(await said(yana, 'away', 'clear')).toContain('Дни отсутствия отменены.');
  });

  it('keep a streak while nothing is answered, and count what is', async () => {
    const noted = await said(ann, 'away', 'set', { from: '2026-11-24', until: '2026-11-25' });
    expect(noted).toContain('away from 24 November 2026 to 25 November 2026');
    await play(2);
    await play(3, ann);
    expect(await marks()).toBe('🟩➖🟩');
    expect(await said(ann, 'streak')).toContain('2 rounds');
  });

  it('become one where they overlap', async () => {
    await said(ann, 'away', 'set', { from: '2026-11-28', until: '2026-11-30' });
    const joined = await said(ann, 'away', 'set', { from: '26.11.2026', until: '28.11.2026' });
    expect(joined).toContain('away from 26 November 2026 to 30 November 2026');
    const listed = await said(ann, 'away', 'list');
    expect(listed).toContain('26 November 2026 – 30 November 2026');
    expect(listed).not.toContain('28 November');
  });

  it('end when they are cleared, and what they excused stays excused', async () => {
    await play(4);
    await ask(talk, 5);
    expect(await said(ann, 'away', 'clear')).toContain('From today on your rounds count again');
    expect(await said(ann, 'away', 'clear')).toContain('nothing to clear');
    await talk.bot.goTo('2026-11-27T18:00:01Z');
    await play(6);
    expect(await marks()).toBe('🟩➖🟩➖⬜⬜');
  });

  it('save no streak afterwards', async () => {
    await play(7, ann);
    await play(8);
    const noted = await said(ann, 'away', 'set', { from: 'today', until: 'today' });
    expect(noted).toContain('away on 30 November 2026.');
    expect(await marks()).toBe('🟩➖🟩➖⬜⬜🟩⬜');
    const why = await said(ann, 'streak', { show: 'why' });
    expect(why).toContain('Round 4: not counted, since you were away: 26 November 2026 – 30');
    expect(why).toContain('Round 5: missed; it ended a streak of 2 rounds.');
  });

  it('are told in the reader’s language', async () => {
    const noted = await said(yana, 'away', 'set', { from: 'завтра', until: '05.12.2026' });
    expect(noted).toContain('вас не будет с 1 декабря 2026 по 5 декабря 2026');
    expect(await said(yana, 'away', 'list')).toContain('1 декабря 2026 – 5 декабря 2026');
  });
});
