import { beforeAll, describe, expect, it } from 'vitest';
import { claimNudges } from '../../src/features/nudge/claim-nudges.ts';
import { button, formOf, messageOf } from '../support/answered.ts';
import {
  answer,
  ask,
  botSaid,
  close,
  converse,
  DAILY,
  deadlineOf,
  said,
} from '../support/conversation.ts';
import type { Person, Seen } from '../support/stage.ts';
import { STAGES } from '../support/stages.ts';

describe.each(STAGES)('a nudge before the deadline on $name', ({ open }) => {
  const talk = converse(open);
  let ada: Person;
  let yana: Person;

  /** Presses the setting's button, and sends its form. */
  const set = async (
    person: Person,
    label: string,
    values: Readonly<Record<string, string>>,
  ): Promise<Seen> => {
    const settings = messageOf(await person.run('track', 'settings'));
    const form = formOf(await person.press(button(settings, label)));
    return messageOf(await person.send(form, values));
  };
  const minutesBefore = (round: number, minutes: number) =>
    talk.bot.goTo(new Date(deadlineOf(round).getTime() - minutes * 60_000));
  const nudges = (question: Seen): readonly Seen[] =>
    botSaid(talk.stage, question).filter(({ text }) => text.includes('This round closes'));

  beforeAll(async () => {
    ada = talk.stage.person('Ada', { manages: true });
    yana = talk.stage.person('Яна', { manages: true, language: 'ru' });
    await talk.bot.addTrack(DAILY);
  });

  it('is off until a manager sets it, and refuses what is no time', async () => {
    const before = await said(ada, 'track', 'settings');
    expect(before).toMatch(/Nudge before the deadline:?\s+none/);
    const asked = async (other: string) => (await set(ada, 'Nudge', { other })).text;
    expect(await asked('soon')).toContain('“soon” is not a time. Write 30m, 2h or 1d');
    expect(await asked('1m')).toContain('comes at least 5 minutes before');
    expect(await asked('8d')).toContain('comes at most 7 days before');
    expect(await asked('8h')).toContain('Rounds of this track are open for 8 hours, so “8h”');
    const russian = await set(yana, 'Напоминание', { other: 'скоро' });
    expect(russian.text).toContain('«скоро» — не время.');
    expect(await said(ada, 'track', 'list')).not.toContain('Nudge');
    const member = talk.stage.person('Bob');
    expect(await said(member, 'track', 'settings')).toContain('Only people who may manage');
  });

  it('is shown in the settings and the list once it is set', async () => {
    const chosen = await set(ada, 'Nudge', { before: '2h', other: '' });
    expect(chosen.text).toContain('2 hours before a round closes');
    const typed = await set(yana, 'Напоминание', { other: '90 минут' });
    expect(typed.text).toContain('за 90 минут до конца раунда');
    expect(await said(ada, 'track', 'list')).toContain(
      'Nudge before the deadline: 90 minutes before a round closes.',
    );
  });

  it('comes to the thread once, names nobody, and takes answers', async () => {
    const question = await ask(talk, 1);
    const ann = talk.stage.person('Ann');
    await answer(ann, question, 'An answer.');
    await minutesBefore(1, 91);
    await claimNudges(talk.bot.runtime.context);
    await minutesBefore(1, 90);
    await claimNudges(talk.bot.runtime.context);
    await claimNudges(talk.bot.runtime.context);
    const nudge = await talk.stage.until(() => nudges(question)[0], 'the nudge');
    expect(nudge.text).toContain('1 answer so far.');
    expect(nudge.text).not.toContain('Ann');
    await answer(talk.stage.person('Bob'), nudge, 'Just in time.');
    await close(talk, 1, question);
    expect(nudges(question)).toHaveLength(1);
  });

  it('does not come once it is off again', async () => {
    await set(ada, 'Nudge', { before: 'off', other: '' });
    const question = await ask(talk, 2);
    await minutesBefore(2, 60);
    await claimNudges(talk.bot.runtime.context);
    await close(talk, 2, question);
    expect(nudges(question)).toEqual([]);
  });
});
