import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { claimDigests } from '../../src/features/digest/claim-digests.ts';
import { button, formOf, messageOf } from '../support/answered.ts';
import {
  answer,
  ask,
  close,
  converse,
  DAILY,
  dueAt,
  said,
  untilAllIsShown,
} from '../support/conversation.ts';
import { picturesDrawn } from '../support/drawn-pictures.ts';
import type { Person, Seen } from '../support/stage.ts';
import { STAGES } from '../support/stages.ts';

const WEEKDAYS = { ...DAILY, cron: '0 10 * * 1-5' } as const;

const painter = picturesDrawn();
afterAll(painter.close);

describe.each(STAGES)('the digest of a week on $name', ({ open }) => {
  const talk = converse(open, { drawPicture: painter.draw });
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
  const digests = (): readonly Seen[] =>
    talk.stage.channelMessages().filter(({ text }) => text.includes('The past week:'));
  const claim = async (): Promise<void> => {
    await claimDigests(talk.bot.runtime.context);
    await untilAllIsShown(talk);
  };

  beforeAll(async () => {
    ada = talk.stage.person('Ada', { manages: true });
    yana = talk.stage.person('Яна', { manages: true, language: 'ru' });
    await talk.bot.addTrack(WEEKDAYS);
  });

  it('is off until a manager sets it, and refuses what is no time of day', async () => {
    const before = await said(ada, 'track', 'settings');
    expect(before).toMatch(/Digest of the week or month:?\s+none/);
    const bad = await set(ada, 'Digest', { every: 'week', time: '25:00' });
    expect(bad.text).toContain('“25:00” is not a time of day. Write 9:30 or 18:00');
    const russian = await set(yana, 'Итоги', { every: 'week', time: 'после обеда' });
    expect(russian.text).toContain('«после обеда» — не время дня.');
    expect(await said(ada, 'track', 'list')).not.toContain('Digest of');
    expect(await said(talk.stage.person('Bob'), 'track', 'settings')).toContain(
      'Only people who may manage',
    );
  });

  it('is shown in the settings and the list once it is set', async () => {
    const monthly = await set(yana, 'Итоги', { every: 'month', time: '9 утра' });
    expect(monthly.text).toContain('раз в месяц, первого числа в 09:00');
    const weekly = await set(ada, 'Digest', { every: 'week', time: '' });
    expect(weekly.text).toContain('weekly, on Mondays at 10:00 (UTC)');
    expect(await said(ada, 'track', 'list')).toContain(
      'Digest of the week or month: weekly, on Mondays at 10:00 (UTC).',
    );
  });

  it('tells once who took part, the board, streaks, what most missed and what comes next', async () => {
    const people = ['Ann', '@everyone <@U1>', 'Cy', 'Di', 'Eve'].map((name) =>
      talk.stage.person(name),
    );
    for (const round of [1, 2, 3, 4, 5]) {
      const question = await ask(talk, round);
      const answering = round === 1 ? people : people.slice(0, round === 2 ? 1 : 2);
      for (const person of answering) {
        await answer(person, question, 'I have never heard of it and would have to look it up.');
      }
      await close(talk, round, question);
    }
    await set(ada, 'Days to skip', { days: '2026-12-01 – 2026-12-02 An offsite' });
    await talk.bot.goTo(dueAt(8));
    await claim();
    await claim();
    const [digest, ...others] = digests();
    expect(others).toEqual([]);
    expect(digest?.text).toContain('The past week: 23 November – 29 November 2026');
    expect(digest?.text).toContain('5 people took part, with 12 answers to 5 questions.');
    const board = await said(ada, 'leaderboard', { period: 'month' });
    const places = (text: string) => text.split('\n').filter((line) => /^\d+\. /.test(line));
    expect(places(digest?.text ?? '')).toEqual(places(board));
    expect(places(board)[1]).toContain('2. @everyone <@U1> — 4 points');
    expect(digest?.text).toMatch(/Streaks to be proud of\s+\W*Ann — 5 rounds in a row/);
    expect(digest?.text).not.toContain('@everyone <@U1> — 4 rounds');
    const { question } = await talk.bot.runtime.context.db
      .selectFrom('rounds')
      .select('question')
      .where('number', '=', 1)
      .executeTakeFirstOrThrow();
    const labels = question.en?.keyPoints.map(({ label }) => label.replaceAll(/[*`]/g, '')) ?? [];
    const [, missed = ''] = digest?.text.split('The point most people missed') ?? [];
    expect(labels.filter((label) => missed.includes(label))).toHaveLength(1);
    expect(digest?.text).toContain('Not in 5 of 5 answers to question 1:');
    expect(digest?.text).toMatch(
      /No question on 1 December 2026 – 2 December 2026 \(An offsite\)\. Topic of the next question: \w+/,
    );
  });

  it('shows the board as a picture too, described for those who do not see it', () => {
    const [picture, ...others] = digests()[0]?.pictures ?? [];
    expect(others).toEqual([]);
    expect(picture?.alt).toMatch(
      /^The past week: 23 November – 29 November 2026\s+LLM interview.* · track 1\s+1\. Ann — 5 points, streak 5/,
    );
    expect(picture?.bytes).toBeGreaterThan(5_000);
  });

  it('holds no name any more once somebody among them is forgotten', async () => {
    const confirm = messageOf(await talk.stage.person('Di').run('privacy', 'forget'));
    await talk.stage.person('Di').press(button(confirm, 'Delete everything'));
    await untilAllIsShown(talk);
    const [digest] = digests();
    expect(digest?.text).toContain('The names and numbers that stood here are gone');
    expect(digest?.text).not.toContain('Ann');
    expect(digest?.pictures).toEqual([]);
  });
});
