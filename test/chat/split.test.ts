import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { splitText } from '../../src/chat/split.ts';
import { bold, code, link, type RichText, type Span, time } from '../../src/chat/text.ts';

/** Unicode's character for an embedded object. */
const OBJECT = '\uFFFC';

const words = (span: Span): string =>
  typeof span === 'string' ? span : 'text' in span ? span.text : OBJECT;
const plain = (text: RichText): string => text.map(words).join('');
const length = (text: RichText): number => plain(text).length;
const split = (text: string, max: number): string[] =>
  splitText([text], max, length).map((piece) => plain(piece));

describe('a text that is too long for one page', () => {
  it('stays whole where it fits', () => {
    expect(splitText(['as it is \n'], 10, length)).toEqual([['as it is \n']]);
  });

  it('is cut between paragraphs first', () => {
    expect(split('First one. Still.\n\nSecond paragraph.', 25)).toEqual([
      'First one. Still.',
      'Second paragraph.',
    ]);
  });

  it('is cut between lines next', () => {
    expect(split('First. And more\n  Second line', 20)).toEqual([
      'First. And more',
      '  Second line',
    ]);
  });

  it('is cut between sentences next', () => {
    expect(split('One is here. Two is there.', 20)).toEqual(['One is here.', 'Two is there.']);
  });

  it('is cut between words rather than after a short first sentence', () => {
    expect(split('No. Gradient descent keeps going downhill', 24)).toEqual([
      'No. Gradient descent',
      'keeps going downhill',
    ]);
  });

  it('is cut inside a word only where one word is too long', () => {
    expect(split('a Donaudampfschifffahrt b', 10)).toEqual([
      'a',
      'Donaudampf',
      'schifffahr',
      't b',
    ]);
  });

  it('never cuts what a reader takes for one character', () => {
    const family = '👨‍👩‍👧‍👦';
    expect(split(family.repeat(3), family.length + 3)).toEqual([family, family, family]);
    expect(split('ко́д', 2)).toEqual(['к', 'о́', 'д']);
  });

  it('cuts inside such a character where it alone is too long', () => {
    const pieces = split(`e${'\u0301'.repeat(50)}`, 20);
    expect(pieces.every((piece) => piece.length <= 20)).toBe(true);
    expect(pieces.join('')).toHaveLength(51);
  });
});

describe('marks', () => {
  it('go on over a cut', () => {
    expect(splitText([bold('one two'), ' end'], 4, length)).toEqual([
      [bold('one')],
      [bold('two')],
      ['end'],
    ]);
    expect(splitText([link('one two', 'https://x.test')], 4, length)).toEqual([
      [link('one', 'https://x.test')],
      [link('two', 'https://x.test')],
    ]);
  });

  it('keep code in one piece where the words before it can be cut', () => {
    expect(splitText(['use the ', code('x = a + b'), ' rule'], 15, length)).toEqual([
      ['use the'],
      [code('x = a + b'), ' rule'],
    ]);
  });

  it('cut long code between its lines, with the indentation kept', () => {
    expect(splitText([code('def f(x):\n    return x')], 16, length)).toEqual([
      [code('def f(x):')],
      [code('    return x')],
    ]);
  });

  it('leave an instant whole', () => {
    const at = time(new Date(0));
    const wide = (text: RichText): number =>
      text.reduce((sum, span) => sum + (span === at ? 20 : words(span).length), 0);
    expect(splitText(['ends ', at, ' sharp'], 22, wide)).toEqual([['ends'], [at], ['sharp']]);
  });

  it('take the sign of an embedded object for the letter it is where a person wrote it', () => {
    expect(split('one two\n\n\uFFFC', 9)).toEqual(['one two', '\uFFFC']);
    expect(splitText([bold('one two\n\n\uFFFC')], 9, length)).toEqual([
      [bold('one two')],
      [bold('\uFFFC')],
    ]);
  });
});

const anySpan: fc.Arbitrary<Span> = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 80 }),
  fc.lorem({ maxCount: 8, mode: 'sentences' }),
  fc.array(fc.constantFrom('word ', '\n\n', OBJECT), { maxLength: 40 }).map((all) => all.join('')),
  fc.string({ maxLength: 80 }).map(bold),
  fc.string({ maxLength: 80 }).map(code),
  fc.constant(time(new Date(0))),
);

describe('whatever the text', () => {
  const texts = fc.array(anySpan, { maxLength: 12 });
  const limits = fc.integer({ min: 2, max: 120 });

  it('every piece fits', () => {
    fc.assert(
      fc.property(texts, limits, (text, max) => {
        for (const piece of splitText(text, max, length)) {
          expect(length(piece)).toBeLessThanOrEqual(max);
        }
      }),
      { seed: 7 },
    );
  });

  it('only white space is lost, and only at cuts', () => {
    fc.assert(
      fc.property(texts, limits, (text, max) => {
        let rest = plain(text);
        for (const piece of splitText(text, max, length)) {
          const from = rest.indexOf(plain(piece));
          expect(rest.slice(0, from).trim()).toBe('');
          rest = rest.slice(from + plain(piece).length);
        }
        expect(rest.trim()).toBe('');
      }),
      { seed: 7 },
    );
  });

  it('a pair of surrogates stays together', () => {
    fc.assert(
      fc.property(texts, limits, (text, max) => {
        for (const piece of splitText(text, max, length)) {
          expect(plain(piece).isWellFormed()).toBe(plain(text).isWellFormed());
        }
      }),
      { seed: 7 },
    );
  });

  it('a hundred thousand characters take well under a second', () => {
    const text = 'Внимание взвешивает значения. '.repeat(3400);
    const start = performance.now();
    expect(splitText([text], 4000, length).length).toBeGreaterThan(25);
    expect(performance.now() - start).toBeLessThan(1000);
  });
});
