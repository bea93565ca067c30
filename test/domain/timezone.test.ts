import { describe, expect, it, test } from 'vitest';
import { canonicalTimezone, nearTimezones, timezonesLike } from '../../src/domain/timezone.ts';

describe('a time zone by its name', () => {
  test.each([
    ['Europe/Berlin', 'Europe/Berlin'],
    [' europe/moscow ', 'Europe/Moscow'],
    ['utc', 'UTC'],
    ['Asia/Kolkata', 'Asia/Kolkata'],
    ['Europe/Kyiv', 'Europe/Kyiv'],
  ])('“%s” is %s', (written, zone) => {
    expect(canonicalTimezone(written)).toBe(zone);
  });

  test.each(['', 'Mars/Olympus', '+03:00', '-5', 'GMT+3', 'constructor'])(
    '“%s” is none: it does not exist, or knows no change of clocks',
    (written) => {
      expect(canonicalTimezone(written)).toBeUndefined();
    },
  );
});

describe('a time zone that may have been meant', () => {
  test.each([
    ['Moskow', 'Europe/Moscow'],
    ['berlin', 'Europe/Berlin'],
    ['Europe/Lodnon', 'Europe/London'],
    ['new-york', 'America/New_York'],
    ['York', 'America/New_York'],
    ['Tokio', 'Asia/Tokyo'],
  ])('“%s”: %s is among them', (written, zone) => {
    const near = nearTimezones(written);
    expect(near).toContain(zone);
    expect(near.length).toBeLessThanOrEqual(3);
  });

  it('guesses nothing from nothing', () => {
    expect(nearTimezones('')).toEqual([]);
    expect(nearTimezones('MSK')).toEqual([]);
    expect(nearTimezones('Middle Earth')).toEqual([]);
  });
});

describe('time zones while one is typed', () => {
  it('begins with cities that begin so', () => {
    const zones = timezonesLike('new');
    expect(zones[0]).toBe('America/New_York');
    expect(timezonesLike('america/new_y')).toEqual(['America/New_York']);
    expect(timezonesLike('utc')).toEqual(['UTC']);
  });

  it('offers all of them before anything is typed', () => {
    expect(timezonesLike('').length).toBeGreaterThan(400);
  });
});
