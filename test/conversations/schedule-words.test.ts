import { beforeAll, describe, expect, it } from 'vitest';
import { button, formOf, messageOf } from '../support/answered.ts';
import { converse, DAILY, instant, said } from '../support/conversation.ts';
import type { Person } from '../support/stage.ts';
import { STAGES } from '../support/stages.ts';

/** The tests begin on Monday, 23 November 2026, at nine. */
describe.each(STAGES)('a schedule in words on $name', ({ open }) => {
  const talk = converse(open);
  let boss: Person;
  let yana: Person;

  beforeAll(async () => {
    boss = talk.stage.person('Boss', { manages: true });
    yana = talk.stage.person('Яна', { manages: true, language: 'ru' });
    await talk.bot.addTrack(DAILY);
  });

  const preview = async (person: Person, schedule: string) => {
    const form = formOf(await person.run('track', 'edit'));
    return messageOf(await person.send(form, { schedule }));
  };
  const rounds = (...days: readonly string[]) =>
    days.map((day) => instant(talk.stage, new Date(`${day}T10:00:00Z`)));

  it('may be every second week, told back in words with its rounds', async () => {
    const shown = await preview(boss, 'every second Monday at 10');
    expect(shown.text).toContain('every second week on Mondays at 10:00');
    for (const at of rounds('2026-11-23', '2026-12-07', '2026-12-21')) {
      expect(shown.text).toContain(at);
    }
    await boss.press(button(shown, 'Save'));
    expect(await said(yana, 'track', 'list')).toContain('раз в 2 недели по понедельникам в 10:00');
  });

  it('may be one day of a month, in Russian as well', async () => {
    const shown = await preview(yana, 'первый понедельник месяца в 10');
    expect(shown.text).toContain('в первый понедельник месяца в 10:00');
    await yana.press(button(shown, 'Сохранить'));
    const listed = await said(boss, 'track', 'list');
    expect(listed).toContain('on the first Monday of a month at 10:00');
    for (const at of rounds('2026-12-07', '2027-01-04', '2027-02-01')) {
      expect(listed).toContain(at);
    }
    expect(formOf(await boss.run('track', 'edit')).fields).toContainEqual(
      expect.objectContaining({ id: 'schedule', value: '0 10 * * 1#1' }),
    );
  });

  it('that is none is refused with what to write', async () => {
    expect((await preview(boss, 'every second someday at 10')).text).toContain(
      'every second someday at 10',
    );
    expect((await preview(yana, 'пятый понедельник месяца в 10')).text).toContain(
      'пятый понедельник месяца в 10',
    );
    expect(await said(boss, 'track', 'list')).toContain('first Monday of a month');
  });

  it('without a time, or with one that is none, is told so', async () => {
    expect((await preview(boss, 'daily')).text).toContain(
      '“daily” names no time of day. Add one, such as daily 10:00.',
    );
    expect((await preview(boss, 'weekdays 25:00')).text).toContain(
      '“25:00” is not a time of day: those go from 0:00 to 23:59. Write it like weekdays 10:00',
    );
    expect((await preview(yana, 'по будням')).text).toContain('например: по будням 10:00.');
    expect((await preview(yana, 'по будням 25:00')).text).toContain('«25:00» — не время суток:');
  });
});
