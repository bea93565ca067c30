import { describe, expect, it } from 'vitest';
import { dayAt } from '../../src/domain/day.ts';
import { closesAt } from '../../src/domain/deadline.ts';

const daily = { cron: '0 10 * * *', timezone: 'Europe/Berlin', skips: [] };

describe('a round’s deadline', () => {
  it('is so long after it opened, whatever the clocks do meanwhile', () => {
    const opened = new Date('2026-10-24T20:00Z');
    expect(closesAt({ type: 'for', seconds: 8 * 3600 }, daily, opened)).toEqual(
      new Date('2026-10-25T04:00Z'),
    );
  });

  it('is the next due instant, a longer day where the clocks go back', () => {
    const opened = new Date('2026-10-24T08:00Z');
    expect(closesAt({ type: 'until-next' }, daily, opened)).toEqual(new Date('2026-10-25T09:00Z'));
  });

  it('is the next due instant also for a round that was posted late', () => {
    const opened = new Date('2026-11-23T21:30Z');
    expect(closesAt({ type: 'until-next' }, daily, opened)).toEqual(new Date('2026-11-24T09:00Z'));
  });

  it('is over the weekend where nothing comes before Monday', () => {
    const weekdays = { cron: '0 10 * * 1-5', timezone: 'UTC', skips: [] };
    const friday = new Date('2026-11-27T10:00Z');
    expect(closesAt({ type: 'until-next' }, weekdays, friday)).toEqual(
      new Date('2026-11-30T10:00Z'),
    );
  });

  it('is over skipped days too', () => {
    const skipped = {
      from: dayAt(new Date('2026-11-24'), 'UTC'),
      until: dayAt(new Date('2026-11-29'), 'UTC'),
      reason: '',
    };
    const opened = new Date('2026-11-23T09:00Z');
    expect(closesAt({ type: 'until-next' }, { ...daily, skips: [skipped] }, opened)).toEqual(
      new Date('2026-11-30T09:00Z'),
    );
  });

  it('is a day later where the schedule never comes again', () => {
    const never = { cron: '0 10 31 2 *', timezone: 'UTC', skips: [] };
    expect(closesAt({ type: 'until-next' }, never, new Date('2026-11-23T10:00Z'))).toEqual(
      new Date('2026-11-24T10:00Z'),
    );
  });
});
