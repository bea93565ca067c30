import { describe, expect, it } from 'vitest';
import { checkAnswerText, LONGEST_ANSWER } from '../../src/domain/answer-text.ts';

describe('an answer’s text', () => {
  it.each(['x', '  indented\n', 'e\u0301', '👩‍👩‍👧‍👦', '\u202Eabc', 'x'.repeat(LONGEST_ANSWER)])(
    'is kept to the letter: %#',
    (text) => {
      expect(checkAnswerText(text)).toEqual({ ok: true, text });
    },
  );

  it('has what a database cannot hold replaced', () => {
    expect(checkAnswerText('a\0b\uD800c')).toEqual({ ok: true, text: 'a\uFFFDb\uFFFDc' });
  });

  it.each([
    '',
    ' ',
    '\n\t\u00A0\u2003',
    '\u200B',
    '\u2060\u00AD \uFEFF',
    '\u3164',
    '\u2800',
    '\u202E',
  ])('is refused where there is nothing to read: %#', (text) => {
    expect(checkAnswerText(text)).toEqual({ ok: false, fault: { code: 'answer-empty' } });
  });

  it('is refused where it is too long', () => {
    const text = 'x'.repeat(LONGEST_ANSWER + 1);
    expect(checkAnswerText(text)).toEqual({ ok: false, fault: { code: 'answer-too-long' } });
  });
});
