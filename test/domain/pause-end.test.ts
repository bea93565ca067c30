import { describe, expect, it } from 'vitest';
import { readDay } from '../../src/domain/day.ts';
import { readPauseEnd } from '../../src/domain/pause-end.ts';

const day = (written: string): number => readDay(written) ?? Number.NaN;
const TODAY = day('2026-11-23');

describe('the end of a pause', () => {
  it.each([
    ['2026-12-24', '2026-12-24'],
    ['until 24.12.2026', '2026-12-24'],
    [' до завтра ', '2026-11-24'],
    ['tomorrow', '2026-11-24'],
  ])('is read from “%s”', (written, end) => {
    expect(readPauseEnd(written, TODAY)).toEqual({ ok: true, end: day(end) });
  });

  it.each([
    ['Christmas', 'pause-unreadable'],
    ['2026-02-30', 'pause-unreadable'],
    ['', 'pause-unreadable'],
    ['today', 'pause-over'],
    ['2025-12-24', 'pause-over'],
    ['2032-12-24', 'pause-too-far'],
  ])('is not “%s”: %s', (written, code) => {
    expect(readPauseEnd(written, TODAY)).toMatchObject({ ok: false, fault: { code } });
  });
});
