import { describe, expect, it, test } from 'vitest';
import { cronFromWords, plainSchedule } from '../../src/domain/schedule-words.ts';

describe('a schedule in words', () => {
  test.each([
    ['9:30', '30 9 * * *'],
    ['at 9:30', '30 9 * * *'],
    ['в 9:30', '30 9 * * *'],
    ['daily 09:05', '5 9 * * *'],
    ['Every day at 18.00', '0 18 * * *'],
    ['weekdays, 10:00', '0 10 * * 1-5'],
    ['on weekdays at 10:00', '0 10 * * 1-5'],
    ['10:00 on weekdays', '0 10 * * 1-5'],
    ['weekends 12:00', '0 12 * * 6,0'],
    ['monday 10:00', '0 10 * * 1'],
    ['every Friday at 17:00', '0 17 * * 5'],
    ['mon, wed and fri 18:00', '0 18 * * 1,3,5'],
    ['fri mon 18:00', '0 18 * * 1,5'],
    ['ежедневно в 9:30', '30 9 * * *'],
    ['каждый день в 9:30', '30 9 * * *'],
    ['по будням 10:00', '0 10 * * 1-5'],
    ['в 10:00 по будням', '0 10 * * 1-5'],
    ['по выходным в 12:00', '0 12 * * 6,0'],
    ['пн, ср и пт 18:00', '0 18 * * 1,3,5'],
    ['по вторникам и четвергам в 11:00', '0 11 * * 2,4'],
    ['каждую среду в 11:00', '0 11 * * 3'],
    ['weekdays at 10', '0 10 * * 1-5'],
    ['mon, wed 18', '0 18 * * 1,3'],
    ['at 7 on weekends', '0 7 * * 6,0'],
    ['9am', '0 9 * * *'],
    ['9 AM on weekdays', '0 9 * * 1-5'],
    ['daily 9:30 pm', '30 21 * * *'],
    ['every day at 12 a.m.', '0 0 * * *'],
    ['weekdays 12 p.m.', '0 12 * * 1-5'],
    ['mon-fri at 10', '0 10 * * 1-5'],
    ['mon – wed, sun 18:00', '0 18 * * 1,2,3,0'],
    ['по будням в 10', '0 10 * * 1-5'],
    ['в 10 по будням', '0 10 * * 1-5'],
    ['пн-ср в 10', '0 10 * * 1,2,3'],
    ['каждый день в 9 утра', '0 9 * * *'],
    ['в 18 часов', '0 18 * * *'],
    ['по средам в 7 часов вечера', '0 19 * * 3'],
    ['по выходным в 2 дня', '0 14 * * 6,0'],
    ['пн и чт в 6:30 вечера', '30 18 * * 1,4'],
    ['в 12 ночи', '0 0 * * *'],
    ['first monday of a month at 10', '0 10 * * 1#1'],
    ['on the last Friday of every month at 17:00', '0 17 * * 5#L'],
    ['10:00 on the 2nd sunday of the month', '0 10 * * 0#2'],
    ['в первый понедельник месяца в 10', '0 10 * * 1#1'],
    ['каждую последнюю пятницу месяца в 17:00', '0 17 * * 5#L'],
    ['четвёртая среда каждого месяца 9:30', '30 9 * * 3#4'],
  ])('“%s” is %s', (written, cron) => {
    expect(cronFromWords(written)).toBe(cron);
  });

  test.each([
    '0 10 * * 1-5',
    '0 10 * * mon',
    '30 9 1 1 5',
    'sometimes 10:00',
    'daily 24:00',
    'daily 10:60',
    'daily',
    '12 10:00',
    '10',
    'at 10',
    'daily 24',
    'weekdays 9 30',
    'weekdays 0 am',
    'weekdays 13 pm',
    'fri-mon 10:00',
    'mon-someday 10:00',
    'mon-wed-fri 10:00',
    'каждый день в 12 утра',
    'каждый день в 9 дня',
    'fifth monday of a month at 10',
    'first someday of a month at 10',
    'first monday at 10',
  ])('“%s” is left as it is', (written) => {
    expect(cronFromWords(written)).toBe(written);
  });
});

describe('cron in words', () => {
  test.each([
    ['30 9 * * *', [1, 2, 3, 4, 5, 6, 0], '09:30'],
    ['0 10 * * 1-5', [1, 2, 3, 4, 5], '10:00'],
    ['0 10 * * MON-FRI', [1, 2, 3, 4, 5], '10:00'],
    ['5 0 * * 0,6', [6, 0], '00:05'],
    ['0 10 * * 5-7', [5, 6, 0], '10:00'],
    ['0 10 * * 3,1', [1, 3], '10:00'],
  ])('%s', (cron, days, time) => {
    expect(plainSchedule(cron)).toEqual({ days, time });
  });

  test.each([
    '*/5 * * * *',
    '0 10 1 * *',
    '0 10 * 2 *',
    '0 10 * * 1#5',
    '0 10 * * 1,3#2',
    '0 10 * * 5-1',
    '0 9,18 * * *',
  ])('%s is plainest as it is', (cron) => {
    expect(plainSchedule(cron)).toBeUndefined();
  });

  test.each([
    ['0 10 * * 1#2', { nth: 2, day: 1, time: '10:00' }],
    ['0 17 * * FRI#L', { nth: 'last', day: 5, time: '17:00' }],
    ['0 10 * * 1,4 every 2 weeks from 2026-11-23', { days: [1, 4], every: 2, time: '10:00' }],
  ])('%s has days that are not every week’s', (stored, plain) => {
    expect(plainSchedule(stored)).toEqual(plain);
  });

  it('reads back what words became', () => {
    expect(plainSchedule(cronFromWords('tue and sun 7:05'))).toEqual({
      days: [2, 0],
      time: '07:05',
    });
  });
});
