import { beforeAll, describe, expect, it } from 'vitest';
import { button, formOf, messageOf } from '../support/answered.ts';
import {
  answer,
  ask,
  close,
  closed,
  converse,
  DAILY,
  dueAt,
  revealText,
  said,
} from '../support/conversation.ts';
import type { Person, Seen } from '../support/stage.ts';
import { STAGES } from '../support/stages.ts';

describe.each(STAGES)('two languages on $name', ({ open, name: platform }) => {
  const talk = converse(open);
  let ann: Person;
  let yana: Person;
  let question: Seen;
  beforeAll(async () => {
    ann = talk.stage.person('Ann');
    yana = talk.stage.person('Яна', { language: 'ru' });
    await talk.bot.addTrack({ ...DAILY, language: 'ru' });
    question = await ask(talk, 1);
  });

  it('a track asks in its own', () => {
    for (const words of ['Вопрос 1', 'Тема', 'Уровень', 'Приём ответов до']) {
      expect(question.text).toContain(words);
    }
    expect(question.buttons.map(({ label }) => label)).toEqual([
      'Ответить',
      'Моя серия',
      'Сообщить об ошибке',
    ]);
  });

  it('a person is answered in theirs', async () => {
    const english = formOf(await ann.press(button(question, 'Ответить')));
    expect(english.title).toBe('Your answer');
    expect(messageOf(await ann.send(english, { text: 'One.' })).text).toBe(
      'Your answer is saved. It stays private until the reveal. Your streak: 1 round.',
    );
    const russian = formOf(await yana.press(button(question, 'Ответить')));
    expect(russian.title).toBe('Ваш ответ');
    expect(messageOf(await yana.send(russian, { text: 'Два.' })).text).toBe(
      'Ответ сохранён. До разбора его никто не увидит. Ваша серия: 1 раунд.',
    );
    expect((await answer(yana, question, 'Три.')).text).toContain(
      'Новый ответ сохранён и заменил прежний.',
    );
  });

  it('the reveal is in the track’s', async () => {
    question = await close(talk, 1, question);
    expect(question.text).toContain('Приём закрыт. 2 ответа.');
    const reveal = revealText(talk.stage, question);
    for (const words of [
      'Разбор вопроса 1',
      'Что есть в хорошем ответе',
      'Вовремя ответили 2 человека.',
      'Что прислали скрыто',
    ]) {
      expect(reveal).toContain(words);
    }
    expect(reveal).not.toMatch(/Answer|Anonymous|answered/);
  });

  it('streaks and boards are in the reader’s', async () => {
    expect(await said(ann, 'streak')).toContain('Your streak');
    expect(await said(yana, 'streak')).toContain('Ваша серия');
    expect(await said(ann, 'leaderboard')).toContain('Leaderboard: this week');
    const board = await said(yana, 'leaderboard');
    expect(board).toContain('Таблица лидеров: эта неделя');
    expect(board).toContain('1. Яна — 1 очко, серия 1');
    const shown = messageOf(await yana.press(button(question, 'Моя серия')));
    expect(shown.text).toMatch(/Сейчас:?\s+1 раунд/);
  });

  it('a quiz is in the asker’s, question and all', async () => {
    expect(await said(ann, 'quiz')).toMatch(/Difficulty:?\s+(easy|medium|hard)/);
    expect(await said(yana, 'quiz')).toMatch(/Уровень:?\s+(лёгкий|средний|сложный)/);
  });

  it('who is late in the thread is told in theirs, or the track’s where that is not known', async () => {
    const max = talk.stage.person('Max');
    await max.reply(question, 'Too late?');
    const note = await talk.stage.until(() => max.told()[0], 'the note');
    // Discord tells a bot nobody’s language but with a command, a button or a form.
    expect(note.text).toContain(platform === 'discord' ? 'после срока' : 'after the deadline');
  });

  it('an edited track goes on in the new one, and an open round stays in the old one', async () => {
    const second = await ask(talk, 2);
    await talk.bot.runtime.context.db.updateTable('tracks').set({ language: 'en' }).execute();
    await talk.bot.goTo(dueAt(3));
    expect((await closed(talk.stage, second)).text).toContain('Приём закрыт. Ответов не было.');
    expect((await talk.bot.question(3)).text).toContain('Question 3');
  });
});
