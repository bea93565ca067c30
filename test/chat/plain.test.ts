import { expect, it } from 'vitest';
import { message } from '../../src/chat/message.ts';
import { plainText } from '../../src/chat/plain.ts';
import { bold, code, type CommandSpan, link, rich, time } from '../../src/chat/text.ts';

const PAUSE: CommandSpan = {
  type: 'command',
  name: 'track pause',
  localName: 'программа пауза',
  ownName: true,
};

it('says in words all that a message shows', () => {
  const shown = message([
    { type: 'heading', text: 'Round 12' },
    { type: 'text', text: ['What is ', bold('LoRA'), ', in ', code('code'), '?'] },
    { type: 'list', items: [['one'], ['two']], ordered: true },
    { type: 'list', items: [['dot']] },
    { type: 'fields', fields: [{ name: 'Topic', value: ['fine-tuning'] }] },
    { type: 'picture', png: new Uint8Array(1), name: 'f.png', alt: 'h = W₀x' },
    { type: 'text', text: rich`Try ${PAUSE}, or ${2} ${['words ', bold('here')]}.` },
    { type: 'note', text: ['closes ', time(new Date('2026-03-02T18:00:30Z'))] },
    { type: 'note', text: [time(new Date('2026-03-02T18:00:30Z'), 'date')] },
    {
      type: 'quote',
      text: [link('paper', 'https://a.b'), ' ', link('https://a.b', 'https://a.b')],
    },
    { type: 'buttons', buttons: [{ label: 'Answer', action: { name: 'answer', args: [] } }] },
  ]);
  expect(plainText(shown).split('\n')).toEqual([
    'Round 12',
    'What is LoRA, in code?',
    '1. one',
    '2. two',
    '• dot',
    'Topic: fine-tuning',
    'h = W₀x',
    'Try /track pause, or 2 words here.',
    'closes 2026-03-02 18:00 UTC',
    '2026-03-02',
    'paper (https://a.b) https://a.b',
  ]);
});

it('spells commands as the platform does for which the words are', () => {
  const shown = message([{ type: 'text', text: rich`${PAUSE}!` }]);
  expect(plainText(shown, ({ localName }) => `/${localName}`)).toBe('/программа пауза!');
});

it('a sentence holds no more spans than it needs', () => {
  expect(rich`${'a'}b${1}${bold('c')}${''}`).toEqual(['ab1', bold('c')]);
});
