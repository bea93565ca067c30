import { describe, expect, it, test } from 'vitest';
import { parseAnswering, writeAnswering } from '../../src/domain/answering.ts';

describe('how long a round stays open', () => {
  test.each([
    ['90s', 90],
    ['30m', 1800],
    ['8h', 28_800],
    ['2d', 172_800],
    [' 8 H ', 28_800],
    ['8ч', 28_800],
    ['30 мин', 1800],
    ['2 дня', 172_800],
    ['5 hours', 18_000],
    ['30s', 30],
    ['31d', 31 * 86_400],
  ])('“%s” is %i seconds', (written, seconds) => {
    expect(parseAnswering(written)).toEqual({ ok: true, answering: { type: 'for', seconds } });
  });

  test.each(['until-next', 'Until next', 'до следующего', 'до-следующего'])(
    '“%s” is until the next round',
    (written) => {
      expect(parseAnswering(written)).toEqual({ ok: true, answering: { type: 'until-next' } });
    },
  );

  test.each([
    ['', 'answering-invalid'],
    ['8', 'answering-invalid'],
    ['h', 'answering-invalid'],
    ['-8h', 'answering-invalid'],
    ['1.5h', 'answering-invalid'],
    ['8 parsecs', 'answering-invalid'],
    ['5constructor', 'answering-invalid'],
    ['99999999s', 'answering-invalid'],
    ['0h', 'answering-too-short'],
    ['29s', 'answering-too-short'],
    ['32d', 'answering-too-long'],
  ])('“%s” is refused as %s', (written, code) => {
    expect(parseAnswering(written)).toMatchObject({ ok: false, fault: { code } });
  });

  it('is written the way it is read, in the largest unit that fits', () => {
    for (const written of ['90s', '30m', '8h', '2d', '25h', 'until-next']) {
      const parsed = parseAnswering(written);
      expect(parsed.ok && writeAnswering(parsed.answering)).toBe(written);
    }
  });
});
