import { beforeAll, describe, expect, it } from 'vitest';
import { skipDays } from '../../src/features/calendar/skip-days.ts';
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
import type { Person } from '../support/stage.ts';
import { STAGES } from '../support/stages.ts';

/** Rounds come every day from Monday, 23 November 2026. */
describe.each(STAGES)('a calendar on $name', ({ open }) => {
  const talk = converse(open);
  let ann: Person;
  let boss: Person;
  let track: number;

  beforeAll(async () => {
    ann = talk.stage.person('Ann');
    boss = talk.stage.person('Boss', { manages: true });
    track = (await talk.bot.addTrack(DAILY)).id;
    const question = await ask(talk, 1);
    await answer(ann, question, 'An answer.');
    await close(talk, 1, question);
  });

  it('shows the next three rounds, and what is skipped before them with the reason', async () => {
    await skipDays(talk.bot.runtime.context, {
      ...{ trackId: track, replaces: false },
      written: '2026-11-24 – 2026-11-26 Offsite, 2027-05-01',
    });
    const listed = await said(boss, 'track', 'list');
    for (const round of [5, 6, 7]) expect(listed).toContain(instant(talk.stage, dueAt(round)));
    expect(listed).toContain('No question on 24 November 2026 – 26 November 2026 (Offsite).');
    expect(listed).not.toContain('2027');
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
});
