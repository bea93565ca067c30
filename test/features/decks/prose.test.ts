import { describe, expect, it } from 'vitest';
import { inline, prose } from '../../../src/features/decks/prose.ts';

describe('a deck’s prose', () => {
  it('becomes paragraphs with what is marked in them', () => {
    expect(prose('Plain **bold** *italic* `code`.\n\nA [link](https://example.org).')).toEqual([
      {
        type: 'text',
        text: [
          'Plain ',
          { type: 'bold', text: 'bold' },
          ' ',
          { type: 'italic', text: 'italic' },
          ' ',
          { type: 'code', text: 'code' },
          '.',
        ],
      },
      {
        type: 'text',
        text: ['A ', { type: 'link', text: 'link', url: 'https://example.org' }, '.'],
      },
    ]);
  });

  it('becomes lists, numbered or not', () => {
    expect(prose('- one\n- *two*\n\nThen:\n\n1. first\n2. second')).toEqual([
      { type: 'list', items: [['one'], [{ type: 'italic', text: 'two' }]], ordered: false },
      { type: 'text', text: ['Then:'] },
      { type: 'list', items: [['first'], ['second']], ordered: true },
    ]);
  });

  it('keeps code as it is', () => {
    expect(prose('```python\nx = **y\n\nz = _a_\n```')).toEqual([
      { type: 'code', text: 'x = **y\n\nz = _a_' },
    ]);
  });

  it.each([
    ['# Heading', '# Heading'],
    ['> A quote', '> A quote'],
    ['<div>bold</div>', '<div>bold</div>'],
  ])('shows the source of what it does not speak: %s', (markdown, shown) => {
    expect(prose(markdown)).toEqual([{ type: 'text', text: [shown] }]);
  });

  it('keeps all that an item holds, line by line', () => {
    expect(prose('- outer\n  - inner\n\n  more\n\n  ```\n  x = 1\n  ```')).toEqual([
      {
        type: 'list',
        items: [
          ['outer', '\n', '– ', 'inner', '\n', 'more', '\n', { type: 'code', text: 'x = 1' }],
        ],
        ordered: false,
      },
    ]);
  });

  it.each(['1. First of all', '- minus one', '# of tokens', '> greater'])(
    'takes a line for words, however it begins: %s',
    (line) => {
      expect(inline(line)).toEqual([line]);
    },
  );

  it('says what a picture shows, and what a reference is called', () => {
    expect(inline('See ![a curve](https://example.org/c.png).')).toEqual(['See ', 'a curve', '.']);
    expect(inline('See [the paper][1].\n\n[1]: https://example.org')[1]).toBe('the paper');
  });

  it('loses no word of emphasis in a link, or of a link in emphasis', () => {
    expect(inline('[a **b** c](https://example.org)')).toEqual([
      { type: 'link', text: 'a b c', url: 'https://example.org' },
    ]);
    expect(inline('**a [b](https://example.org)**')).toEqual([{ type: 'bold', text: 'a b' }]);
  });

  it('leaves letters of other scripts and lone marks alone', () => {
    expect(inline('2 * 3 * 4 = 24, a_b_c, 注意力, softmax(x)_i')).toEqual([
      '2 * 3 * 4 = 24, a_b_c, 注意力, softmax(x)_i',
    ]);
  });

  it.each([
    ['- '.repeat(1_499) + 'x'],
    ['* '.repeat(1_499) + 'x'],
    ['1. '.repeat(999) + 'x'],
    ['> - '.repeat(749) + 'x'],
    ['>'.repeat(2_999) + 'x'],
    ['*'.repeat(1_500) + 'a' + '*'.repeat(1_499)],
    ['*a '.repeat(501) + ' b*'.repeat(501)],
    ['!['.repeat(500) + 'a' + '](x)'.repeat(500)],
  ])('shows a text with far too much markup as it is written: %s', (markdown) => {
    expect(prose(markdown)).toEqual([{ type: 'text', text: [markdown] }]);
    expect(inline(markdown)).toEqual([markdown]);
  });

  it('reads lists within lists and much that is bold as ever', () => {
    const text = Array.from({ length: 6 }, (_, depth) => `${'  '.repeat(depth)}- **a**`).join('\n');
    expect(prose(text)).toMatchObject([{ type: 'list' }]);
    const bolds = 'a **b** '.repeat(120).trim();
    expect(prose(bolds)[0]).toMatchObject({ type: 'text', text: { length: 240 } });
  });
});
