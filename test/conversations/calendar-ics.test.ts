import { readFile } from 'node:fs/promises';
import { createServer, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { fetchBytes, type FetchPublic } from '../../src/decks/published/fetch-bytes.ts';
import { claimIcsRefreshes } from '../../src/features/calendar/ics/refresh-ics.ts';
import { button, formOf, messageOf } from '../support/answered.ts';
import { converse, DAILY, said, untilAllIsShown } from '../support/conversation.ts';
import type { Person, Seen } from '../support/stage.ts';
import { STAGES } from '../support/stages.ts';

/** The only address of this machine that counts as one of the public network. */
const PUBLIC = '127.0.0.2';

const fetchPublic: FetchPublic = (url, limits) =>
  fetchBytes(url, { ...limits, allowPrivate: (address) => address === PUBLIC });

const shape = (name: string): Promise<string> =>
  readFile(new URL(`../features/calendar/shapes/${name}.ics`, import.meta.url), 'utf8');

let answer: RequestListener;
const server = createServer((request, response) => answer(request, response));
let port: number;
beforeAll(async () => {
  await new Promise<void>((resolve) => server.listen(0, '0.0.0.0', resolve));
  ({ port } = server.address() as AddressInfo);
});
afterAll(() => server.close());

/** An event that recurs for ever. */
const EVERY_MINUTE = [
  ...['BEGIN:VCALENDAR', 'VERSION:2.0', 'BEGIN:VEVENT', 'UID:1', 'DTSTART:20200101T000000Z'],
  ...['RRULE:FREQ=MINUTELY', 'SUMMARY:Often', 'END:VEVENT', 'END:VCALENDAR'],
].join('\r\n');

const goTo =
  (location: string): RequestListener =>
  (_request, response) =>
    response.writeHead(302, { location }).end();

describe.each(STAGES)('a calendar of days off on $name', ({ open }) => {
  const talk = converse(open, { fetchPublic });
  let boss: Person;
  let holidays: string;

  beforeAll(async () => {
    boss = talk.stage.person('Boss', { manages: true });
    await talk.bot.addTrack(DAILY);
    holidays = await shape('public-holidays');
  });
  beforeEach(() => {
    answer = (_request, response) => response.end(holidays);
  });

  const address = (): string => `http://${PUBLIC}:${port}/holidays.ics`;
  const list = (): Promise<string> => said(boss, 'track', 'list');
  const form = async (person = boss, label = 'Calendar of days off') => {
    const settings = messageOf(await person.run('track', 'settings'));
    return formOf(await person.press(button(settings, label)));
  };
  const give = async (written: string): Promise<Seen> =>
    messageOf(await boss.send(await form(), { address: written }));
  const refresh = async () => {
    const { context } = talk.bot.runtime;
    await Promise.all([claimIcsRefreshes(context), claimIcsRefreshes(context)]);
    await untilAllIsShown(talk);
  };

  it('is refused with the reason where it cannot be taken, and nothing changes', async () => {
    expect((await give('holidays')).text).toContain('“holidays” is not an address.');
    answer = (_request, response) => response.end('<!doctype html>');
    expect((await give(address())).text).toContain('This is not a calendar');
    answer = goTo(`http://127.0.0.1:${port}/inside`);
    expect((await give(address())).text).toContain('leads into a private network');
    answer = goTo(`http://localhost:${port}/inside`);
    expect((await give(address())).text).toContain('leads into a private network');
    answer = goTo('http://10.0.0.8/inside');
    expect((await give(address())).text).toContain('leads into a private network');
    answer = goTo(address());
    expect((await give(address())).text).toContain('only leads from one to the next');
    const [megabyte, closed] = ['x'.repeat(1024 * 1024), Promise.withResolvers<void>()];
    let sent = 0;
    answer = (_request, response) => {
      response.on('close', () => closed.resolve());
      const more = (): void => {
        while (!response.destroyed && sent < 50 && response.write(megabyte)) sent += 1;
      };
      response.on('drain', () => ((sent += 1), more()));
      more();
    };
    expect((await give(address())).text).toContain('has more than 2 MB');
    await closed.promise;
    expect(sent).toBeLessThan(50);
    expect(await list()).not.toContain('Calendar of days off');
  });

  it('takes its days out of the track, and the list says which and why', async () => {
    const settings = await give(address());
    expect(settings.text).toContain(`${PUBLIC}, 4 days or ranges ahead`);
    await talk.bot.goTo('2026-12-24T12:00:00Z');
    expect(await list()).toContain(
      'No question on 25 December 2026 – 26 December 2026 (Christmas Day and Boxing Day)',
    );
    expect((await form()).fields.find(({ id }) => id === 'address')?.value).toBe(address());
  });

  it('is read again at night; where that fails, its days stay and the list says so', async () => {
    answer = (_request, response) => response.writeHead(503).end();
    await talk.bot.goTo('2026-12-25T03:30:00Z');
    await refresh();
    const failing = await list();
    expect(failing).toContain('It could not be read since 25 December 2026: The server does not');
    expect(failing).toContain('The days of 23 November 2026 stay.');
    expect(failing).toContain('No question on 25 December 2026 – 26 December 2026');
    holidays = holidays.replace('DTEND;VALUE=DATE:20261227', 'DTEND;VALUE=DATE:20261228');
    answer = (_request, response) => response.end(holidays);
    await talk.bot.goTo('2026-12-25T04:31:00Z');
    await refresh();
    const mended = await list();
    expect(mended).toContain('No question on 25 December 2026 – 27 December 2026');
    expect(mended).not.toContain('could not be read');
  });

  it('may be a file, which is refused as an address is; both fields empty take it away', async () => {
    const before = await list();
    for (const [bad, said] of [
      ['<!doctype html>', 'This is not a calendar'],
      ['x'.repeat(3 * 1024 * 1024), 'has more than 2 MB'],
      [EVERY_MINUTE, '“Often” recurs far more often than once a day, and for ever'],
    ] as const) {
      const sent = { file: { name: 'days-off.ics', content: bad } };
      expect(messageOf(await boss.send(await form(), { address: '' }, sent)).text).toContain(said);
    }
    expect(await list()).toBe(before);
    const content = await shape('team-days-off');
    const file = { name: 'days-off.ics', content };
    const settings = messageOf(await boss.send(await form(), { address: '' }, { file }));
    expect(settings.text).toContain('days-off.ics');
    expect(settings.text).toContain('2 days or ranges ahead');
    const yana = talk.stage.person('Яна', { manages: true, language: 'ru' });
    const russian = await form(yana, 'Календарь выходных');
    const without = messageOf(await yana.send(russian, { address: '' }));
    expect(without.text).not.toContain('days-off.ics');
    expect(await list()).not.toContain('Calendar of days off');
  });
});
