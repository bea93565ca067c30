import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Block, type Message, message } from '../../../src/chat/message.ts';
import { plainText } from '../../../src/chat/plain.ts';
import { bold, code, type CommandSpan, link, type Span, time } from '../../../src/chat/text.ts';
import { paginate } from '../../../src/platforms/slack/paginate.ts';
import { renderBlocks } from '../../../src/platforms/slack/render.ts';
import type { Block as SlackBlock } from '../../support/slack/block-kit.ts';
import { checkMessage } from '../../support/slack/check.ts';
import { blockKitSchema } from '../../support/slack/schema.ts';

const schema = blockKitSchema();

function check(pages: readonly Message[]): void {
  for (const page of pages) {
    const blocks = renderBlocks(page, () => 'F000001') as readonly SlackBlock[];
    checkMessage(schema, { text: 'fallback', blocks });
  }
}

const words = (text: string): string[] => text.split(/\s+/).filter(Boolean);
const lorem = 'Внимание взвешивает «значения» по сходству запросов & ключей. ';
const long = (length: number): string =>
  lorem.repeat(Math.ceil(length / lorem.length)).slice(0, length);

describe('a message', () => {
  it('that fits is one page, unchanged', () => {
    const small = message([{ type: 'text', text: ['hello'] }], 'success');
    expect(paginate(small)).toEqual([small]);
  });

  it('is cut between words, and no word is lost', () => {
    const answer = message([{ type: 'text', text: [long(40_000)] }]);
    const pages = paginate(answer);
    check(pages);
    expect(pages.length).toBeGreaterThan(4);
    expect(pages.flatMap((page) => words(plainText(page)))).toEqual(words(plainText(answer)));
  });

  it('says nothing twice where its last paragraph is the sign of an embedded object', () => {
    const answer = message([{ type: 'quote', text: [`${'word '.repeat(599)}end\n\n\uFFFC`] }]);
    expect(paginate(answer).flatMap((page) => words(plainText(page)))).toEqual(
      words(plainText(answer)),
    );
  });

  it('of a hundred blocks is cut at fifty', () => {
    const pages = paginate(
      message(Array.from({ length: 100 }, (): Block => ({ type: 'note', text: ['one'] }))),
    );
    expect(pages.map(({ blocks }) => blocks.length)).toEqual([50, 50]);
  });

  it('of a thousand blocks is drawn once to see what fits', () => {
    const notes = Array.from({ length: 1_000 }, () => ({ drawn: 0 }));
    const blocks = notes.map((note): Block => ({
      type: 'picture',
      png: Uint8Array.of(1),
      name: 'one.png',
      get alt() {
        note.drawn++;
        return 'one';
      },
    }));
    expect(paginate(message(blocks)).length).toBe(20);
    expect(Math.max(...notes.map(({ drawn }) => drawn))).toBe(1);
  });

  it('keeps a heading with what follows it', () => {
    const filler = Array.from({ length: 49 }, (): Block => ({ type: 'note', text: ['one'] }));
    const pages = paginate(
      message([...filler, { type: 'heading', text: 'Answers' }, { type: 'text', text: ['one'] }]),
    );
    expect(pages[1]?.blocks).toEqual([
      { type: 'heading', text: 'Answers' },
      { type: 'text', text: ['one'] },
    ]);
  });

  it('keeps its numbers when a long list is cut', () => {
    const items = Array.from({ length: 12 }, () => [long(900)]);
    const pages = paginate(message([{ type: 'list', ordered: true, items }]));
    check(pages);
    const text = pages.map((page) => plainText(page)).join('\n');
    expect([...text.matchAll(/^(\d+)\. /gm)].map(([, n]) => Number(n))).toEqual(
      items.map((_, at) => at + 1),
    );
  });

  it('cuts code into code', () => {
    const lines = Array.from({ length: 400 }, (_, n) => `const x${n} = f(${n});`).join('\n');
    const pages = paginate(message([{ type: 'code', text: lines }]));
    check(pages);
    const parts = pages.flatMap(({ blocks }) => blocks);
    expect(parts.every(({ type }) => type === 'code')).toBe(true);
    expect(parts.map((part) => (part.type === 'code' ? part.text : '')).join('\n')).toBe(lines);
  });
});

const HELP: CommandSpan = { type: 'command', name: 'help', localName: 'помощь', ownName: false };
const text = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 400 }),
  fc.integer({ min: 0, max: 9_000 }).map(long),
);
const span: fc.Arbitrary<Span> = fc.oneof(
  text,
  text.map(bold),
  text.map(code),
  fc.string({ maxLength: 200 }).map((label) => link(label, 'https://example.org/?a=1&b=2')),
  fc
    .date({ min: new Date(0), max: new Date('2100-01-01'), noInvalidDate: true })
    .map((at) => time(at)),
  fc.constantFrom(HELP, { ...HELP, mark: 'bold' as const }),
);
const rich = fc.array(span, { maxLength: 12 });
const block: fc.Arbitrary<Block> = fc.oneof(
  text.map((heading): Block => ({ type: 'heading', text: heading })),
  rich.map((spans): Block => ({ type: 'text', text: spans })),
  rich.map((spans): Block => ({ type: 'quote', text: spans })),
  rich.map((spans): Block => ({ type: 'note', text: spans })),
  text.map((source): Block => ({ type: 'code', text: source })),
  fc
    .tuple(fc.array(rich, { maxLength: 8 }), fc.boolean())
    .map(([items, ordered]): Block => ({ type: 'list', items, ordered })),
  fc
    .array(fc.record({ name: text, value: rich }), { maxLength: 6 })
    .map((fields): Block => ({ type: 'fields', fields })),
  fc.integer({ min: 0, max: 60 }).map((count): Block => ({
    type: 'buttons',
    buttons: Array.from({ length: count }, (_, n) => ({
      label: `Button ${n} ${'x'.repeat(n * 3)}`,
      action: { name: 'press', args: [String(n)] },
    })),
  })),
  text.map((alt): Block => ({
    type: 'picture',
    png: new Uint8Array(1),
    name: 'a.png',
    alt: `a${alt}`,
  })),
);

describe('whatever a message holds', () => {
  it('Slack takes every page', () => {
    fc.assert(
      fc.property(fc.array(block, { minLength: 1, maxLength: 12 }), (blocks) => {
        check(paginate(message(blocks)));
      }),
      { numRuns: 60, seed: 7 },
    );
  });
});
