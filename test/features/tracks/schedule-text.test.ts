import { describe, expect, test } from 'vitest';
import { scheduleText } from '../../../src/features/tracks/schedule-text.ts';

describe('a schedule is told in words', () => {
  test.each([
    ['0 10 * * 1-5', 'on weekdays at 10:00', 'по будням в 10:00'],
    [
      '0 10 * * 1,4 every 2 weeks from 2026-11-23',
      'every second week on Mondays and Thursdays at 10:00',
      'раз в 2 недели по понедельникам и четвергам в 10:00',
    ],
    [
      '0 10 * * 2 every 5 weeks from 2026-11-23',
      'every 5th week on Tuesdays at 10:00',
      'раз в 5 недель по вторникам в 10:00',
    ],
    [
      '0 10 * * 1#1',
      'on the first Monday of a month at 10:00',
      'в первый понедельник месяца в 10:00',
    ],
    [
      '0 10 * * 3#2',
      'on the second Wednesday of a month at 10:00',
      'во вторую среду месяца в 10:00',
    ],
    [
      '30 9 * * 0#L',
      'on the last Sunday of a month at 09:30',
      'в последнее воскресенье месяца в 09:30',
    ],
    ['*/15 * * * *', '*/15 * * * *', '*/15 * * * *'],
  ])('%s', (cron, en, ru) => {
    expect(scheduleText(cron, 'en')).toBe(en);
    expect(scheduleText(cron, 'ru')).toBe(ru);
  });
});
