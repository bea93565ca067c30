import { truncate, writeFile } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import { databaseClock } from '../../src/db/clock.ts';
import { connect } from '../../src/db/connect.ts';
import { dayAt, isoDay } from '../../src/domain/day.ts';
import { markGone } from '../../src/features/notify/stored-groups.ts';
import type { TrackReport } from '../../src/features/track-admin/track-status.ts';
import { dayText } from '../../src/i18n/day-text.ts';
import { openSlackStage } from '../support/slack/stage.ts';
import { desk, placeOf, refusal } from './scene.ts';

const here = desk(() => openSlackStage());

type Saved = Omit<TrackReport, 'next'> & { readonly next: readonly string[] };

const add = (...plan: readonly string[]): Promise<Saved> =>
  here.whetstone.json<Saved>(
    ...['track', 'add', ...placeOf(here.stage('slack'))],
    ...plan,
    '--json',
  );

const edit = (track: number, ...plan: readonly string[]): Promise<Saved> =>
  here.whetstone.json<Saved>('track', 'edit', String(track), ...plan, '--json');

describe('track edit', () => {
  it('takes what is set beside the plan, and the lists show it', async () => {
    const { track } = await add('--cron', '0 10 * * *', '--answering', '8h');
    const edited = await edit(track, '--nudge', '2h');
    expect(edited.settings).toEqual({ nudge: '2 hours before a round closes' });
    expect(await here.whetstone.ok('track', 'list')).toContain('nudge: 2 hours before');
    const said = await here.whetstone.ok('status');
    expect(said).toMatch(/^ {2}track \d+: .* from llm-interview; nudge: 2 hours before/m);
    const typed = ['--nudge', '2h', '--answering', '1h', '--language', 'tlh'];
    expect(await here.whetstone('track', 'edit', String(track), ...typed)).toEqual(
      refusal('Nothing was saved:', '- “tlh” is not a language here. Write en or ru.'),
    );
    expect(
      await here.whetstone('track', 'edit', String(track), ...typed.slice(0, 4)),
    ).toMatchObject({
      code: 1,
      stderr: expect.stringContaining('open for 1 hour, so “2h”') as string,
    });
    expect((await edit(track, '--nudge', 'off')).settings).toEqual({});
  });
});

describe('track edit --digest', () => {
  it('takes how often and when, each alone too, and refuses what is neither', async () => {
    const { track } = await add('--cron', '30 10 * * 1-5');
    const settings = async (...typed: readonly string[]) => (await edit(track, ...typed)).settings;
    expect(await settings('--digest', 'weekly')).toEqual({
      digest: 'weekly, on Mondays at 10:30 (UTC)',
    });
    expect(await settings('--digest', 'monthly', '--digest-hour', '18:00')).toEqual({
      digest: 'monthly, on the first at 18:00 (UTC)',
    });
    for (const shown of [['status'], ['track', 'list']]) {
      expect(await here.whetstone.ok(...shown)).toContain(
        'digest: monthly, on the first at 18:00 (UTC)',
      );
    }
    expect(await settings('--digest-hour', 'default', '--cron', '0 9 * * *')).toEqual({
      digest: 'monthly, on the first at 09:00 (UTC)',
    });
    const typed = ['--digest', 'daily', '--digest-hour', '25'];
    expect(await here.whetstone('track', 'edit', String(track), ...typed)).toEqual(
      refusal(
        'Nothing was saved:',
        '- “daily” does not say how often. Write weekly, monthly or off.',
        '- “25” is not a time of day. Write 9:30 or 18:00, or leave it empty for the time at which the track asks.',
      ),
    );
    expect(await settings('--digest', 'off')).toEqual({});
  });
});

describe('--notify', () => {
  it('takes a group by its name or id, with a new track too, and refuses what is none', async () => {
    const group = here.stage('slack').groups.add('interview-prep');
    const shown = { notify: '@interview-prep' };
    const added = await add('--cron', '0 10 * * *', '--notify', '@Interview-Prep');
    expect(added.settings).toEqual(shown);
    expect((await edit(added.track, '--notify', 'off')).settings).toEqual({});
    expect((await edit(added.track, '--notify', group)).settings).toEqual(shown);
    expect(await here.whetstone.ok('status')).toContain('notify: @interview-prep');
    expect(await here.whetstone.ok('track', 'list')).toContain('notify: @interview-prep');
    const before = await here.whetstone.json<TrackReport[]>('track', 'list', '--json');
    for (const [given, said] of [
      ['@here', 'A question never notifies everyone'],
      ['@nobody-knows', 'There is no role or user group @nobody-knows here'],
    ] as const) {
      const typed = ['--cron', '0 10 * * *', '--notify', given];
      const refused = await here.whetstone(
        'track',
        'add',
        ...placeOf(here.stage('slack')),
        ...typed,
      );
      expect(refused).toMatchObject({ code: 1, stderr: expect.stringContaining(said) as string });
    }
    const after = await here.whetstone.json<TrackReport[]>('track', 'list', '--json');
    expect(after).toHaveLength(before.length);
  });
});

describe('track edit --calendar', () => {
  it('takes a file of days off, tells how many are ahead, and refuses what is none', async () => {
    const { track } = await add('--cron', '0 10 * * *');
    const year = new Date().getUTCFullYear() + 1;
    const event = [
      ...['BEGIN:VEVENT', 'UID:1', `DTSTART;VALUE=DATE:${year}0501`, 'SUMMARY:Labour Day'],
      'END:VEVENT',
    ];
    const calendar = ['BEGIN:VCALENDAR', 'VERSION:2.0', ...event, 'END:VCALENDAR'].join('\r\n');
    await writeFile(here.at('days.ics'), calendar);
    await writeFile(here.at('page.ics'), '<!doctype html>');
    await writeFile(here.at('large.ics'), '');
    await truncate(here.at('large.ics'), 50_000_000);
    const often = ['BEGIN:VEVENT', 'UID:1', 'DTSTART:20200101T000000Z', 'RRULE:FREQ=MINUTELY'];
    const forEver = ['BEGIN:VCALENDAR', 'VERSION:2.0', ...often, 'END:VEVENT', 'END:VCALENDAR'];
    await writeFile(here.at('for-ever.ics'), forEver.join('\r\n'));
    const taken = await edit(track, '--calendar', here.at('days.ics'));
    expect(taken.settings).toEqual({ calendar: 'days.ics, 1 day or range ahead' });
    for (const shown of [['status'], ['track', 'list']]) {
      expect(await here.whetstone.ok(...shown)).toContain(
        'calendar: days.ics, 1 day or range ahead',
      );
    }
    for (const [given, said] of [
      [here.at('page.ics'), 'This is not a calendar'],
      [here.at('none.ics'), 'cannot be read. Is it a file that is there?'],
      ['http://calendar.example/days.ics', 'Only addresses that begin with https://'],
      ['https://127.0.0.1/days.ics', 'leads into a private network'],
      ['https://[::ffff:7f00:1]/days.ics', 'leads into a private network'],
      ['https://10.0.0.8/days.ics', 'leads into a private network'],
      [here.at('large.ics'), 'has more than 2 MB'],
      [here.at('for-ever.ics'), 'recurs far more often than once a day, and for ever'],
    ] as const) {
      const refused = await here.whetstone('track', 'edit', String(track), '--calendar', given);
      expect(refused).toMatchObject({ code: 1, stderr: expect.stringContaining(said) as string });
    }
    expect((await edit(track)).settings).toEqual(taken.settings);
    expect((await edit(track, '--calendar', 'off')).settings).toEqual({});
  });
});

describe('track add', () => {
  it('refuses what is wrong beside the plan with every reason, and makes no track', async () => {
    const before = await here.whetstone.json<TrackReport[]>('track', 'list', '--json');
    const place = ['track', 'add', ...placeOf(here.stage('slack')), '--cron', '0 10 * * *'];
    const typed = ['--calendar', 'ftp://calendar.example/days.ics', '--digest-hour', 'noonish'];
    const refused = await here.whetstone(
      ...place,
      ...typed,
      '--digest',
      'daily',
      '--nudge',
      'soon',
    );
    expect(refused).toMatchObject({ code: 1, stdout: '' });
    const [heading, ...reasons] = refused.stderr.trim().split('\n');
    expect(heading).toBe('Nothing was saved:');
    expect(reasons.map((line) => /“[^”]*”/.exec(line)?.[0]).sort()).toEqual([
      ...['“daily”', '“ftp://calendar.example/days.ics”', '“noonish”', '“soon”'],
    ]);
    expect(await here.whetstone.json('track', 'list', '--json')).toEqual(before);
  });
});

describe('what became of a setting', () => {
  it('is told by both lists: a group that was deleted, a pause that ends by itself', async () => {
    const stage = here.stage('slack');
    const group = stage.groups.add('night-shift');
    const { track } = await add('--cron', '0 10 * * *', '--notify', group);
    stage.groups.remove(group);
    const { db, close } = connect(here.database.url, { onError: () => undefined });
    await markGone({ db, clock: databaseClock }, { trackId: track, groupId: group });
    await close();
    const day = dayAt(new Date(), 'UTC') + 10;
    await here.whetstone.ok('track', 'pause', String(track), '--until', isoDay(day));
    for (const shown of [['status'], ['track', 'list']]) {
      const told = await here.whetstone.ok(...shown);
      expect(told).toContain('notify: @night-shift, which is no longer there');
      expect(told).toContain(`paused-until: ${dayText(day, 'en')}`);
    }
  });
});

describe('the rounds as a calendar', () => {
  it('have an address in both lists once the bot has one', async () => {
    const { track } = await add('--cron', '0 10 * * *');
    const site = 'https://whetstone.example.com';
    const settings = { DATABASE_URL: here.database.url, WHETSTONE_HOME: here.at('.') };
    for (const shown of [['status'], ['track', 'list']]) {
      expect(await here.whetstone.ok(...shown)).not.toContain('feed: ');
      const told = await here.typed(shown, '', {
        environment: () => ({ ...settings, PUBLIC_URL: site }),
      });
      expect(told).toMatchObject({ code: 0, stderr: '' });
      expect(told.stdout).toMatch(new RegExp(`feed: ${site}/calendar/${track}\\S*\\.ics`));
    }
  });
});

describe('track skip', () => {
  it('takes days out of a track, tells which, and shows what comes instead', async () => {
    const { track, next } = await add('--cron', '0 10 * * *');
    const [tomorrow = '', , later = ''] = next.map((at) => at.slice(0, 10));
    const skip = (...days: readonly string[]) =>
      here.whetstone.ok('track', 'skip', String(track), ...days);
    expect(await skip()).toBe(`track ${track} skips no days\n`);
    const said = `track ${track} skips:\n  ${tomorrow} An offsite\n`;
    expect(await skip(`${tomorrow} An offsite`)).toBe(said);
    expect(await skip(tomorrow)).toBe(said);
    const [status, list] = [
      await here.whetstone.ok('status'),
      await here.whetstone.ok('track', 'list'),
    ];
    const ahead = new RegExp(
      `track ${track}: [^;]*${later} 10:00\\+00:00, [^;]*; skipped: ${tomorrow} \\(An offsite\\)`,
    );
    expect(status).toMatch(ahead);
    expect(list).toMatch(ahead);
    expect(await skip('--replace')).toBe(`track ${track} skips no days\n`);
    const tracks = await here.whetstone.json<TrackReport[]>('track', 'list', '--json');
    expect(tracks.find((one) => one.track === track)).toMatchObject({ next, skipped: [] });
    const edited = await edit(track, '--skip', `${tomorrow} Again`);
    expect(edited.skipped).toEqual([{ from: tomorrow, until: tomorrow, reason: 'Again' }]);
    expect((await edit(track, '--skip', 'off')).skipped).toEqual([]);
  });

  it('refuses what are no days, each with the reason, and changes nothing', async () => {
    const { track } = await add('--cron', '0 10 * * *');
    const ended = await here.whetstone('track', 'skip', String(track), 'Christmas', '2020-01-01');
    expect(ended).toEqual(
      refusal(
        'Nothing was saved:',
        '- “Christmas” is not a day. Write 2026-12-24 or 24.12.2026, or two days with a dash between them.',
        '- “2020-01-01” is over already. Check the year.',
      ),
    );
    const said = await here.whetstone.ok('track', 'skip', String(track));
    expect(said).toBe(`track ${track} skips no days\n`);
  });
});
