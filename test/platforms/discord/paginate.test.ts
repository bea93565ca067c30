import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Block, Message } from '../../../src/chat/message.ts';
import { code, type Span } from '../../../src/chat/text.ts';
import { Checks } from '../../../src/platforms/discord/message-rules.ts';
import { paginate } from '../../../src/platforms/discord/paginate.ts';
import { render } from '../../../src/platforms/discord/render.ts';
import { checkMessage } from '../../support/discord/limits.ts';
import { conformance } from '../../support/discord/openapi.ts';
import { unmarked } from '../../support/discord/unmarked.ts';

const conforms = conformance();

function faults(page: Message): unknown[] {
  const { body } = render(page, { mark: 'mark' });
  const checks = new Checks();
  checkMessage(checks, JSON.parse(JSON.stringify(body)) as object);
  const strange = conforms('POST', '/channels/{channel_id}/messages', body);
  return strange === undefined ? checks.faults : [...checks.faults, strange];
}

const shown = (pages: readonly Message[]): string =>
  pages
    .flatMap((page) => render(page).body.embeds)
    .map(({ description = '', fields = [] }) =>
      [description, ...fields.flatMap(({ name, value }) => [name, value])].map(unmarked).join('\n'),
    )
    .join('\n');

const letters = (text: string): string => text.replace(/[\s\u200B]/g, '');

describe('a message in pages', () => {
  it('is one page where it fits', () => {
    const message: Message = { blocks: [{ type: 'text', text: ['short'] }], tone: 'reveal' };
    expect(paginate(message)).toEqual([message]);
  });

  it('is cut between words, and loses none', () => {
    const words = Array.from({ length: 3_000 }, (_, i) => `слово${i}`).join(' ');
    const pages = paginate({ blocks: [{ type: 'text', text: [words] }] });
    expect(pages.length).toBeGreaterThan(5);
    expect(shown(pages).split(/\s+/)).toEqual(words.split(' '));
  });

  it('ends where its last paragraph is the sign of an embedded object', () => {
    const text = `${'*__ '.repeat(969)}end\n\n\uFFFC`;
    const pages = paginate({ blocks: [{ type: 'quote', text: [text] }] });
    expect(letters(shown(pages))).toBe(letters(text));
  });

  it('keeps a heading with what follows it', () => {
    const filler: Block = { type: 'text', text: ['a'.repeat(4_000)] };
    const pages = paginate({
      blocks: [
        filler,
        { type: 'heading', text: 'Key points' },
        { type: 'text', text: ['b'.repeat(300)] },
      ],
    });
    expect(pages.map(({ blocks }) => blocks.map(({ type }) => type))).toEqual([
      ['text'],
      ['heading', 'text'],
    ]);
  });

  it('goes on with code as code, line by line', () => {
    const lines = Array.from({ length: 600 }, (_, i) => `  line ${i}`);
    const pages = paginate({ blocks: [{ type: 'code', text: lines.join('\n') }] });
    expect(pages.length).toBeGreaterThan(1);
    for (const { blocks } of pages) {
      expect(blocks).toEqual([
        { type: 'code', text: expect.stringMatching(/^ {2}line/) as unknown },
      ]);
    }
  });

  it('keeps the numbers of a long list', () => {
    const items = Array.from({ length: 40 }, (_, i) => [`${i}: ${'x'.repeat(300)}`]);
    const text = shown(paginate({ blocks: [{ type: 'list', items, ordered: true }] }));
    expect(text).toMatch(/^40\. 39: x/m);
  });

  it('puts the buttons where they stand, at the end', () => {
    const buttons: Block = {
      type: 'buttons',
      buttons: [{ label: 'Answer', action: { name: 'answer', args: [] } }],
    };
    const text: Block = { type: 'text', text: ['word '.repeat(2_000)] };
    const pages = paginate({ blocks: [text, buttons] });
    expect(pages.map(({ blocks }) => blocks.at(-1)?.type)).toEqual(['text', 'text', 'buttons']);
  });
});

const words = fc.oneof(
  fc.lorem({ maxCount: 200 }),
  fc.string({ unit: 'binary', maxLength: 6_000 }),
  fc.constant('*_`'.repeat(1_500)),
  fc.constant('\n'.repeat(3_000)),
);
const help: Span = { type: 'command', name: 'help', localName: 'помощь', ownName: false };
const span = fc.oneof(
  words,
  words.map(code),
  fc.constantFrom<Span>(help, { ...help, mark: 'code' }),
);
const rich: fc.Arbitrary<Span[]> = fc.array(span, { maxLength: 3 });

const block: fc.Arbitrary<Block> = fc.oneof(
  words.map((text): Block => ({ type: 'heading', text })),
  fc
    .constantFrom('text' as const, 'quote' as const, 'note' as const)
    .chain((type) => rich.map((text): Block => ({ type, text }))),
  words.map((text): Block => ({ type: 'code', text })),
  fc
    .record({ items: fc.array(rich, { maxLength: 5 }), ordered: fc.boolean() })
    .map((list): Block => ({ type: 'list', ...list })),
  fc
    .array(fc.record({ name: words, value: rich }), { maxLength: 30 })
    .map((fields): Block => ({ type: 'fields', fields })),
  fc.record({ alt: words }).map(({ alt }): Block => ({
    type: 'picture',
    png: Uint8Array.of(1),
    name: 'a b.png',
    alt,
  })),
  fc
    .array(fc.constantFrom('Answer', 'My streak'), { minLength: 1, maxLength: 30 })
    .map((labels): Block => ({
      type: 'buttons',
      buttons: labels.map((label) => ({ label, action: { name: 'go', args: [label] } })),
    })),
);

describe('whatever the message', () => {
  it('every page is one that Discord takes', () => {
    fc.assert(
      fc.property(fc.array(block, { maxLength: 8 }), (blocks) => {
        for (const page of paginate({ blocks })) expect(faults(page)).toEqual([]);
      }),
      { numRuns: 60, seed: 7 },
    );
  });

  it('a block is drawn a few times, however many pages there are', () => {
    const texts = Array.from({ length: 1_000 }, () => ({ drawn: 0 }));
    const blocks = texts.map((text): Block => ({
      type: 'quote',
      get text() {
        text.drawn++;
        return ['By its relevance to the others, which the softmax turns into weights.'];
      },
    }));
    expect(paginate({ blocks }).length).toBeGreaterThan(10);
    expect(Math.max(...texts.map(({ drawn }) => drawn))).toBeLessThanOrEqual(3);
  });

  it('no letter of its text is lost', () => {
    fc.assert(
      fc.property(fc.array(fc.lorem({ maxCount: 900 }), { maxLength: 5 }), (texts) => {
        const blocks = texts.map((text): Block => ({ type: 'text', text: [text] }));
        expect(letters(shown(paginate({ blocks })))).toBe(letters(texts.join('')));
      }),
      { seed: 7 },
    );
  });
});
