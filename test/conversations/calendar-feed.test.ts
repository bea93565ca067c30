import ical from 'node-ical';
import { beforeAll, describe, expect, it } from 'vitest';
import { readFeed } from '../../src/features/calendar/feed/read-feed.ts';
import { skipDays } from '../../src/features/calendar/skip-days.ts';
import { button, messageOf } from '../support/answered.ts';
import { ask, converse, DAILY, dueAt, said } from '../support/conversation.ts';
import type { Person } from '../support/stage.ts';
import { STAGES } from '../support/stages.ts';
import { startWeb } from '../web/support.ts';

const FEED = { url: 'https://whetstone.example/', secret: 'a secret' };
const ADDRESS = /https:\/\/whetstone\.example(\/calendar\/\d+\/[\w-]{22}\.ics)/;

/** When its events begin. */
const startsIn = (ics: string): readonly Date[] =>
  Object.values(ical.sync.parseICS(ics)).flatMap((one) =>
    one?.type === 'VEVENT' ? [new Date(one.start)] : [],
  );

describe.each(STAGES)('the rounds as a calendar on $name', ({ open }) => {
  const talk = converse(open, { feed: FEED });
  let boss: Person;
  let path: string;
  let track: number;

  /** As whoever subscribes gets it. */
  const fetched = async (asked = path): Promise<Response> => {
    const { context } = talk.bot.runtime;
    const { url } = await startWeb({ feed: (id, signature) => readFeed(context, id, signature) });
    return fetch(url + asked);
  };

  beforeAll(async () => {
    boss = talk.stage.person('Boss', { manages: true });
    ({ id: track } = await talk.bot.addTrack(DAILY));
    const settings = messageOf(await boss.run('track', 'settings'));
    const told = messageOf(await boss.press(button(settings, 'Rounds as a calendar')));
    path = ADDRESS.exec(told.text)?.[1] ?? '';
  });

  it('have an address that the lists tell', async () => {
    expect(await said(boss, 'track', 'list')).toContain(path);
  });

  it('are the next ones, without skipped days, and never say a question before it is asked', async () => {
    const { context } = talk.bot.runtime;
    await skipDays(context, { trackId: track, written: '2026-11-25', replaces: true });
    const response = await fetched();
    expect(response.headers.get('content-type')).toBe('text/calendar; charset=utf-8');
    const ics = await response.text();
    const starts = startsIn(ics);
    expect(starts.slice(0, 3)).toEqual([dueAt(1), dueAt(2), dueAt(4)]);
    expect(starts).toHaveLength(60);
    const question = await ask(talk, 1);
    const [, text = ''] = question.text.split('\n');
    expect(text.length).toBeGreaterThan(10);
    expect(ics).not.toContain(text.slice(0, 20));
    const later = await (await fetched()).text();
    expect(startsIn(later)[0]).toEqual(dueAt(2));
    expect(later).not.toContain(text.slice(0, 20));
  });

  it('are shown to nobody without the signature of that very track', async () => {
    const wrong = path.replace(/.(?=\.ics)/, (last) => (last === 'A' ? 'B' : 'A'));
    const other = path.replace(`/${track}/`, `/${track + 1}/`);
    const asked = [wrong, other, path.replace(/\w(?=\.ics)/, ''), '/calendar/1/.ics'];
    for (const one of asked) expect((await fetched(one)).status).toBe(404);
  });
});

describe.each(STAGES)('the rounds of a bot that nobody outside reaches on $name', ({ open }) => {
  const talk = converse(open);

  it('have no address, and the button says what to set', async () => {
    const yana = talk.stage.person('Яна', { manages: true, language: 'ru' });
    await talk.bot.addTrack(DAILY);
    const settings = messageOf(await yana.run('track', 'settings'));
    const told = messageOf(await yana.press(button(settings, 'Раунды в календаре')));
    expect(told.text).toContain('указать в .env, в PUBLIC_URL, адрес');
  });
});
