import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { PictureWish } from '../../src/pictures/picture-drawer.ts';
import { button, messageOf } from '../support/answered.ts';
import { answer, ask, close, converse, DAILY } from '../support/conversation.ts';
import { picturesDrawn } from '../support/drawn-pictures.ts';
import type { Person, Seen } from '../support/stage.ts';
import { STAGES } from '../support/stages.ts';

const painter = picturesDrawn();
afterAll(painter.close);

describe.each(STAGES)('pictures on $name', ({ open }) => {
  const wishes: PictureWish[] = [];
  let fails = false;
  const talk = converse(open, {
    drawPicture(wish) {
      wishes.push(wish);
      return fails ? Promise.resolve(undefined) : painter.draw(wish);
    },
  });
  let ann: Person;
  let zoe: Person;
  beforeAll(async () => {
    [ann, zoe] = [talk.stage.person('Ann'), talk.stage.person('Зоя', { language: 'ru' })];
    await talk.bot.addTrack(DAILY);
    const question = await ask(talk, 1);
    for (const person of [ann, zoe]) await answer(person, question, 'An answer.');
    await close(talk, 1, question);
  });

  it('draw nothing for a leaderboard until somebody asks for it', async () => {
    const board = messageOf(await ann.run('leaderboard'));
    expect(board.pictures).toEqual([]);
    expect(wishes).toEqual([]);
  });

  it('show the leaderboard beside all of its words, one’s own row marked', async () => {
    const board = messageOf(await zoe.run('leaderboard'));
    const drawn = messageOf(await zoe.press(button(board, 'Картинка')));
    expect(drawn.text).toContain(board.text.split('\n').slice(0, 4).join('\n'));
    const [picture] = drawn.pictures;
    expect(picture?.alt).toMatch(
      /Таблица лидеров: эта неделя[^]*1\. Ann — 1 очко, серия 1[^]*1\. Зоя/,
    );
    expect(picture?.bytes).toBeGreaterThan(5_000);
    expect(wishes.at(-1)).toMatchObject({
      rows: [
        { name: 'Ann', own: false },
        { name: 'Зоя', own: true },
      ],
    });
    expect(drawn.buttons.map(({ label }) => label)).not.toContain('Картинка');
  });

  it('leave the words of a leaderboard where it cannot be drawn', async () => {
    fails = true;
    const board = messageOf(await ann.run('leaderboard'));
    const drawn = messageOf(await ann.press(button(board, 'Picture')));
    fails = false;
    expect(drawn.pictures).toEqual([]);
    expect(drawn.text).toContain('1. Ann — 1 point, streak 1');
    expect(drawn.text).toContain('There is no picture this time. The list says the same.');
    expect(messageOf(await ann.press(button(drawn, 'Picture'))).pictures).toHaveLength(1);
  });

  it('show one’s own year, with days away that nobody else is told of', async () => {
    await zoe.run('away', 'set', { from: '2026-11-24', until: '2026-11-24' });
    const question = await ask(talk, 2);
    await close(talk, 2, question);
    const streak = messageOf(await zoe.run('streak'));
    const year = messageOf(await zoe.press(button(streak, 'Мой год')));
    const said = 'ноябрь 2026: с ответом — 1, пока вас не было — 1';
    expect(year.text).toContain(said);
    expect(year.pictures[0]?.alt).toContain(said);
    expect(year.pictures[0]?.bytes).toBeGreaterThan(5_000);
    expect(wishes.at(-1)).toMatchObject({
      marks: new Map([
        [20_780, 'answered'],
        [20_781, 'away'],
      ]),
    });
    const others = messageOf(await ann.run('streak', { member: zoe.id }));
    expect(others.buttons.map(({ label }) => label)).not.toContain('My year');
  });

  it('show one’s own topics from strong to weak, once something was reviewed', async () => {
    const press = async (on: Seen, label: string): Promise<Seen> =>
      messageOf(await ann.press(button(on, label)));
    const before = messageOf(await ann.run('review'));
    expect((await press(before, 'All topics')).pictures).toEqual([]);
    const shown = await press(await press(before, 'Start'), 'Show the answer');
    await press(shown, 'Had it');
    const topics = await press(messageOf(await ann.run('review')), 'All topics');
    expect(topics.text).toContain('Your topics, from strong to weak');
    const [line = 'none'] = /\S[^\n]* — \d+%, 1 of \d+ questions? reviewed/.exec(topics.text) ?? [];
    expect(topics.pictures[0]?.alt).toContain(line.replace(/^1\. /, ''));
    expect(topics.pictures[0]?.bytes).toBeGreaterThan(5_000);
    expect(wishes.at(-1)).toMatchObject({
      ...{ type: 'topics', rows: [{ share: 1, value: '100%' }] },
      more: expect.stringMatching(/^\d+ more topics in the text$/) as string,
    });
  });
});
