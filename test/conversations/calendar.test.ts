import { beforeAll, describe, expect, it } from 'vitest';
import { button, formOf, messageOf } from '../support/answered.ts';
import {
  answer,
  ask,
  close,
  converse,
  DAILY,
  dueAt,
  instant,
  said,
} from '../support/conversation.ts';
import type { Person, Seen } from '../support/stage.ts';
import { STAGES } from '../support/stages.ts';

/** Rounds come every day from Monday, 23 November 2026. */
describe.each(STAGES)('a calendar on $name', ({ open }) => {
  const talk = converse(open);
  let ann: Person;
  let boss: Person;

  beforeAll(async () => {
    ann = talk.stage.person('Ann');
    boss = talk.stage.person('Boss', { manages: true });
    await talk.bot.addTrack(DAILY);
    const question = await ask(talk, 1);
    await answer(ann, question, 'An answer.');
    await close(talk, 1, question);
  });

  /** Presses the setting's button, and sends its form. */
  const skip = async (person: Person, label: string, days: string): Promise<Seen> => {
    const settings = messageOf(await person.run('track', 'settings'));
    const form = formOf(await person.press(button(settings, label)));
    return messageOf(await person.send(form, { days }));
  };

  it('refuses what are no days with every reason, and gives back what was typed', async () => {
    const typed = 'Christmas\n2026-12-24 – 2027-01-03 Winter break\n2025-12-24';
    const refused = await skip(boss, 'Days to skip', typed);
    expect(refused.text).toContain('“Christmas” is not a day. Write 2026-12-24');
    expect(refused.text).toContain('“2025-12-24” is over already. Check the year.');
    expect(refused.text).toContain('2026-12-24 – 2027-01-03 Winter break');
    const yana = talk.stage.person('Яна', { manages: true, language: 'ru' });
    const russian = await skip(yana, 'Дни без вопросов', 'Рождество');
    expect(russian.text).toContain('«Рождество» — не дата.');
    expect(await said(boss, 'track', 'list')).not.toContain('No question');
  });

  it('shows the next three rounds, and what is skipped before them with the reason', async () => {
    const days = '2026-11-24 – 2026-11-26 Offsite\n2027-05-01';
    const settings = await skip(boss, 'Days to skip', days);
    expect(settings.text).toContain('24 November 2026 – 26 November 2026 (Offsite); 1 May 2027');
    const form = formOf(await boss.press(button(settings, 'Days to skip')));
    expect(form.fields.find(({ id }) => id === 'days')?.value).toBe(days);
    const listed = await said(boss, 'track', 'list');
    for (const round of [5, 6, 7]) expect(listed).toContain(instant(talk.stage, dueAt(round)));
    expect(listed).toContain('No question on 24 November 2026 – 26 November 2026 (Offsite).');
  });

  it('makes no round on skipped days, so that they break no streak', async () => {
    await talk.bot.goTo('2026-11-24T10:00:00Z');
    await talk.bot.goTo('2026-11-26T12:00:00Z');
    await talk.bot.goTo(dueAt(5));
    const second = await talk.bot.question(2);
    expect(second.text).toContain('2');
    await answer(ann, second, 'Another answer.');
    await talk.bot.goTo('2026-11-27T18:00:01Z');
    expect(await said(ann, 'streak')).toContain('2 rounds');
    expect(talk.stage.channelMessages()).toHaveLength(2);
  });
  it('pauses until a day, says so, and goes on by itself on that day', async () => {
    const settings = messageOf(await boss.run('track', 'settings'));
    const form = formOf(await boss.press(button(settings, 'Pause until…')));
    const refused = messageOf(await boss.send(form, { until: '2026-11-01' }));
    expect(refused.text).toContain('“2026-11-01” is not a day in the future.');
    const again = formOf(await boss.press(button(refused, 'Open the form again')));
    const paused = messageOf(await boss.send(again, { until: '2026-11-30' }));
    expect(paused.text).toContain('is paused until 30 November 2026');
    const yana = talk.stage.person('Яна', { manages: true, language: 'ru' });
    expect(await said(yana, 'track', 'list')).toContain('Пауза до даты: 30 ноября 2026');
    await talk.bot.goTo('2026-11-28T10:00:00Z');
    await talk.bot.goTo('2026-11-30T00:00:30Z');
    await talk.bot.goTo(dueAt(8));
    await answer(ann, await talk.bot.question(3), 'A third answer.');
    expect(talk.stage.channelMessages()).toHaveLength(3);
    expect(await said(boss, 'track', 'list')).not.toContain('Paused');
  });
});
