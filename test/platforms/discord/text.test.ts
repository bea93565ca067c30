import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { displayable } from '../../../src/chat/displayable.ts';
import { bold, code, italic, link, time } from '../../../src/chat/text.ts';
import { codeBlock, markdown } from '../../../src/platforms/discord/text.ts';
import { unmarked } from '../../support/discord/unmarked.ts';

describe('what a person wrote', () => {
  it.each([
    '**bold** __under__ ~~gone~~ ||secret|| `code` ```block```',
    '@everyone and @here, <@123> <@&5> <#9> </quiz:1> <a:wave:2> <t:0:R>',
    '[click me](https://evil.test) https://a.test/b_c_d :smile: :+1:',
    '# heading\n> quote\n- item\n* item\n+ item\n1. first\n2) second\n-# small',
    '¯\\_(ツ)_/¯ and \\* and C:\\temp\\',
    "'; drop table rounds; --",
  ])('shows letter for letter: %s', (words) => {
    expect(unmarked(markdown([words]))).toBe(words);
  });

  it('shows letter for letter, whatever it is', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 60 }), (words) => {
        const shown = displayable(words).replaceAll('\u200B', '').trim();
        expect(unmarked(markdown([words]))).toBe(shown);
      }),
      { seed: 7 },
    );
  });

  it('loses what would turn the line around, and what is no character', () => {
    expect(markdown(['abc\u202Edef\u2066g\u0007h\uD800i'])).toBe('abcdefgh\uFFFDi');
  });

  it('is never a mention, a heading, a list or a clock in Discord’s eyes', () => {
    const marks = fc.constantFrom(
      '@',
      '<',
      '#',
      '-',
      '*',
      '_',
      '`',
      '>',
      '\n',
      '1.',
      ' ',
      'a',
      ':',
    );
    fc.assert(
      fc.property(fc.array(marks), (parts) => {
        const source = markdown([parts.join('')]);
        expect(source).not.toMatch(/(?<!\\)(?:\\\\)*[@<*_`]/);
        expect(source).not.toMatch(/^\s*[#>-]/m);
      }),
      { seed: 7 },
    );
  });
});

describe('marks', () => {
  it('are Discord’s', () => {
    expect(markdown([bold('a*b'), ' ', italic('c'), ' ', code('d')])).toBe('**a\\*b** _c_ `d`');
  });

  it('keep white space outside, where they would not close otherwise', () => {
    expect(markdown([bold(' a '), italic('  ')])).toBe(' **a**   ');
  });

  it('survive backticks in code', () => {
    expect(unmarked(markdown([code('a`b``c')]))).toBe('a`b``c');
    expect(unmarked(codeBlock('```js\nx\n```'))).toBe('```js\nx\n```');
  });

  it('tell an instant in each reader’s own clock', () => {
    const at = new Date('2026-03-01T12:00:00.900Z');
    expect(markdown([time(at), time(at, 'date'), time(at, 'countdown')])).toBe(
      '<t:1772366400:f><t:1772366400:D><t:1772366400:f> (<t:1772366400:R>)',
    );
  });

  it('link to web addresses only, and never under words that pretend to be another one', () => {
    expect(markdown([link('the paper', 'https://x.test/a_(b)')])).toBe(
      '[the paper](<https://x.test/a_%28b%29>)',
    );
    expect(markdown([link('run', 'javascript:alert(1)')])).toBe('run');
    expect(markdown([link('https://bank.test', 'https://evil.test')])).toBe('<https://evil.test/>');
  });

  it('name a person without notifying', () => {
    expect(markdown([{ type: 'member', id: '5', name: '@everyone' }])).toBe('\\@everyone');
  });
});
