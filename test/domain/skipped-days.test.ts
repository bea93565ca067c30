import { describe, expect, it, test } from 'vitest';
import { readDay } from '../../src/domain/day.ts';
import { readSkips, writeSkips } from '../../src/domain/skipped-days.ts';

const day = (written: string): number => readDay(written) ?? NaN;
const TODAY = day('2026-11-23');

describe('days to skip', () => {
  test.each([
    ['2026-12-24', '2026-12-24'],
    ['24.12.2026 - 8.1.2027', '2026-12-24 – 2027-01-08'],
    ['2026-12-24..2027-01-08 New Year', '2026-12-24 – 2027-01-08 New Year'],
    ['from 2026-12-24 to 2026-12-26: Christmas', '2026-12-24 – 2026-12-26 Christmas'],
    ['с 31.12.2026 по 08.01.2027 каникулы', '2026-12-31 – 2027-01-08 каникулы'],
    ['2026-12-24 2026-12-26', '2026-12-24 – 2026-12-26'],
    ['tomorrow, 2027-05-01 May Day; 2026-12-25', '2026-11-24\n2026-12-25\n2027-05-01 May Day'],
    ['2027-05-01 Sun, sea and sand,\n\n сегодня ', '2026-11-23\n2027-05-01 Sun, sea and sand'],
    ['', ''],
  ])('%j are read', (written, expected) => {
    const read = readSkips(written, TODAY);
    expect(read.ok && writeSkips(read.skips)).toBe(expected);
  });

  it('come back as they were written down', () => {
    const text = '2026-11-20 – 2026-11-25 an offsite\n2027-01-01 1 January: New Year, of course';
    const read = readSkips(text, TODAY);
    expect(read.ok && writeSkips(read.skips)).toBe(text);
  });

  it('are refused with everything that is wrong', () => {
    const lines = [
      'Christmas',
      '2026-02-30',
      '2026-12-08 – 2026-12-01',
      '24.11.2025',
      '2029-01-01',
    ];
    expect(readSkips(lines.join('\n'), TODAY)).toEqual({
      ok: false,
      faults: [
        { code: 'skip-unreadable', given: 'Christmas' },
        { code: 'skip-unreadable', given: '2026-02-30' },
        { code: 'skip-backwards', from: day('2026-12-08'), until: day('2026-12-01') },
        { code: 'skip-over', given: '24.11.2025' },
        { code: 'skip-too-far', given: '2029-01-01', latest: day('2028-11-23') },
      ],
    });
  });

  it('are refused with each fault once, however often it was made', () => {
    const read = readSkips('soon\n2026-13-01, 2026-11-01\nsoon\n2026-11-01', TODAY);
    expect(!read.ok && read.faults).toEqual([
      { code: 'skip-unreadable', given: 'soon' },
      { code: 'skip-unreadable', given: '2026-13-01' },
      { code: 'skip-over', given: '2026-11-01' },
    ]);
  });

  it('may not be without number', () => {
    const many = Array.from({ length: 101 }, () => '2026-12-24').join(',');
    expect(readSkips(many, TODAY)).toMatchObject({ faults: [{ code: 'skip-too-many' }] });
  });
});
