import { describe, expect, it } from 'vitest';
import { createRegistry } from '../../src/app/requests/registry.ts';
import type { Message } from '../../src/chat/message.ts';
import { plainText } from '../../src/chat/plain.ts';
import { LANGUAGES } from '../../src/domain/language.ts';
import { FEATURES } from '../../src/features/index.ts';
import { spellCommand } from '../../src/platforms/discord/commands.ts';
import { foreignWords } from '../support/foreign-words.ts';
import { readSources } from '../support/source.ts';
import { gallery } from './gallery.ts';

/** A function that other files may make a card with. */
const CARD = /^export function (\w+(?:Card|Page))\b/gm;

describe('the gallery', () => {
  it('holds every card there is', async () => {
    const sources = await readSources(['src/app', 'src/features', 'src/delivery']);
    const made = sources.flatMap(({ text }) => [...text.matchAll(CARD)].map(([, name]) => name));
    expect(Object.keys(gallery('en')).sort()).toEqual(made.sort());
  });
});

describe.each(LANGUAGES)('cards in %s', (language) => {
  it.each(Object.entries(gallery(language)))('speak no other language: %s', (_name, cards) => {
    expect(cards.flatMap((card) => foreignWords(allWords(card), language))).toEqual([]);
  });

  it.each(Object.entries(gallery(language)))('leave nothing out: %s', (_name, cards) => {
    for (const card of cards)
      expect(allWords(card)).not.toMatch(/undefined|null|NaN|\[object|\?\?/);
  });
});

/** `/track add`, but not the middle of an address or of a choice of two. */
const COMMAND = /(?<![\p{L}\p{N}/])\/(?<name>\p{L}+)(?: (?<sub>\p{L}+))?/gu;
/** Slack's own. */
const NOT_OURS = ['invite'];

describe.each(LANGUAGES)('commands that cards in %s tell of', (language) => {
  const { definitions } = createRegistry(FEATURES);
  const known = new Map(
    definitions.map(({ names, subcommands = [] }) => [names[language], subcommands]),
  );

  it.each(Object.entries(gallery(language)))('are those that Discord shows: %s', (_name, cards) => {
    const told = cards.flatMap((card) => [...allWords(card).matchAll(COMMAND)]);
    for (const { name = '', sub } of told.map(({ groups }) => groups ?? {})) {
      if (NOT_OURS.includes(name)) continue;
      expect(known.keys()).toContain(name);
      const after = known.get(name)?.map(({ names }) => names[language]) ?? [];
      // What follows a command without subcommands is the sentence.
      if (sub !== undefined && after.length > 0) expect(after).toContain(sub);
    }
  });
});

/** With the labels of the buttons. */
function allWords(card: Message): string {
  const buttons = card.blocks.flatMap((block) => (block.type === 'buttons' ? block.buttons : []));
  return [plainText(card, spellCommand), ...buttons.map(({ label }) => label)].join('\n');
}
